using ProtoDsl.Language.Diagnostics;
using Spectre.Console;

namespace ProtoDsl.Tool.Findings;

/// <summary>What each severity is called, by whom, and its colour.</summary>
internal static class SeverityWords
{
    /// <summary>As <c>dotnet build</c> writes it, and as options take it.</summary>
    public static string Word(TableSeverity severity) => severity switch
    {
        TableSeverity.Error => "error",
        TableSeverity.Warning => "warning",
        TableSeverity.Info => "info",
        _ => "hidden",
    };

    /// <summary>SARIF's level.</summary>
    public static string SarifLevel(TableSeverity severity) => severity switch
    {
        TableSeverity.Error => "error",
        TableSeverity.Warning => "warning",
        _ => "note",
    };

    /// <summary>The workflow command of GitHub that annotates a line.</summary>
    public static string GitHubCommand(TableSeverity severity) => severity switch
    {
        TableSeverity.Error => "error",
        TableSeverity.Warning => "warning",
        _ => "notice",
    };

    /// <summary>On a terminal.</summary>
    public static Style Style(TableSeverity severity) => severity switch
    {
        TableSeverity.Error => new Style(Color.Red, decoration: Decoration.Bold),
        TableSeverity.Warning => new Style(Color.Yellow, decoration: Decoration.Bold),
        _ => new Style(Color.Blue, decoration: Decoration.Bold),
    };
}
