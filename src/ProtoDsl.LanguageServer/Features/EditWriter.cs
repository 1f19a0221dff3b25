using ProtoDsl.Language.Diagnostics;
using ProtoDsl.LanguageServer.Lsp;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer.Features;

/// <summary>Replacements as the client reads them: with the versions that they are meant for, where it understands these.</summary>
/// <param name="withVersions">What the client has said.</param>
internal sealed class EditWriter(Func<bool> withVersions)
{
    public WorkspaceEdit Of(IEnumerable<(TableDocument Document, IReadOnlyList<TextEdit> Edits)> changes)
    {
        var written = changes.Select(change => (change.Document, Edits: (IReadOnlyList<RangeEdit>)[.. change.Edits.OrderBy(edit => edit.Span.Start)
            .Select(edit => new RangeEdit(change.Document.RangeOf(edit.Span), edit.NewText))]));
        return withVersions()
            ? new WorkspaceEdit { DocumentChanges = [.. written.Select(change => new DocumentEdit(new VersionedDocument(change.Document.Uri, change.Document.Version), change.Edits))] }
            : new WorkspaceEdit { Changes = written.ToDictionary(change => change.Document.Uri, change => change.Edits) };
    }
}
