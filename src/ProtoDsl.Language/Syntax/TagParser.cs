using System.Collections.Generic;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary>The values of a tag: <c>SYN | FIN</c>, <c>220 | 221</c>.</summary>
internal static class TagParser
{
    /// <summary>The values of a <c>tag</c> line, up to the type or the end; after a mistake, whatever may be a value.</summary>
    public static EquatableArray<TagValueSyntax> ValuesOfLine(LineCursor cursor)
    {
        var values = new List<TagValueSyntax>(Values(cursor));
        while (!cursor.AtEnd && !cursor.Is(TokenKind.Equal))
        {
            cursor.Fail(LineErrors.Expected(cursor, "'|' before another value", "SYN | FIN"));
            if (Value(cursor) is { } value)
            {
                values.Add(value);
            }
            else
            {
                cursor.Take();
            }
        }

        return values.ToEquatableArray();
    }

    /// <summary>Two values or more; those that could be read where one could not.</summary>
    public static EquatableArray<TagValueSyntax> Values(LineCursor cursor)
    {
        var values = new List<TagValueSyntax>();
        do
        {
            if (Value(cursor) is { } value)
            {
                values.Add(value);
            }
        }
        while (cursor.Accept(TokenKind.Bar));

        if (cursor.Is(TokenKind.BarBar))
        {
            cursor.Fail(LineErrors.Replace(cursor, "one '|' between the values of a tag", "|"));
        }
        else if (values.Count < 2)
        {
            cursor.Fail(DeclarationErrors.OneTagValue(cursor));
        }

        return values.ToEquatableArray();
    }

    private static TagValueSyntax? Value(LineCursor cursor)
    {
        var token = cursor.Current;
        switch (token.Kind)
        {
            case TokenKind.Identifier:
                var name = NodeParser.Name(cursor);
                return new TagValueSyntax(name.Text, null) { Span = name.Span };
            case TokenKind.Number:
                cursor.Take();
                return NodeParser.Value(cursor, token, long.MaxValue) is { } number
                    ? new TagValueSyntax(cursor.TextOf(token), number) { Span = token.Span }
                    : null;
            default:
                cursor.Fail(DeclarationErrors.TagValue(cursor));
                return null;
        }
    }
}
