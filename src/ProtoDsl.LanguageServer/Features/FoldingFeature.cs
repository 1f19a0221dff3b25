using ProtoDsl.Language;
using ProtoDsl.LanguageServer.Lsp;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer.Features;

/// <summary>What can be folded away: sections, and comments of several lines.</summary>
internal static class FoldingFeature
{
    public static IReadOnlyList<FoldingRange>? Find(TableSet tables, DocumentParams asked, CancellationToken cancellationToken)
    {
        if (tables.Find(DocumentPath.Of(asked.TextDocument.Uri)) is not { } document)
        {
            return null;
        }

        var sections = TableOutline.Of(document, cancellationToken).All
            .Where(item => item.LastLine > item.FirstLine)
            .Select(item => new FoldingRange(item.FirstLine, item.LastLine, null));
        return [.. sections.Concat(Comments(document, cancellationToken)).OrderBy(range => range.StartLine)];
    }

    private static IEnumerable<FoldingRange> Comments(TableDocument document, CancellationToken cancellationToken)
    {
        var lines = TransitionFile.Lex(document.Text, cancellationToken).Lines;
        var first = -1;
        for (var i = 0; i <= lines.Length; i++)
        {
            if (i < lines.Length && lines[i] is { HasComment: true, HasTokens: false })
            {
                first = first < 0 ? i : first;
                continue;
            }

            if (first >= 0 && i - 1 > first)
            {
                yield return new FoldingRange(first, i - 1, "comment");
            }

            first = -1;
        }
    }
}
