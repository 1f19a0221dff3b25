using System;
using System.Collections.Generic;
using System.Globalization;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary>The small things that every line is made of. Null means: not there, and said so.</summary>
internal static class NodeParser
{
    /// <summary>A name of any kind; <c>@</c> is dropped.</summary>
    public static NameSyntax? Name(LineCursor cursor, string what, string example)
    {
        if (!cursor.Is(TokenKind.Identifier))
        {
            cursor.Fail(LineErrors.Name(cursor, what, example));
            return null;
        }

        return Name(cursor);
    }

    /// <summary>A name where some words mean something else.</summary>
    public static NameSyntax? NameBut(LineCursor cursor, string what, string example, params string[] words)
    {
        foreach (var word in words)
        {
            if (cursor.IsWord(word))
            {
                cursor.Fail(LineErrors.Reserved(cursor, what));
                return null;
            }
        }

        return Name(cursor, what, example);
    }

    /// <summary>The identifier that is known to stand here.</summary>
    public static NameSyntax Name(LineCursor cursor)
    {
        var token = cursor.Take();
        var text = cursor.TextOf(token);
        return new NameSyntax(text[0] == '@' ? text.Substring(1) : text) { Span = token.Span };
    }

    public static NameSyntax Missing(LineCursor cursor) => new(string.Empty) { Span = new TextSpan(cursor.PreviousEnd, 0) };

    /// <summary>One or more names with commas between them.</summary>
    public static EquatableArray<NameSyntax> Names(LineCursor cursor, string what, string example, params string[] but)
    {
        var names = new List<NameSyntax>();
        do
        {
            if (NameBut(cursor, what, example, but) is { } name)
            {
                names.Add(name);
            }
        }
        while (cursor.Accept(TokenKind.Comma) || NextWithoutComma());
        return names.ToEquatableArray();

        bool NextWithoutComma()
        {
            if (!cursor.Is(TokenKind.Identifier) || Array.Exists(but, cursor.IsWord))
            {
                return false;
            }

            cursor.Fail(LineErrors.Expected(cursor, "',' before another name", example));
            return true;
        }
    }

    public static NumberSyntax? Number(LineCursor cursor, string what, string example)
    {
        if (!cursor.Is(TokenKind.Number))
        {
            cursor.Fail(LineErrors.Number(cursor, what, example));
            return null;
        }

        var token = cursor.Take();
        return Value(cursor, token, int.MaxValue) is { } value ? new NumberSyntax(value) { Span = token.Span } : null;
    }

    /// <summary>The value of digits; null and a finding where it is beyond <paramref name="most"/>.</summary>
    public static long? Value(LineCursor cursor, Token digits, long most)
    {
        var text = cursor.TextOf(digits);
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= most)
        {
            return value;
        }

        cursor.Fail(LineErrors.NumberTooLarge(digits, text, most));
        return null;
    }

    /// <summary>A string, where one stands.</summary>
    public static StringSyntax? OptionalString(LineCursor cursor)
    {
        if (!cursor.Is(TokenKind.String))
        {
            return null;
        }

        var token = cursor.Take();
        var text = cursor.TextOf(token).Substring(1, token.Length - 2);
        return new StringSyntax(text.IndexOf('\\') < 0 ? text : Unescape(text)) { Span = token.Span };
    }

    public static bool Expect(LineCursor cursor, TokenKind kind, string what, string example)
    {
        if (cursor.Accept(kind))
        {
            return true;
        }

        cursor.Fail(LineErrors.Expected(cursor, what, example));
        return false;
    }

    /// <summary>Reports what stands after the line's last part.</summary>
    public static void End(LineCursor cursor, string after)
    {
        if (!cursor.AtEnd)
        {
            cursor.Fail(LineErrors.Surplus(cursor, after));
        }
    }

    private static string Unescape(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            i += text[i] == '\\' ? 1 : 0;
            plain.Append(text[i]);
        }

        return plain.ToString();
    }
}
