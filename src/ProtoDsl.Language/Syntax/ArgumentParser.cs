using System.Collections.Generic;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary>Arguments in parentheses.</summary>
internal static class ArgumentParser
{
    /// <summary>The arguments where parentheses stand, else none; null where they could not be read.</summary>
    public static EquatableArray<ValueSyntax>? Arguments(LineCursor cursor)
    {
        var opening = cursor.Current;
        if (!cursor.Accept(TokenKind.OpenParen))
        {
            return default(EquatableArray<ValueSyntax>);
        }

        if (cursor.Accept(TokenKind.CloseParen))
        {
            cursor.Fail(RowErrors.NoArguments(cursor.SpanFrom(opening.Start)));
            return null;
        }

        var values = new List<ValueSyntax>();
        do
        {
            if (Value(cursor) is not { } value)
            {
                return null;
            }

            values.Add(value);
        }
        while (cursor.Accept(TokenKind.Comma));
        return NodeParser.Expect(cursor, TokenKind.CloseParen, "',' or ')' after an argument", "!ACK(FIN)") ? values.ToEquatableArray() : null;
    }

    private static ValueSyntax? Value(LineCursor cursor)
    {
        var token = cursor.Current;
        if (token.Kind is not (TokenKind.Identifier or TokenKind.Number))
        {
            cursor.Fail(RowErrors.Value(cursor));
            return null;
        }

        cursor.Take();
        var text = cursor.TextOf(token);
        if (token.Kind == TokenKind.Number)
        {
            return NodeParser.Value(cursor, token, long.MaxValue) is null ? null : new ValueSyntax(ValueKind.Number, text) { Span = token.Span };
        }

        return text == "_"
            ? new ValueSyntax(ValueKind.Wildcard, text) { Span = token.Span }
            : new ValueSyntax(ValueKind.Name, text[0] == '@' ? text.Substring(1) : text) { Span = token.Span };
    }
}
