using System.Collections.Generic;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What has been found out about one body.</summary>
/// <param name="Findings">The places about which something is to be said, in the order in which they were found.</param>
/// <param name="Summary">What it means to its callers.</param>
/// <param name="IsComplete">False when it is too large.</param>
internal sealed record BodyResult(IReadOnlyList<JudgedSite> Findings, MethodSummary Summary, bool IsComplete);
