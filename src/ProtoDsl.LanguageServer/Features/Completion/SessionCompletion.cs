using ProtoDsl.Language.Names;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.LanguageServer.Features.Completion;

/// <summary>Rows of a session: roles, the channel, and what must never hold.</summary>
internal static class SessionCompletion
{
    public static void Add(CompletionView view)
    {
        if (view.Prefix[1].Kind == TokenKind.Colon)
        {
            AddRole(view);
        }
        else if (view.FirstWord == "over")
        {
            view.List.AddWords(view.Prefix.Count == 1 ? ["lossy", "fifo", "bag", "rendezvous"] : view.LastWord == "lossy" ? ["fifo", "bag"] : []);
        }
        else if (view.FirstWord == "never")
        {
            AddPairs(view, view.Last is TokenKind.String || view.Prefix.Count == 1);
        }
    }

    /// <summary>Roles, each with a state of its machine.</summary>
    /// <param name="view">The place.</param>
    /// <param name="isFirst">True where no pair stands before.</param>
    public static void AddPairs(CompletionView view, bool isFirst)
    {
        if (isFirst || view.Last == TokenKind.Comma)
        {
            view.AddRoles();
        }
        else if (view.MachineOf(view.NameAt(-1)) is { } machine && !IsState(view))
        {
            view.Add(NameKind.State, machine);
        }
    }

    // The second word of a pair may bear the name of a role.
    private static bool IsState(CompletionView view) => view.Prefix[-2].Kind == TokenKind.Identifier && view.Prefix.Count > 2;

    private static void AddRole(CompletionView view)
    {
        if (view.Last == TokenKind.Colon)
        {
            view.List.AddNames(NameKind.Machine, view.Tables.ImportsOf(view.Document, view.Cancellation).Prepend(view.Document)
                .SelectMany(document => document.File(view.Cancellation).Bound.Protocol.Machines)
                .Select(machine => machine.Name));
            return;
        }

        if (view.Machine(view.NameAt(2)) is not { } played)
        {
            return;
        }

        if (view.LastWord == "calls" || view.Last == TokenKind.Comma)
        {
            view.Add(NameKind.Call, played);
        }
        else if (view.LastWord == "from")
        {
            view.Add(NameKind.State, played);
        }
        else if (!view.HasWord("from"))
        {
            view.List.AddWords(view.HasWord("calls") ? ["from"] : ["calls", "from"]);
        }
    }
}
