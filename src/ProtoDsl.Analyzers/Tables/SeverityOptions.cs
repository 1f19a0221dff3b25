using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Analyzers.Tables;

/// <summary>What the project says about severities: <c>protodsl_diagnostic.PDSL1011.severity = error</c> in an <c>.editorconfig</c>
/// above the table or in a <c>.globalconfig</c>. A key of our own, because the compiler applies <c>dotnet_diagnostic</c> of an
/// <c>.editorconfig</c> to C# files only (dotnet/roslyn#31916).</summary>
/// <param name="Chosen">Id and word of each rule that the project has an opinion about, ordered by id.</param>
internal sealed record SeverityOptions(EquatableArray<KeyValuePair<string, string>> Chosen)
{
    private const string Prefix = "protodsl_diagnostic.";
    private const string Suffix = ".severity";

    /// <summary>Reads the options of one table.</summary>
    public static SeverityOptions From(AnalyzerConfigOptions options)
    {
        var chosen = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in options.Keys.Where(IsOurs))
        {
            if (options.TryGetValue(key, out var word))
            {
                chosen[key.Substring(Prefix.Length, key.Length - Prefix.Length - Suffix.Length)] = word;
            }
        }

        return new SeverityOptions(chosen.ToEquatableArray());
    }

    /// <summary>The severity of a rule in this project; null: none.</summary>
    public TableSeverity? Of(TableRule rule)
    {
        foreach (var choice in Chosen)
        {
            if (string.Equals(choice.Key, rule.Id, StringComparison.OrdinalIgnoreCase))
            {
                return Parse(choice.Value, rule.DefaultSeverity);
            }
        }

        return rule.DefaultSeverity;
    }

    private static bool IsOurs(string key) =>
        key.Length > Prefix.Length + Suffix.Length
        && key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && key.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The compiler's words; one that it does not know changes nothing there either.</summary>
    private static TableSeverity? Parse(string word, TableSeverity @default) => word.Trim().ToLowerInvariant() switch
    {
        "error" => TableSeverity.Error,
        "warning" => TableSeverity.Warning,
        "suggestion" => TableSeverity.Info,
        "silent" or "refactoring" => TableSeverity.Hidden,
        "none" => null,
        _ => @default,
    };
}
