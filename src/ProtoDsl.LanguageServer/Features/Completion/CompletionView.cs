using ProtoDsl.Language.Names;
using ProtoDsl.Language.Syntax;
using ProtoDsl.LanguageServer.Names;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer.Features.Completion;

/// <summary>A place where something is being written: what stands before it, and the names that may follow.</summary>
/// <param name="Document">The table.</param>
/// <param name="Tables">All tables.</param>
/// <param name="Prefix">The tokens of the line before the place.</param>
/// <param name="Place">Whose names the line uses.</param>
/// <param name="List">What is offered.</param>
/// <param name="Cancellation">The client may lose interest.</param>
internal sealed record CompletionView(TableDocument Document, TableSet Tables, LinePrefix Prefix, LinePlace Place, ItemList List, CancellationToken Cancellation)
{
    public TokenKind Last => Prefix[-1].Kind;

    /// <summary>The last word; empty where something else stands there. <c>@word</c> is no word of the language.</summary>
    public string LastWord => Last == TokenKind.Identifier ? Prefix.TextOf(-1) : "";

    public string FirstWord => Prefix[0].Kind == TokenKind.Identifier ? Prefix.TextOf(0) : "";

    public NameMap Names => Document.Names(Cancellation);

    /// <summary>The place of the innermost bracket that is open; -1 for none.</summary>
    public int OpenBracket()
    {
        var depth = 0;
        for (var i = Prefix.Count - 1; i >= 0; i--)
        {
            depth += Prefix[i].Kind switch
            {
                TokenKind.CloseParen or TokenKind.CloseBracket => 1,
                TokenKind.OpenParen or TokenKind.OpenBracket => -1,
                _ => 0,
            };
            if (depth < 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>True where a token of that kind stands before the place.</summary>
    public bool Has(TokenKind kind) => IndexOf(kind) >= 0;

    public int IndexOf(TokenKind kind)
    {
        for (var i = 0; i < Prefix.Count; i++)
        {
            if (Prefix[i].Kind == kind)
            {
                return i;
            }
        }

        return -1;
    }

    public bool HasWord(string word) => Enumerable.Range(0, Prefix.Count).Any(i => Prefix[i].Kind == TokenKind.Identifier && Prefix.TextOf(i) == word);

    /// <summary>The name that a token writes.</summary>
    public string NameAt(int index) => Prefix.TextOf(index).TrimStart('@');

    /// <summary>Names of a kind that the machine at hand may use.</summary>
    public void Add(NameKind kind, string sign = "") => Add(kind, new PlayedMachine(Document, Place.Machine ?? ""), sign);

    /// <summary>Names of a kind that a machine may use.</summary>
    public void Add(NameKind kind, PlayedMachine machine, string sign = "") =>
        List.AddNames(kind, machine.Document.Names(Cancellation).VisibleIn(machine.Machine, kind).Select(key => key.Name), sign);

    public void AddStatesAndGroups()
    {
        Add(NameKind.State);
        Add(NameKind.Group);
    }

    /// <summary>The roles of the session at hand.</summary>
    public void AddRoles() => List.AddNames(NameKind.Role, Names.Uses.Where(use => use.IsDeclaration && use.Key.Kind == NameKind.Role && use.Key.Owner == Place.Session).Select(use => use.Key.Name));

    /// <summary>The machine of a role of the session at hand.</summary>
    public PlayedMachine? MachineOf(string role) => Place.Session is { } session && Names.MachineOf(session, role) is { } machine ? Machine(machine) : null;

    /// <summary>A machine of this table or of an imported one.</summary>
    public PlayedMachine? Machine(string name) => Tables.ImportsOf(Document, Cancellation).Prepend(Document)
        .Where(document => document.Names(Cancellation).Has(new NameKey(NameKind.Machine, null, name)) || document.File(Cancellation).Bound.Protocol.Machines.Any(machine => machine.Name == name))
        .Select(document => (PlayedMachine?)new PlayedMachine(document, name))
        .FirstOrDefault();
}
