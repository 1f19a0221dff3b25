using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary>What a token is.</summary>
public enum TokenKind : byte
{
    /// <summary>Past the last token of a line.</summary>
    End,

    /// <summary>A name or keyword; <c>@word</c> is never a keyword.</summary>
    Identifier,

    /// <summary>Decimal digits.</summary>
    Number,

    /// <summary>Digits with letters behind them: <c>240s</c>.</summary>
    Measure,

    /// <summary>A closed string whose escapes are known.</summary>
    String,

    /// <summary><c>?</c>.</summary>
    Question,

    /// <summary><c>!</c>.</summary>
    Bang,

    /// <summary><c>*</c>.</summary>
    Star,

    /// <summary><c>(</c>.</summary>
    OpenParen,

    /// <summary><c>)</c>.</summary>
    CloseParen,

    /// <summary><c>[</c>.</summary>
    OpenBracket,

    /// <summary><c>]</c>.</summary>
    CloseBracket,

    /// <summary><c>&lt;</c>.</summary>
    Less,

    /// <summary><c>&gt;</c>.</summary>
    Greater,

    /// <summary><c>,</c>.</summary>
    Comma,

    /// <summary><c>.</c>.</summary>
    Dot,

    /// <summary><c>:</c>.</summary>
    Colon,

    /// <summary><c>::</c>.</summary>
    ColonColon,

    /// <summary><c>=</c>.</summary>
    Equal,

    /// <summary><c>|</c>.</summary>
    Bar,

    /// <summary><c>||</c>.</summary>
    BarBar,

    /// <summary><c>&amp;&amp;</c>.</summary>
    AmpersandAmpersand,

    /// <summary><c>-></c>.</summary>
    Arrow,

    /// <summary><c>/</c>.</summary>
    Slash,

    /// <summary>What the language has no use for; <see cref="LexicalErrors"/> says what to write instead.</summary>
    Bad,
}

/// <summary>The smallest piece of a line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">Number of characters.</param>
public readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    /// <summary>Offset after its last character.</summary>
    public int End => Start + Length;

    /// <summary>Where it stands.</summary>
    public TextSpan Span => new(Start, Length);
}

/// <summary>One line of the text as an editor shows it.</summary>
/// <param name="Start">Offset of its first character (after a byte order mark).</param>
/// <param name="End">Offset of its line break, or the end of the text.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Comment">Offset of <c>//</c>; -1 when there is none.</param>
public readonly record struct PhysicalLine(int Start, int End, int FirstToken, int EndToken, int Comment)
{
    /// <summary>False for an empty line, and for one that is all comment.</summary>
    public bool HasTokens => FirstToken < EndToken;

    /// <summary>True where a comment ends it.</summary>
    public bool HasComment => Comment >= 0;
}

/// <summary>A whole text in tokens and physical lines.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tokens">All tokens, in order.</param>
/// <param name="Lines">All lines, in order.</param>
public sealed record LexedFile(string Text, Token[] Tokens, PhysicalLine[] Lines)
{
    /// <summary>The characters of a token.</summary>
    public string TextOf(Token token) => Text.Substring(token.Start, token.Length);

    /// <summary>Three slashes, not four, on a line of their own.</summary>
    public bool IsDocumentation(PhysicalLine line) =>
        line.HasComment && !line.HasTokens && Has(line, 2) && !Has(line, 3);

    private bool Has(PhysicalLine line, int slash) => line.Comment + slash < line.End && Text[line.Comment + slash] == '/';
}
