using ProtoDsl.Language.Names;
using ProtoDsl.Language.Syntax;
using ProtoDsl.LanguageServer.Names;

namespace ProtoDsl.LanguageServer.Features.Completion;

/// <summary>What stands in brackets: guards, values of tags, and what effects hand on.</summary>
/// <param name="view">The place.</param>
/// <param name="machine">Whose names they are.</param>
internal sealed class ArgumentCompletion(CompletionView view, PlayedMachine? machine)
{
    private LinePrefix Prefix => view.Prefix;

    /// <param name="open">Index of the bracket.</param>
    public void Add(int open)
    {
        if (machine is not { } known)
        {
            return;
        }

        if (IsInGuard(open))
        {
            if (view.Last is TokenKind.OpenBracket or TokenKind.OpenParen or TokenKind.Bang or TokenKind.AmpersandAmpersand or TokenKind.BarBar)
            {
                view.Add(NameKind.Guard, known);
                view.List.AddWords(view.Last == TokenKind.OpenBracket ? ["else"] : []);
            }
        }
        else if (view.Last is TokenKind.OpenParen or TokenKind.Comma)
        {
            AddArguments(open, known);
        }
    }

    private bool IsInGuard(int open)
    {
        for (var i = open; i >= 0; i--)
        {
            switch (Prefix[i].Kind)
            {
                case TokenKind.OpenBracket:
                    return true;
                case TokenKind.CloseBracket or TokenKind.Slash:
                    return false;
            }
        }

        return false;
    }

    private void AddArguments(int open, PlayedMachine known)
    {
        var names = known.Document.Names(view.Cancellation);
        var called = view.NameAt(open - 1);
        var index = Enumerable.Range(open, Prefix.Count - open).Count(i => Prefix[i].Kind == TokenKind.Comma);
        var slash = view.IndexOf(TokenKind.Slash);
        var isEffect = (slash >= 0 && slash < open) || view.FirstWord is "entry" or "exit";
        var sign = Prefix[open - 2].Kind;
        if (isEffect && sign != TokenKind.Bang)
        {
            AddParameters(names, known, slash);
            view.List.AddNames(NameKind.TagValue, names.Uses.Where(use => use.IsDeclaration && use.Key.Kind == NameKind.TagValue).Select(use => use.Key.Name));
            return;
        }

        var kind = isEffect || sign == TokenKind.Question || names.VisibleIn(known.Machine, NameKind.Call).All(call => call.Name != called) ? NameKind.Message : NameKind.Call;
        view.List.AddNames(NameKind.TagValue, names.ValuesOf(known.Machine, new ArgumentPlace(kind, called, index)));
        if (isEffect)
        {
            AddParameters(names, known, slash);
        }
    }

    // Those of the events before the slash.
    private void AddParameters(NameMap names, PlayedMachine known, int slash)
    {
        for (var i = 0; i < slash; i++)
        {
            if (Prefix[i].Kind == TokenKind.Identifier)
            {
                var kind = i > 0 && Prefix[i - 1].Kind == TokenKind.Question ? NameKind.Message : NameKind.Call;
                view.List.AddNames(NameKind.Parameter, names.ParametersOf(known.Machine, kind, view.NameAt(i)));
            }
        }
    }
}
