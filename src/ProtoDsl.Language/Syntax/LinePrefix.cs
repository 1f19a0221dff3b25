using System.Threading;

namespace ProtoDsl.Language.Syntax;

/// <summary>The part of a line that stands before a place in it.</summary>
/// <param name="File">The text up to there, in tokens.</param>
/// <param name="FirstToken">Index of the line's first token.</param>
/// <param name="EndToken">Index after the last one that counts.</param>
/// <param name="Start">Where the name that is being written begins; the place itself where none is.</param>
/// <param name="IsText">True inside a comment or a string, where no name is asked for.</param>
public sealed record LinePrefix(LexedFile File, int FirstToken, int EndToken, int Start, bool IsText)
{
    /// <summary>How many tokens there are.</summary>
    public int Count => EndToken - FirstToken;

    /// <summary>One of them; <see cref="TokenKind.End"/> past the last. Negative numbers count from the end.</summary>
    public Token this[int index]
    {
        get
        {
            var at = index < 0 ? EndToken + index : FirstToken + index;
            return at >= FirstToken && at < EndToken ? File.Tokens[at] : new Token(TokenKind.End, Start, 0);
        }
    }

    /// <summary>Its text; empty past the last one.</summary>
    public string TextOf(int index) => File.TextOf(this[index]);

    internal static LinePrefix Of(string text, int offset)
    {
        var file = Lexer.Lex(text.Substring(0, offset), CancellationToken.None);
        var last = file.Lines[file.Lines.Length - 1];
        var lines = LineSplitter.Split(file, BracketPairs.Find(file));
        var isOpen = lines.Length > 0 && lines[lines.Length - 1].LastLine == file.Lines.Length - 1;
        var first = isOpen ? lines[lines.Length - 1].FirstToken : file.Tokens.Length;
        var end = file.Tokens.Length;
        var start = offset;
        var isText = last.HasComment;
        if (end > first && file.Tokens[end - 1] is var token && token.End == offset)
        {
            isText |= token.Kind is TokenKind.String || (token.Kind == TokenKind.Bad && text[token.Start] == '"');
            if (token.Kind is TokenKind.Identifier or TokenKind.Number or TokenKind.Measure)
            {
                (start, end) = (token.Start, end - 1);
            }
        }

        return new LinePrefix(file, first, end, start, isText);
    }
}
