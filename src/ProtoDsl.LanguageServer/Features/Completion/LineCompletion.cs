using ProtoDsl.Language.Names;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.LanguageServer.Features.Completion;

/// <summary>From the first word of a line, and the section that it stands in, to what may follow.</summary>
internal sealed class LineCompletion(CompletionView view)
{
    private static readonly string[] s_sections = ["state", "initial", "final", "in", "machine", "session", "scenario"];

    public void Add()
    {
        if (view.Prefix.Count == 0)
        {
            AddBeginnings();
            return;
        }

        var keyword = view.Prefix[1].Kind is TokenKind.Arrow or TokenKind.Colon ? LineKeyword.None : Keywords.Classify(view.FirstWord);
        if (keyword == LineKeyword.Declaration)
        {
            AddDeclaration();
        }
        else if (keyword == LineKeyword.Section)
        {
            AddSection();
        }
        else if (view.Place.Opening is SessionLine)
        {
            SessionCompletion.Add(view);
        }
        else if (view.Place.Opening is ScenarioLine)
        {
            ScenarioCompletion.Add(view);
        }
        else
        {
            new RowCompletion(view).Add();
        }
    }

    private void AddBeginnings()
    {
        switch (view.Place.Opening)
        {
            case SessionLine:
                view.List.AddWords("over", "never", "scenario", "session");
                break;
            case ScenarioLine:
                view.AddRoles();
                view.List.AddWords("from", "expect", "drop", "scenario", "session");
                break;
            case StateLine or InLine:
                new RowCompletion(view).AddEvents();
                view.List.AddWords("ignore", "defer", "forbid");
                view.List.AddWords(view.Place.Opening is StateLine ? ["entry", "exit", .. s_sections] : s_sections);
                break;
            case MachineLine:
                view.List.AddWords(["group", "keep", "message", "call", "timer", "tag", .. s_sections]);
                break;
            default:
                view.List.AddWords("message", "call", "timer", "tag", "machine", "public", "internal", "async", "synchronized", "generic", "protocol", "namespace", "using", "import", "session", "scenario");
                break;
        }
    }

    private void AddDeclaration()
    {
        switch (view.FirstWord)
        {
            case "import":
                var own = view.Document.File(view.Cancellation).Bound.Protocol.Name;
                view.List.AddNames(NameKind.Protocol, view.Tables.Protocols(view.Cancellation).Where(name => name != own));
                break;
            case "group" when view.Has(TokenKind.Equal):
                view.Add(NameKind.State);
                view.List.AddNames(NameKind.Group, view.Names.VisibleIn(view.Place.Machine, NameKind.Group).Select(key => key.Name).Where(name => name != view.NameAt(1)));
                break;
            case "message" or "call" when view.OpenBracket() >= 0 && view.Last is TokenKind.OpenParen or TokenKind.Comma:
                view.Add(NameKind.Tag);
                break;
            case "protocol" when view.Prefix.Count == 2:
                view.List.AddWords("version");
                break;
        }
    }

    private void AddSection()
    {
        switch (view.FirstWord)
        {
            case "in":
                AddSet(view, first: 1);
                break;
            case "scenario" when view.Last == TokenKind.String:
                view.List.AddWords("in");
                break;
            case "scenario" when view.LastWord == "in":
                view.List.AddNames(NameKind.Session, view.Names.Uses.Where(use => use.IsDeclaration && use.Key.Kind == NameKind.Session).Select(use => use.Key.Name));
                break;
            case "initial" or "final" when view.Prefix.Count <= 2 && view.LastWord is "initial" or "final":
                view.List.AddWords("state", view.HasWord("initial") ? "final" : "initial");
                break;
            case "public" or "internal" or "async" or "synchronized" or "generic" when !view.HasWord("machine"):
                view.List.AddWords([.. new[] { "machine", "public", "internal", "async", "synchronized", "generic" }.Where(word => !view.HasWord(word))]);
                break;
        }
    }

    /// <summary>States and groups, as in <c>any except A, B</c>.</summary>
    /// <param name="view">The place.</param>
    /// <param name="first">Index of the first token of the set.</param>
    public static void AddSet(CompletionView view, int first)
    {
        if (view.Prefix.Count == first)
        {
            view.List.AddWords("any");
            view.AddStatesAndGroups();
        }
        else if (view.Last == TokenKind.Comma || view.LastWord == "except")
        {
            view.AddStatesAndGroups();
        }
        else if (view.LastWord == "any")
        {
            view.List.AddWords("except");
        }
    }
}
