using ProtoDsl.LanguageServer.Names;
using ProtoDsl.LanguageServer.Lsp;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer.Features;

/// <summary>The declarations of a table, and of all tables.</summary>
internal static class SymbolFeature
{
    /// <summary>More than anyone reads; a longer query has fewer.</summary>
    private const int MostSymbols = 500;

    public static IReadOnlyList<DocumentSymbol>? Outline(TableSet tables, DocumentParams asked, CancellationToken cancellationToken) =>
        tables.Find(DocumentPath.Of(asked.TextDocument.Uri)) is { } document
            ? [.. TableOutline.Of(document, cancellationToken).Items.Where(HasName).Select(item => Symbol(document, item))]
            : null;

    /// <summary>Those whose names have the letters of the query, in their order.</summary>
    public static IReadOnlyList<SymbolInformation> Find(TableSet tables, WorkspaceSymbolParams asked, CancellationToken cancellationToken) =>
    [
        .. tables.All.SelectMany(document => TableOutline.Of(document, cancellationToken).Items.SelectMany(item => item.Children
                .Select(child => (document, child, Container: (string?)item.Name)).Prepend((document, item, null))))
            .Where(found => HasName(found.Item2) && found.Item2.Kind is not null && Matches(asked.Query, found.Item2.Name))
            .Take(MostSymbols)
            .Select(found => new SymbolInformation(found.Item2.Name, KindOf(found.Item2), found.document.LocationOf(found.Item2.NameNode.Span), found.Container)),
    ];

    private static bool HasName(OutlineItem item) => item.Name.Length > 0;

    private static int KindOf(OutlineItem item) => item.Kind is { } kind ? KindWords.SymbolKindOf(kind) : 3;

    private static DocumentSymbol Symbol(TableDocument document, OutlineItem item)
    {
        var name = document.RangeOf(item.NameNode.Span);
        var start = new Position(item.FirstLine, 0);
        var end = new Position(item.LastLine, int.MaxValue);
        var range = document.RangeOf(document.SpanOf(new TextRange(start, end)));
        return new DocumentSymbol(item.Name, KindOf(item), range, name)
        {
            Detail = item.Kind is { } kind ? KindWords.Of(kind).Split(' ')[1] : null,
            Children = item.Children.Count > 0 ? [.. item.Children.Where(HasName).Select(child => Symbol(document, child))] : null,
        };
    }

    private static bool Matches(string query, string name)
    {
        var at = 0;
        foreach (var c in query)
        {
            at = name.IndexOf(c.ToString(), at, StringComparison.OrdinalIgnoreCase) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return true;
    }
}
