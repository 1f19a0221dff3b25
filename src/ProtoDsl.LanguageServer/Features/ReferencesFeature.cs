using ProtoDsl.LanguageServer.Names;
using ProtoDsl.LanguageServer.Lsp;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer.Features;

/// <summary>Where is it used? In all tables; in the one at hand, to light it up.</summary>
internal static class ReferencesFeature
{
    public static IReadOnlyList<Location>? Find(TableSet tables, ReferenceParams asked, CancellationToken cancellationToken)
    {
        if (tables.Find(DocumentPath.Of(asked.TextDocument.Uri)) is not { } document)
        {
            return null;
        }

        var isWithDeclaration = asked.Context?.IncludeDeclaration ?? true;
        return
        [
            .. PlacesAt(tables, document, asked.Position, cancellationToken)
                .Where(place => isWithDeclaration || !place.Use.IsDeclaration)
                .Select(place => place.Document.LocationOf(place.Use.Span)),
        ];
    }

    public static IReadOnlyList<DocumentHighlight>? Highlight(TableSet tables, PositionParams asked, CancellationToken cancellationToken)
    {
        if (tables.Find(DocumentPath.Of(asked.TextDocument.Uri)) is not { } document)
        {
            return null;
        }

        return
        [
            .. PlacesAt(tables, document, asked.Position, cancellationToken)
                .Where(place => place.Document == document)
                .Select(place => new DocumentHighlight(document.RangeOf(place.Use.Span), place.Use.IsDeclaration ? 3 : 2)),
        ];
    }

    /// <summary>Each place once, in the order of files and of the text.</summary>
    public static IEnumerable<NamedPlace> PlacesAt(TableSet tables, TableDocument document, Position position, CancellationToken cancellationToken)
    {
        var search = new NameSearch(tables, cancellationToken);
        return search.SameAs(search.At(document, document.OffsetOf(position)))
            .SelectMany(search.PlacesOf)
            .DistinctBy(place => (place.Document, place.Use.Span))
            .OrderBy(place => place.Document.Path, StringComparer.Ordinal)
            .ThenBy(place => place.Use.Span.Start);
    }
}
