using ProtoDsl.Language.Names;
using ProtoDsl.LanguageServer.Names;
using ProtoDsl.LanguageServer.Lsp;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer.Features;

/// <summary>Where is it declared? A guard or an effect has no declaration: its first use stands for one.</summary>
internal static class DefinitionFeature
{
    public static IReadOnlyList<Location>? Find(TableSet tables, PositionParams asked, CancellationToken cancellationToken)
    {
        if (tables.Find(DocumentPath.Of(asked.TextDocument.Uri)) is not { } document)
        {
            return null;
        }

        var things = new NameSearch(tables, cancellationToken).At(document, document.OffsetOf(asked.Position));
        return [.. things.SelectMany(thing => DeclarationsOf(thing, cancellationToken)).Distinct()];
    }

    /// <summary>Mostly one; a table with mistakes may declare a name twice. The beginning of a file whose protocol has no line.</summary>
    public static IEnumerable<Location> DeclarationsOf(NamedThing thing, CancellationToken cancellationToken)
    {
        var uses = thing.Document.Names(cancellationToken).Of(thing.Key).ToArray();
        var declared = uses.Where(use => use.IsDeclaration).ToArray();
        if (declared.Length == 0 && thing.Key.Kind is NameKind.Guard or NameKind.Effect)
        {
            declared = uses[..1];
        }

        return declared.Length == 0 && thing.Key.Kind == NameKind.Protocol
            ? [thing.Document.LocationOf(default)]
            : declared.Select(use => thing.Document.LocationOf(use.Span));
    }
}
