using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.LanguageServer;

/// <summary>What whoever starts the server gives it.</summary>
public sealed record ServerOptions
{
    /// <summary>The version that it tells.</summary>
    public string Version { get; init; } = "0.0.0";

    /// <summary>What the settings above a table say about severities, by its full path.</summary>
    public Func<string, SeverityChoices> Severities { get; init; } = _ => SeverityChoices.None;

    /// <summary>The help for a rule, as Markdown; null where there is none.</summary>
    public Func<string, string?> RulePage { get; init; } = _ => null;
}
