using ProtoDsl.Tool.Terminals;
using Spectre.Console;

namespace ProtoDsl.Tool.Findings;

/// <summary>One line a finding, the same as <c>dotnet build</c> writes: editors and build servers know it.</summary>
internal sealed class TextFindings : IFindingWriter
{
    /// <inheritdoc/>
    public void Write(Terminal terminal, IReadOnlyList<ReportedFinding> findings)
    {
        foreach (var finding in findings)
        {
            Write(terminal.Paint, finding);
        }
    }

    /// <summary>Writes one of them anywhere.</summary>
    public static void Write(IAnsiConsole console, ReportedFinding finding)
    {
        console.Write($"{finding.Place.Path}({finding.Place.Start.Line + 1},{finding.Place.Start.Column + 1}): ", Style.Plain);
        console.Write($"{SeverityWords.Word(finding.Severity)} {finding.Rule.Id}", SeverityWords.Style(finding.Severity));
        console.Write($": {finding.Message}\n", Style.Plain);
    }
}
