using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Findings;

/// <summary>Workflow commands: GitHub shows each finding at its line of a pull request.</summary>
internal sealed class GitHubFindings : IFindingWriter
{
    /// <inheritdoc/>
    public void Write(Terminal terminal, IReadOnlyList<ReportedFinding> findings)
    {
        foreach (var finding in findings)
        {
            terminal.Out.WriteLine(
                $"::{SeverityWords.GitHubCommand(finding.Severity)} file={Property(finding.Place.Path.Replace('\\', '/'))},line={finding.Place.Start.Line + 1},col={finding.Place.Start.Column + 1},"
                + $"endLine={finding.Place.End.Line + 1},endColumn={finding.Place.End.Column + 1},title={Property($"{finding.Rule.Id}: {finding.Rule.Title}")}::{Data(finding.Message)}");
        }
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
