using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ProtoDsl.CodeFixes.Usage;

/// <summary>One line below the light bulb.</summary>
/// <param name="Title">What will be written.</param>
/// <param name="Kind">What kind of repair it is: those of one kind are made together by "fix all".</param>
/// <param name="Changes">The changes of the text. Types stand in it with their full name from <c>global::</c>.</param>
internal sealed record FixOffer(string Title, string Kind, ImmutableArray<TextChange> Changes)
{
    /// <summary>The types that the new text names; the names are shortened, and a <c>using</c> is added where one is needed.</summary>
    public ImmutableArray<INamedTypeSymbol> Types { get; init; } = ImmutableArray<INamedTypeSymbol>.Empty;

    /// <summary>True for one that stands below the others: it makes the finding go away, but seldom is what was meant.</summary>
    public bool IsLast { get; init; }
}
