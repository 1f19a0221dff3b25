using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
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

    Question,
    Bang,
    Star,
    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,
    Less,
    Greater,
    Comma,
    Dot,
    Colon,
    ColonColon,
    Equal,
    Bar,
    BarBar,
    AmpersandAmpersand,
    Arrow,
    Slash,

    /// <summary>What the language has no use for; <see cref="LexicalErrors"/> says what to write instead.</summary>
    Bad,
}

/// <summary>The smallest piece of a line.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;

    public TextSpan Span => new(Start, Length);
}

/// <summary>One line of the text as an editor shows it.</summary>
/// <param name="Start">Offset of its first character (after a byte order mark).</param>
/// <param name="End">Offset of its line break, or the end of the text.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Comment">Offset of <c>//</c>; -1 when there is none.</param>
internal readonly record struct PhysicalLine(int Start, int End, int FirstToken, int EndToken, int Comment)
{
    public bool HasTokens => FirstToken < EndToken;

    public bool HasComment => Comment >= 0;
}

/// <summary>A whole text in tokens and physical lines.</summary>
internal sealed record LexedFile(string Text, Token[] Tokens, PhysicalLine[] Lines)
{
    public string TextOf(Token token) => Text.Substring(token.Start, token.Length);

    /// <summary>Three slashes, not four, on a line of their own.</summary>
    public bool IsDocumentation(PhysicalLine line) =>
        line.HasComment && !line.HasTokens && Has(line, 2) && !Has(line, 3);

    private bool Has(PhysicalLine line, int slash) => line.Comment + slash < line.End && Text[line.Comment + slash] == '/';
}
