using ProtoDsl.Language.Names;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.LanguageServer.Features.Completion;

/// <summary>Rows of a machine: an event, a guard, effects, the next state; and the rows that begin with a word.</summary>
internal sealed class RowCompletion(CompletionView view)
{
    private LinePrefix Prefix => view.Prefix;

    public void Add()
    {
        var open = view.OpenBracket();
        if (open >= 0)
        {
            new ArgumentCompletion(view, view.Place.Machine is { } machine ? view.Machine(machine) : null).Add(open);
        }
        else if (view.Last == TokenKind.Arrow)
        {
            view.Add(NameKind.State);
            view.List.AddWords("same");
        }
        else if (view.Last == TokenKind.Question)
        {
            view.Add(NameKind.Message);
            view.List.AddWords("*");
        }
        else if (view.Last == TokenKind.Bang)
        {
            view.Add(NameKind.Message);
        }
        else if (view.FirstWord == "keep" && !view.Has(TokenKind.Arrow))
        {
            AddKeep();
        }
        else if (IsInEffects())
        {
            AddEffects();
        }
        else
        {
            AddTrigger();
        }
    }

    /// <summary>What a row may wait for.</summary>
    public void AddEvents()
    {
        view.Add(NameKind.Call);
        view.Add(NameKind.Message, "?");
        view.List.AddWords("?*");
        if (view.Names.VisibleIn(view.Place.Machine, NameKind.Timer).Any())
        {
            view.List.AddWords("after", "timeout");
        }
    }

    private bool IsInEffects() => view.Has(TokenKind.Slash) || view.FirstWord is "entry" or "exit";

    private void AddEffects()
    {
        if (view.LastWord is "start" or "stop" or "restart")
        {
            view.Add(NameKind.Timer);
        }
        else if (view.LastWord == "to")
        {
            AddPeers();
        }
        else if (view.Last is TokenKind.Slash or TokenKind.Comma || (Prefix.Count == 1 && view.FirstWord is "entry" or "exit"))
        {
            view.Add(NameKind.Message, "!");
            view.Add(NameKind.Effect);
            view.List.AddWords("start", "stop", "restart");
        }
    }

    private void AddTrigger()
    {
        if (view.LastWord is "after" or "timeout")
        {
            view.Add(NameKind.Timer);
        }
        else if (view.LastWord == "from")
        {
            AddPeers();
        }
        else if (view.Last == TokenKind.Bar || (Prefix.Count == 1 && view.FirstWord is "ignore" or "defer" or "forbid"))
        {
            AddEvents();
        }
        else if (Prefix[-2].Kind == TokenKind.Identifier && Prefix.TextOf(-2) == "after")
        {
            view.List.AddWords("drained");
        }
    }

    // keep EVENTS [in SET] until EVENTS
    private void AddKeep()
    {
        var until = LastIndexOf("until");
        var set = LastIndexOf("in");
        if (view.LastWord is "after" or "timeout")
        {
            view.Add(NameKind.Timer);
        }
        else if (Prefix.Count == 1 || view.Last == TokenKind.Bar || until == Prefix.Count - 1)
        {
            AddEvents();
        }
        else if (until < 0 && set > 0 && (set == Prefix.Count - 1 || view.Last == TokenKind.Comma || view.LastWord is "except" or "any"))
        {
            LineCompletion.AddSet(view, set + 1);
        }
        else if (until < 0)
        {
            view.List.AddWords(set < 0 ? ["in", "until"] : ["until"]);
        }
    }

    private int LastIndexOf(string word)
    {
        for (var i = Prefix.Count - 1; i > 0; i--)
        {
            if (Prefix[i].Kind == TokenKind.Identifier && Prefix.TextOf(i) == word)
            {
                return i;
            }
        }

        return -1;
    }

    // Every role of every session of the table, and of those that import it: the machine may play in any.
    private void AddPeers() => view.List.AddNames(
        NameKind.Role,
        view.Tables.ImportersOf(view.Document, view.Cancellation).Prepend(view.Document)
            .SelectMany(document => document.File(view.Cancellation).Bound.Protocol.Sessions)
            .SelectMany(session => session.Roles)
            .Select(role => role.Name));
}
