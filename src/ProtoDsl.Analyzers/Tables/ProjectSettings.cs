using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Analyzers.Tables;

/// <summary>The compiler's settings of one table as ours.</summary>
internal static class ProjectSettings
{
    /// <summary>What they say about severities.</summary>
    public static SeverityChoices SeveritiesOf(AnalyzerConfigOptions options) => SeverityChoices.From(
        options.Keys.Select(key => new KeyValuePair<string, string>(key, options.TryGetValue(key, out var word) ? word : "")));
}
