using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Diagnostics;

/// <summary>What a project says about severities: <c>protodsl_diagnostic.PDSL1011.severity = error</c> in an <c>.editorconfig</c>
/// above the table or in a <c>.globalconfig</c>. A key of our own, because the compiler applies <c>dotnet_diagnostic</c> of an
/// <c>.editorconfig</c> to C# files only (dotnet/roslyn#31916).</summary>
/// <param name="Chosen">Id and word of each rule that the project has an opinion about, ordered by id.</param>
public sealed record SeverityChoices(EquatableArray<KeyValuePair<string, string>> Chosen)
{
    private const string Prefix = "protodsl_diagnostic.";
    private const string Suffix = ".severity";

    /// <summary>No opinion about any rule.</summary>
    public static SeverityChoices None { get; } = new(default(EquatableArray<KeyValuePair<string, string>>));

    /// <summary>Reads the settings of one table, whatever else is among them.</summary>
    public static SeverityChoices From(IEnumerable<KeyValuePair<string, string>> settings)
    {
        var chosen = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in settings.Where(setting => IsOurs(setting.Key)))
        {
            chosen[setting.Key.Substring(Prefix.Length, setting.Key.Length - Prefix.Length - Suffix.Length)] = setting.Value;
        }

        return new SeverityChoices(chosen.ToEquatableArray());
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
