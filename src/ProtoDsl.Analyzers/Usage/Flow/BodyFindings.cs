using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What is to be said about one body.</summary>
/// <param name="Sites">The places, in the order in which they were found.</param>
/// <param name="Inlined">The local functions that were run as part of it: nothing more is to be said of them.</param>
/// <param name="IsComplete">False when it is too large.</param>
internal sealed record BodyFindings(ImmutableArray<JudgedSite> Sites, ImmutableHashSet<IMethodSymbol> Inlined, bool IsComplete)
{
    private static readonly ImmutableHashSet<IMethodSymbol> s_noFunctions = ImmutableHashSet.Create<IMethodSymbol>(SymbolEqualityComparer.Default);

    /// <summary>Nothing.</summary>
    public static readonly BodyFindings None = new(ImmutableArray<JudgedSite>.Empty, s_noFunctions, IsComplete: true);

    /// <summary>What was found before the work was given up.</summary>
    public static BodyFindings Unfinished(ImmutableArray<JudgedSite> sites) => new(sites, s_noFunctions, IsComplete: false);
}
