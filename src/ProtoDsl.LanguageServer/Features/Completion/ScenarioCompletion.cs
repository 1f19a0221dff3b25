using ProtoDsl.Language.Names;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.LanguageServer.Features.Completion;

/// <summary>Rows of a scenario: states, deliveries and losses, and what happens to one role.</summary>
internal static class ScenarioCompletion
{
    public static void Add(CompletionView view)
    {
        if (view.FirstWord is "from" or "expect" && view.Prefix[1].Kind != TokenKind.Arrow)
        {
            var isAfterRole = view.Prefix.Count > 1 && view.Last == TokenKind.Identifier;
            if (view.Prefix.Count == 1 || !isAfterRole)
            {
                view.AddRoles();
            }
            else if (view.Prefix.Count % 3 == 2 && view.MachineOf(view.NameAt(-1)) is { } machine)
            {
                view.Add(NameKind.State, machine); // role, state, comma: three tokens a pair
            }
        }
        else if (view.FirstWord == "drop" && view.Prefix.Count == 1)
        {
            view.AddRoles();
        }
        else if (view.IndexOf(TokenKind.Arrow) is > 0 and var arrow)
        {
            AddDelivery(view, arrow);
        }
        else
        {
            AddEvent(view);
        }
    }

    private static void AddDelivery(CompletionView view, int arrow)
    {
        if (view.Last == TokenKind.Arrow)
        {
            view.AddRoles();
        }
        else if (view.MachineOf(view.NameAt(arrow - 1)) is { } sender)
        {
            if (view.OpenBracket() is >= 0 and var open)
            {
                new ArgumentCompletion(view, sender).Add(open);
            }
            else if (view.Prefix.Count == arrow + 2)
            {
                view.Add(NameKind.Message, sender);
            }
        }
    }

    private static void AddEvent(CompletionView view)
    {
        if (view.FirstWord == "drop")
        {
            view.List.AddWords("->");
            return;
        }

        if (view.MachineOf(view.NameAt(0)) is not { } machine)
        {
            return;
        }

        if (view.OpenBracket() is >= 0 and var open)
        {
            new ArgumentCompletion(view, machine).Add(open);
        }
        else if (view.Prefix.Count == 1)
        {
            view.Add(NameKind.Call, machine);
            view.List.AddWords("->");
            view.Add(NameKind.Message, machine, "?");
            view.List.AddWords("after", "timeout");
        }
        else if (view.Last == TokenKind.Question)
        {
            view.Add(NameKind.Message, machine);
        }
        else if (view.LastWord is "after" or "timeout")
        {
            view.Add(NameKind.Timer, machine);
        }
    }
}
