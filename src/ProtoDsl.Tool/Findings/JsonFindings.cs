using ProtoDsl.Language.Text;
using ProtoDsl.Tool.Output;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Findings;

/// <summary>One document with all findings, for scripts.</summary>
internal sealed class JsonFindings : IFindingWriter
{
    /// <inheritdoc/>
    public void Write(Terminal terminal, IReadOnlyList<ReportedFinding> findings) => JsonText.Write(terminal.Out, new { findings = findings.Select(Of) });

    /// <summary>One of them as it is written. Lines and columns are counted from 1, as in the text.</summary>
    public static object Of(ReportedFinding finding) => new
    {
        rule = finding.Rule.Id,
        title = finding.Rule.Title,
        severity = SeverityWords.Word(finding.Severity),
        message = finding.Message,
        place = Of(finding.Place),
        steps = finding.Steps.Count == 0 ? null : finding.Steps.Select(step => new { text = step.Text, place = Of(step.Place) }),
        scenario = finding.Scenario,
        fix = finding.Fix is not { } fix ? null : new
        {
            title = fix.Title,
            edits = fix.Edits.Select((edit, index) => new { place = Of(finding.FixPlaces[index]), newText = edit.NewText }),
        },
    };

    private static object Of(ReportedPlace place) => new { path = place.Path, start = Of(place.Start), end = Of(place.End) };

    private static object Of(LinePosition position) => new { line = position.Line + 1, column = position.Column + 1 };
}
