using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary>What can be wrong with a single token: says what the language writes instead.</summary>
internal static class LexicalErrors
{
    public static readonly TableRule CharacterRule = new("PDSL0010", "Character without a meaning", TableSeverity.Error);
    public static readonly TableRule StringRule = new("PDSL0011", "String not closed", TableSeverity.Error);
    public static readonly TableRule EscapeRule = new("PDSL0012", "Unknown escape in a string", TableSeverity.Error);
    public static readonly TableRule BracketRule = new("PDSL0013", "Bracket without a partner", TableSeverity.Error);

    /// <summary>Why a token of kind <see cref="TokenKind.Bad"/> is one.</summary>
    public static TableDiagnostic For(string text, Token token) => text[token.Start] == '"' ? InString(text, token) : Character(text, token);

    public static TableDiagnostic Unclosed(Token bracket, char closing) =>
        new(BracketRule, bracket.Span, $"This bracket is not closed; write '{closing}' where it ends");

    public static TableDiagnostic Unopened(Token bracket, char opening, char closing) =>
        new(BracketRule, bracket.Span, $"This '{closing}' closes nothing; write '{opening}' where it begins, or remove it");

    private static TableDiagnostic InString(string text, Token token)
    {
        for (var at = token.Start + 1; at < token.End - 1; at++)
        {
            if (text[at] == '\\' && text[at + 1] is var escaped)
            {
                if (escaped is not ('"' or '\\'))
                {
                    return new(EscapeRule, new TextSpan(at, 2), $"{(CharacterClass.IsControl(escaped) ? "This" : $"'\\{escaped}'")} is no escape; write \\\\ for a backslash and \\\" for a quote");
                }

                at++;
            }
            else if (CharacterClass.IsControl(text[at]))
            {
                return new(CharacterRule, new TextSpan(at, 1), $"{Shown(text, at)} cannot stand in a string; remove it");
            }
        }

        return new(StringRule, token.Span, "The string is not closed on its line; write '\"' where it ends (and \\\" for a quote inside)");
    }

    private static TableDiagnostic Character(string text, Token token) => text[token.Start] switch
    {
        '=' => Replace(token, "->", "'=>' is no arrow here; write '->' before the next state"),
        '→' => Replace(token, "->", "Write the arrow in two characters: '->'"),
        '-' => new(CharacterRule, token.Span, "'-' stands alone; write '->' before the next state"),
        ';' => Replace(token, string.Empty, "Lines have no semicolon at their end; remove it"),
        '&' => Replace(token, "&&", "'&' stands alone; write '&&' between two guards"),
        '/' => new(CharacterRule, token.Span, "There are no block comments; write '//' before each line of the comment"),
        '#' => Replace(token, "//", "'#' begins no comment; write '//'"),
        '{' or '}' => new(CharacterRule, token.Span, $"There are no braces; a section ends where the next one begins, so remove '{text[token.Start]}'"),
        '\'' or '`' or '“' or '”' or '„' or '‘' or '’' => new(CharacterRule, token.Span, "Strings stand in straight double quotes; write '\"'"),
        _ => new(CharacterRule, token.Span, $"{Shown(text, token.Start)} has no meaning here; remove it"),
    };

    private static TableDiagnostic Replace(Token token, string with, string message) => new(CharacterRule, token.Span, message)
    {
        Fix = new TableFix(
            with.Length == 0 ? "Remove it" : $"Write '{with}'",
            EquatableArray.Create(new TextEdit(token.Span, with))),
    };

    // Invisible characters by their number: a message must be readable wherever it is printed.
    private static string Shown(string text, int at)
    {
        var c = text[at];
        var isPair = char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
        var isPlain = c is > ' ' and < '\u007F' || (c > '\u00A0' && (char.IsLetterOrDigit(c) || char.IsPunctuation(c) || char.IsSymbol(c)));
        var number = isPair ? char.ConvertToUtf32(c, text[at + 1]) : c;
        return isPlain ? $"'{c}'" : $"The character U+{number:X4}";
    }
}
