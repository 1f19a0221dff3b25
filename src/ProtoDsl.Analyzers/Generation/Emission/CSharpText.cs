using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>The one way for a table's text into C#: as an identifier, a string, documentation or a comment. Tables may be hostile, so
/// nothing is passed on that could end what it stands in.</summary>
internal static class CSharpText
{
    private const int LongestComment = 160;

    /// <summary>Words that C# reads as its own in some places only.</summary>
    private static readonly HashSet<string> s_contextual = new()
    {
        "alias", "and", "async", "await", "dynamic", "field", "file", "global", "managed", "nameof", "nint", "not", "notnull", "nuint", "or",
        "partial", "record", "required", "scoped", "unmanaged", "var", "when", "where", "with", "yield",
    };

    /// <summary>A name as C# takes it; a keyword is escaped, what is no identifier at all is made one.</summary>
    public static string Identifier(string name)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
        {
            name = Repair(name);
        }

        return SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || s_contextual.Contains(name) ? "@" + name : name;
    }

    /// <summary>A dotted name, part by part.</summary>
    public static string DottedName(string name)
    {
        var parts = name.Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Identifier(parts[i].TrimStart('@'));
        }

        return string.Join(".", parts);
    }

    /// <summary>A string literal on one line.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            switch (character)
            {
                case '"' or '\\':
                    literal.Append('\\').Append(character);
                    break;
                case '\n':
                    literal.Append("\\n");
                    break;
                case ' ':
                    literal.Append(' ');
                    break;
                default:
                    if (IsHarmless(character))
                    {
                        literal.Append(character);
                    }
                    else
                    {
                        literal.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                    }

                    break;
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>One line of XML text.</summary>
    public static string Xml(string text)
    {
        var xml = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '<' => xml.Append("&lt;"),
                '>' => xml.Append("&gt;"),
                '&' => xml.Append("&amp;"),
                _ => xml.Append(OnOneLine(character)),
            };
        }

        return xml.ToString();
    }

    /// <summary>The rest of a <c>//</c> line, shortened where it is long.</summary>
    public static string Comment(string text)
    {
        var comment = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (comment.Length == LongestComment)
            {
                return comment.Append('…').ToString();
            }

            comment.Append(OnOneLine(character));
        }

        return comment.ToString();
    }

    /// <summary>An integer.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The lines of a text, whatever ends them.</summary>
    public static string[] LinesOf(string text) => text.Replace("\r\n", "\n").Split('\n', '\r', '\u0085', '\u2028', '\u2029');

    private static char OnOneLine(char character) => character == ' ' || IsHarmless(character) ? character : char.IsWhiteSpace(character) ? ' ' : '\uFFFD';

    /// <summary>Visible, no surrogate half, nothing that reorders a line or ends it.</summary>
    private static bool IsHarmless(char character) =>
        character is > ' ' and < '\u007F'
        || (character > '\u00A0' && (char.IsLetterOrDigit(character) || char.IsPunctuation(character) || char.IsSymbol(character)) && character < '\uFFF0');

    private static string Repair(string name)
    {
        var repaired = new StringBuilder("_");
        foreach (var character in name)
        {
            repaired.Append(SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_');
        }

        return repaired.ToString();
    }
}
