using System.Text;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Formatting;

/// <summary>What decides how a line's punctuation is set.</summary>
internal enum LineStyle
{
    /// <summary><c>?</c> receives, <c>[</c> opens a guard.</summary>
    Row,

    /// <summary><c>?</c> and <c>[</c> belong to C# types; alternatives are tight: <c>ACK(SYN|FIN of)</c>.</summary>
    Signatures,

    /// <summary>Types too, but alternatives are wide: <c>tag End = Last | More</c>.</summary>
    Tag,
}

/// <summary>The blanks between two tokens of a line.</summary>
internal static class TokenSpacing
{
    /// <summary>The tokens from <paramref name="from"/> up to, not including, <paramref name="to"/>.</summary>
    /// <param name="file">Where they are.</param>
    /// <param name="from">Index of the first.</param>
    /// <param name="to">Index after the last.</param>
    /// <param name="style">What the tokens may mean.</param>
    public static string Join(LexedFile file, int from, int to, LineStyle style)
    {
        var text = new StringBuilder();
        for (var i = from; i < to; i++)
        {
            if (i > from && IsApart(file, i, style))
            {
                text.Append(' ');
            }

            text.Append(file.Text, file.Tokens[i].Start, file.Tokens[i].Length);
        }

        return text.ToString();
    }

    private static bool IsApart(LexedFile file, int index, LineStyle style)
    {
        var previous = file.Tokens[index - 1].Kind;
        return !GluesToNext(previous, style) && !GluesToPrevious(file, index, previous, style);
    }

    private static bool GluesToNext(TokenKind kind, LineStyle style) => kind switch
    {
        TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.Dot or TokenKind.ColonColon or TokenKind.Bang or TokenKind.Less => true,
        TokenKind.Question => style == LineStyle.Row,
        _ => false,
    };

    private static bool GluesToPrevious(LexedFile file, int index, TokenKind previous, LineStyle style) => file.Tokens[index].Kind switch
    {
        TokenKind.Comma or TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.Dot or TokenKind.ColonColon
            or TokenKind.Less or TokenKind.Greater => true,
        TokenKind.OpenParen => previous == TokenKind.Identifier,
        TokenKind.OpenBracket or TokenKind.Question => style != LineStyle.Row,
        TokenKind.Bar => style == LineStyle.Signatures,
        _ => previous == TokenKind.Bar && style == LineStyle.Signatures,
    };
}
