using ProtoDsl.Language.Diagnostics;
using ProtoDsl.LanguageServer.Findings;
using ProtoDsl.LanguageServer.Names;
using ProtoDsl.LanguageServer.Lsp;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer.Features.Hover;

/// <summary>What is known of a place: of what is named there, and the help for what is found there.</summary>
/// <param name="findings">What is found.</param>
/// <param name="rulePage">The help for a rule, as Markdown; null where there is none.</param>
/// <param name="isMarkdown">What the client can show.</param>
internal sealed class HoverFeature(DocumentFindings findings, Func<string, string?> rulePage, Func<bool> isMarkdown)
{
    public HoverResult? Find(TableSet tables, PositionParams asked, CancellationToken cancellationToken)
    {
        if (tables.Find(DocumentPath.Of(asked.TextDocument.Uri)) is not { } document)
        {
            return null;
        }

        var offset = document.OffsetOf(asked.Position);
        var page = new HoverPage();
        var things = new NameSearch(tables, cancellationToken).At(document, offset);
        foreach (var thing in things)
        {
            new ThingWords(thing, tables, findings, page).Write(cancellationToken);
        }

        foreach (var rule in RulesAt(document, tables, offset, cancellationToken))
        {
            page.Rule(rule, rulePage(rule.Id));
        }

        var use = document.Names(cancellationToken).At(offset).FirstOrDefault();
        return page.IsEmpty ? null : new HoverResult(page.ToMarkup(isMarkdown()), use is null ? null : document.RangeOf(use.Span));
    }

    private IEnumerable<TableRule> RulesAt(TableDocument document, TableSet tables, int offset, CancellationToken cancellationToken) =>
        findings.Known(document, tables, cancellationToken)
            .Where(judged => judged.IsShown && judged.Finding.Place.Span.Start <= offset && offset <= judged.Finding.Place.Span.End)
            .Select(judged => judged.Finding.Rule)
            .Distinct();
}
