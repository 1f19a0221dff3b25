using ProtoDsl.Language.Diagnostics;
using ProtoDsl.LanguageServer.Findings;
using ProtoDsl.LanguageServer.Lsp;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer.Features;

/// <summary>What can be done about findings: the repair that travels with one, and rows for what a state does not list.</summary>
internal sealed class CodeActionFeature(DocumentFindings findings, EditWriter edits)
{
    private const string QuickFix = "quickfix";

    public IReadOnlyList<CodeAction>? Find(TableSet tables, CodeActionParams asked, CancellationToken cancellationToken)
    {
        if (tables.Find(DocumentPath.Of(asked.TextDocument.Uri)) is not { } document)
        {
            return null;
        }

        if (asked.Context?.Only is { Count: > 0 } only && !only.Any(kind => QuickFix.StartsWith(kind, StringComparison.Ordinal)))
        {
            return [];
        }

        var (first, last) = (asked.Range.Start.Line, asked.Range.End.Line);
        var actions = new List<CodeAction>();
        foreach (var judged in findings.Known(document, tables, cancellationToken))
        {
            var finding = judged.Finding;
            var range = document.RangeOf(finding.Place.Span);
            if (range.Start.Line > last || range.End.Line < first)
            {
                continue;
            }

            if (finding.Fix is { } fix)
            {
                actions.Add(Action(document, tables, judged, fix) with { IsPreferred = true });
            }

            actions.AddRange(MissingRows.Of(document, finding, cancellationToken).Select(rows => Action(document, tables, judged, rows)));
        }

        return [.. actions.DistinctBy(action => action.Title)];
    }

    private CodeAction Action(TableDocument document, TableSet tables, JudgedFinding judged, TableFix fix) =>
        new(fix.Title, QuickFix, edits.Of([(document, fix.Edits)]))
        {
            Diagnostics = judged.IsShown ? [DiagnosticWriter.Of(document, tables, judged)] : null,
        };
}
