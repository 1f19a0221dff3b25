using System.Globalization;

namespace ProtoDsl.Language.Syntax;

/// <summary>Which characters may stand where. Identifiers follow C#, except that invisible formatting characters
/// (which C# drops silently) are refused: two names that look alike must be alike.</summary>
internal static class CharacterClass
{
    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool StartsIdentifier(char c) => c < 128
        ? c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_'
        : CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.LetterNumber;

    public static bool ContinuesIdentifier(char c) => c < 128
        ? StartsIdentifier(c) || IsDigit(c)
        : StartsIdentifier(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    public static bool IsBlank(char c) =>
        c is ' ' or '\t' or '\v' or '\f' || (c >= 128 && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator);

    /// <summary>Characters that have no place in a text: controls, and those that C# takes for a line break where we do not.</summary>
    public static bool IsControl(char c) =>
        (c < ' ' && c is not ('\t' or '\v' or '\f' or '\r' or '\n')) || c is >= '\u007F' and <= '\u009F' or '\u2028' or '\u2029';
}
