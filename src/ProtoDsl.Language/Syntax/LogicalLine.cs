namespace ProtoDsl.Language.Syntax;

/// <summary>One physical line, or several that belong together: what the parser reads at a time.</summary>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="FirstLine">The physical line it begins on, from 0.</param>
/// <param name="LastLine">The physical line it ends on.</param>
/// <param name="Indentation">How many blanks stand before its first token.</param>
/// <param name="Keyword">What its first word makes of it.</param>
internal readonly record struct LogicalLine(
    int FirstToken, int EndToken, int FirstLine, int LastLine, int Indentation, LineKeyword Keyword)
{
    public bool IsIndented => Indentation > 0;

    public int TokenCount => EndToken - FirstToken;
}
