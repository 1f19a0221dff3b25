using System.Collections.Immutable;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What is to be said about one body.</summary>
/// <param name="Sites">The places, in the order in which they were found.</param>
/// <param name="IsComplete">False when it is too large.</param>
internal sealed record BodyFindings(ImmutableArray<JudgedSite> Sites, bool IsComplete)
{
    /// <summary>Nothing.</summary>
    public static readonly BodyFindings None = new(ImmutableArray<JudgedSite>.Empty, IsComplete: true);
}
