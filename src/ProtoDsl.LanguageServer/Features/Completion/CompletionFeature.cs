using ProtoDsl.Language;
using ProtoDsl.Language.Names;
using ProtoDsl.LanguageServer.Lsp;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer.Features.Completion;

/// <summary>What may stand at a place. It goes by the tokens before it, since a line that is being written can rarely be read.</summary>
internal static class CompletionFeature
{
    public static CompletionList? Find(TableSet tables, CompletionParams asked, CancellationToken cancellationToken)
    {
        if (tables.Find(DocumentPath.Of(asked.TextDocument.Uri)) is not { } document)
        {
            return null;
        }

        var offset = document.OffsetOf(asked.Position);
        var prefix = TransitionFile.PrefixOf(document.Text, offset);
        if (prefix.IsText || (asked.Context?.TriggerCharacter == " " && prefix.Count == 0))
        {
            return new CompletionList(false, []); // who indents a row wants no list
        }

        var file = document.File(cancellationToken);
        var lineStart = prefix.Count > 0 ? prefix[0].Start : prefix.Start;
        var place = LinePlace.Of(document.Syntax(cancellationToken), file.Bound.Protocol.Name).LastOrDefault(line => line.Line.Span.Start < lineStart).Place;
        var list = new ItemList(document.RangeOf(Language.Text.TextSpan.FromBounds(prefix.Start, offset)));
        var view = new CompletionView(document, tables, prefix, place, list, cancellationToken);
        new LineCompletion(view).Add();
        return new CompletionList(false, list.Items);
    }
}
