using System.Collections.Generic;

namespace ProtoDsl.Language.Syntax;

/// <summary>Finds the partner of every bracket. A bracket without one continues no line, so that a forgotten <c>)</c> costs its own row
/// and not the rest of the section. Nothing is paired across a section line, nor across <c>/</c>, <c>-></c> or a <c>?</c> that begins a
/// line: none of them can stand in brackets.</summary>
internal static class BracketPairs
{
    /// <summary>For every token: the index of its partner, -1 for a lonely bracket, 0 for what is no bracket.</summary>
    public static int[] Find(LexedFile file)
    {
        var partners = new int[file.Tokens.Length];
        var parentheses = 0;
        var open = new Stack<int>();
        foreach (var line in file.Lines)
        {
            if (LineSplitter.OpensSection(file, line))
            {
                open.Clear();
                parentheses = 0;
            }

            for (var i = line.FirstToken; i < line.EndToken; i++)
            {
                var kind = file.Tokens[i].Kind;
                if (kind is TokenKind.Slash or TokenKind.Arrow || (kind == TokenKind.Question && i == line.FirstToken))
                {
                    open.Clear();
                    parentheses = 0;
                }
                else if (kind is TokenKind.OpenParen or TokenKind.OpenBracket)
                {
                    partners[i] = -1;
                    open.Push(i);
                    parentheses += kind == TokenKind.OpenParen ? 1 : 0;
                }
                else if (kind is TokenKind.CloseParen or TokenKind.CloseBracket)
                {
                    partners[i] = -1;
                    var isParenthesis = kind == TokenKind.CloseParen;
                    if (isParenthesis ? parentheses > 0 : open.Count > parentheses)
                    {
                        Close(i, isParenthesis);
                    }
                }
            }
        }

        return partners;

        // Brackets of the other kind in between stay lonely.
        void Close(int closing, bool isParenthesis)
        {
            while (true)
            {
                var candidate = open.Pop();
                var candidateIsParenthesis = file.Tokens[candidate].Kind == TokenKind.OpenParen;
                parentheses -= candidateIsParenthesis ? 1 : 0;
                if (candidateIsParenthesis == isParenthesis)
                {
                    partners[candidate] = closing;
                    partners[closing] = candidate;
                    return;
                }
            }
        }
    }
}
