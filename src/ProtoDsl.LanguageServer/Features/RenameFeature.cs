using ProtoDsl.Language;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Names;
using ProtoDsl.Language.Syntax;
using ProtoDsl.LanguageServer.Names;
using ProtoDsl.LanguageServer.Lsp;
using ProtoDsl.LanguageServer.Transport;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer.Features;

/// <summary>Gives something another name, in all tables that name it. What would change a meaning is refused: the tables are read once more with the new
/// name, and must have no error that they did not have.</summary>
internal sealed class RenameFeature(EditWriter edits)
{
    public static PrepareRenameResult? Prepare(TableSet tables, PositionParams asked, CancellationToken cancellationToken)
    {
        if (tables.Find(DocumentPath.Of(asked.TextDocument.Uri)) is not { } document)
        {
            return null;
        }

        var offset = document.OffsetOf(asked.Position);
        var use = document.Names(cancellationToken).At(offset).FirstOrDefault();
        if (use is null || char.IsAsciiDigit(use.Key.Name[0]))
        {
            return null;
        }

        Things(tables, document, offset, cancellationToken);
        return new PrepareRenameResult(document.RangeOf(use.Span), use.Key.Name);
    }

    public WorkspaceEdit? Rename(TableSet tables, RenameParams asked, CancellationToken cancellationToken)
    {
        if (tables.Find(DocumentPath.Of(asked.TextDocument.Uri)) is not { } document)
        {
            return null;
        }

        var things = Things(tables, document, document.OffsetOf(asked.Position), cancellationToken);
        var name = NewName(asked.NewName);
        CheckTaken(things, name, cancellationToken);
        var search = new NameSearch(tables, cancellationToken);
        var places = search.SameAs(things).SelectMany(search.PlacesOf).ToLookup(place => place.Document, place => place.Use.Span);
        var changes = places.Select(group => (Document: group.Key, Edits: group.Distinct().Select(span => new TextEdit(span, name)).ToArray())).ToArray();
        foreach (var (changed, replacements) in changes)
        {
            CheckMeaning(changed, replacements, name, cancellationToken);
        }

        return edits.Of(changes.Select(change => (change.Document, (IReadOnlyList<TextEdit>)change.Edits)));
    }

    private static IReadOnlyList<NamedThing> Things(TableSet tables, TableDocument document, int offset, CancellationToken cancellationToken)
    {
        var things = new NameSearch(tables, cancellationToken).At(document, offset);
        if (things.Count == 0)
        {
            var use = document.Names(cancellationToken).At(offset).FirstOrDefault();
            throw Refuse(use is null
                ? "There is no name here that could be changed."
                : $"'{use.Key.Name}' is declared in a table that is not in the open folders: import it, or open its folder.");
        }

        return things;
    }

    private static string NewName(string written)
    {
        var name = written.Trim().TrimStart('@');
        if (TransitionFile.Lex(name) is not { Tokens: [{ Kind: TokenKind.Identifier, Start: 0 } only] } || only.Length != name.Length)
        {
            throw Refuse($"'{written}' is no name: write letters, digits and '_', and no digit first.");
        }

        return Keywords.IsReserved(name) ? throw Refuse($"'{name}' is a word of the language: choose another name.") : name;
    }

    // States and groups share one name space, effects and guards another; the rest have one each.
    private static void CheckTaken(IReadOnlyList<NamedThing> things, string name, CancellationToken cancellationToken)
    {
        foreach (var thing in things)
        {
            NameKind[] kinds = thing.Key.Kind switch
            {
                NameKind.State or NameKind.Group => [NameKind.State, NameKind.Group],
                NameKind.Guard or NameKind.Effect => [NameKind.Guard, NameKind.Effect],
                _ => [thing.Key.Kind],
            };
            var names = thing.Document.Names(cancellationToken);
            var taken = names.Uses.OrderByDescending(use => use.IsDeclaration).FirstOrDefault(use => use.Key.Name == name && name != thing.Key.Name && !use.IsElsewhere && kinds.Contains(use.Key.Kind) && IsNear(thing.Key, use.Key));
            if (taken is not null)
            {
                throw Refuse($"'{thing.Key.Name}' cannot become '{name}': there is {KindWords.Of(taken.Key.Kind)} of that name on line {thing.Document.PositionOf(taken.Span.Start).Line + 1}.");
            }
        }
    }

    // A shared name may clash with one of any machine.
    private static bool IsNear(NameKey own, NameKey other) =>
        own.Owner == other.Owner || (own.Kind is NameKind.Message or NameKind.Call or NameKind.Timer or NameKind.Tag && (own.Owner is null || other.Owner is null));

    private static void CheckMeaning(TableDocument document, IEnumerable<TextEdit> replacements, string name, CancellationToken cancellationToken)
    {
        var text = replacements.OrderByDescending(edit => edit.Span.Start)
            .Aggregate(document.Text, (changed, edit) => string.Concat(changed.AsSpan(0, edit.Span.Start), edit.NewText, changed.AsSpan(edit.Span.End)));
        var before = ErrorsOf(document.File(cancellationToken).Bound.Diagnostics);
        var after = TransitionFile.Read(text, DocumentPath.NameOf(document.Path), cancellationToken);
        var more = ErrorsOf(after.Diagnostics).FirstOrDefault(group => group.Count() > (before.FirstOrDefault(other => other.Key == group.Key)?.Count() ?? 0));
        if (more is not null)
        {
            throw Refuse($"The name '{name}' would make an error in {Path.GetFileName(document.Path)}: {more.Last().Message}");
        }
    }

    private static IGrouping<string, TableDiagnostic>[] ErrorsOf(IEnumerable<TableDiagnostic> found) =>
        [.. found.Where(diagnostic => diagnostic.Rule.DefaultSeverity == TableSeverity.Error).GroupBy(diagnostic => diagnostic.Rule.Id)];

    private static RpcException Refuse(string why) => new(RpcError.RequestFailed, why);
}
