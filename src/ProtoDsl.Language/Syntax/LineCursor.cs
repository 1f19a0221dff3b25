using System;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary>Walks the tokens of one logical line. The first error of a line is reported, later ones are not: they follow from it.</summary>
internal sealed class LineCursor(LexedFile file, int[] partners, SyntaxDiagnostics diagnostics)
{
    private LogicalLine _line;
    private int _at;

    /// <summary>True once an error of this line was reported: what is read from here on is a guess.</summary>
    public bool Failed { get; private set; }

    /// <summary>The token to read next.</summary>
    public Token Current => Ahead(0);

    public bool AtEnd => _at >= _line.EndToken;

    /// <summary>The place after the last token read.</summary>
    public int PreviousEnd => _at > _line.FirstToken ? file.Tokens[_at - 1].End : Current.Start;

    /// <summary>The whole line.</summary>
    public TextSpan LineSpan => TextSpan.FromBounds(file.Tokens[_line.FirstToken].Start, file.Tokens[_line.EndToken - 1].End);

    /// <summary>What an error about the next token points at; the place behind the last one at the end of the line.</summary>
    public TextSpan Here => AtEnd ? new TextSpan(PreviousEnd, 0) : Current.Span;

    /// <summary>The next token for a message.</summary>
    public string Found => AtEnd ? "the end of the line" : Quote(TextOf(Current));

    /// <summary>Begins a line; a token that means nothing and a bracket without a partner are reported at once.</summary>
    public void MoveTo(LogicalLine line, bool silently)
    {
        _line = line;
        _at = line.FirstToken;
        Failed = silently;
        for (var i = line.FirstToken; i < line.EndToken && !Failed; i++)
        {
            var token = file.Tokens[i];
            if (token.Kind == TokenKind.Bad)
            {
                Fail(LexicalErrors.For(file.Text, token));
            }
        }

        for (var i = line.FirstToken; i < line.EndToken && !Failed; i++)
        {
            if (partners[i] < 0)
            {
                Fail(Lonely(file.Tokens[i]));
            }
        }
    }

    public Token Ahead(int count) =>
        _at + count < _line.EndToken ? file.Tokens[_at + count] : new Token(TokenKind.End, file.Tokens[_line.EndToken - 1].End, 0);

    public bool Is(TokenKind kind) => Current.Kind == kind;

    /// <summary>True at a keyword, which <c>@word</c> never is.</summary>
    public bool IsWord(string word) => IsWord(Current, word);

    public bool IsWord(Token token, string word) =>
        token.Kind == TokenKind.Identifier && token.Length == word.Length
        && string.CompareOrdinal(file.Text, token.Start, word, 0, word.Length) == 0;

    public Token Take()
    {
        var token = Current;
        _at += AtEnd ? 0 : 1;
        return token;
    }

    public bool Accept(TokenKind kind)
    {
        var found = Is(kind);
        _at += found ? 1 : 0;
        return found;
    }

    public bool AcceptWord(string word)
    {
        var found = IsWord(word);
        _at += found ? 1 : 0;
        return found;
    }

    /// <summary>After a mistake: goes past the next token of a kind, and over pairs of brackets on the way. False where the line, or
    /// what is enclosed, ends before.</summary>
    public bool SkipPast(TokenKind kind, TokenKind before = TokenKind.End)
    {
        while (!AtEnd && !Is(before))
        {
            if (Accept(kind))
            {
                return true;
            }

            _at = partners[_at] > _at ? partners[_at] + 1 : _at + 1;
        }

        return false;
    }

    /// <summary>After a mistake: goes past the partner of an opening bracket; past the next closing one where it has none.</summary>
    public void SkipBracket(Token opening)
    {
        var index = Array.BinarySearch(file.Tokens, _line.FirstToken, _line.EndToken - _line.FirstToken, opening, ByStart.Instance);
        if (index >= 0 && partners[index] > index)
        {
            _at = Math.Max(_at, partners[index] + 1);
        }
        else
        {
            SkipPast(opening.Kind == TokenKind.OpenParen ? TokenKind.CloseParen : TokenKind.CloseBracket);
        }
    }

    public string TextOf(Token token) => file.TextOf(token);

    public TextSpan SpanFrom(int start) => TextSpan.FromBounds(start, Math.Max(start, PreviousEnd));

    /// <summary>Reports the first error of the line.</summary>
    public void Fail(TableDiagnostic diagnostic)
    {
        if (!Failed)
        {
            diagnostics.Add(diagnostic);
            Failed = true;
        }
    }

    public static string Quote(string text) => text.Length <= 40 ? $"'{text}'" : $"'{text.Substring(0, 40)}…'";

    private static TableDiagnostic Lonely(Token bracket) => bracket.Kind switch
    {
        TokenKind.OpenParen => LexicalErrors.Unclosed(bracket, ')'),
        TokenKind.OpenBracket => LexicalErrors.Unclosed(bracket, ']'),
        TokenKind.CloseParen => LexicalErrors.Unopened(bracket, '(', ')'),
        _ => LexicalErrors.Unopened(bracket, '[', ']'),
    };

    private sealed class ByStart : System.Collections.Generic.IComparer<Token>
    {
        public static readonly ByStart Instance = new();

        public int Compare(Token x, Token y) => x.Start.CompareTo(y.Start);
    }
}
