using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary>Messages and calls: <c>ACK(SYN|FIN of), DATA(byte[] payload) = Acme.Data</c>.</summary>
internal static class SignatureParser
{
    /// <summary>The signatures of a line; a broken one keeps its name and the parameters that could be read, so that rows that
    /// use it are not reported too.</summary>
    public static EquatableArray<SignatureSyntax> Signatures(LineCursor cursor, string what, string example)
    {
        var signatures = new List<SignatureSyntax>();
        do
        {
            if (NodeParser.Name(cursor, what, example) is { } name)
            {
                signatures.Add(Signature(cursor, name));
            }
        }
        while (cursor.Accept(TokenKind.Comma) || NextWithoutComma(cursor, example));
        return signatures.ToEquatableArray();
    }

    // The names behind a mistake are declared too.
    private static bool NextWithoutComma(LineCursor cursor, string example)
    {
        if (cursor.Is(TokenKind.Identifier))
        {
            cursor.Fail(LineErrors.Expected(cursor, "',' before another name", example));
            return true;
        }

        return cursor.Failed && cursor.SkipPast(TokenKind.Comma);
    }

    private static SignatureSyntax Signature(LineCursor cursor, NameSyntax name)
    {
        var parameters = default(EquatableArray<ParameterSyntax>);
        var opening = cursor.Current;
        if (cursor.Accept(TokenKind.OpenParen) && !cursor.Accept(TokenKind.CloseParen))
        {
            parameters = Parameters(cursor);
            if (!cursor.Failed)
            {
                NodeParser.Expect(cursor, TokenKind.CloseParen, "',' or ')' after a parameter", "DATA(byte[] payload)");
            }

            if (cursor.Failed)
            {
                cursor.SkipBracket(opening);
            }
        }

        var type = cursor.Accept(TokenKind.Equal) ? CSharpTypeParser.Parse(cursor) : null;
        return new SignatureSyntax(name, parameters, type) { Span = cursor.SpanFrom(name.Span.Start) };
    }

    private static EquatableArray<ParameterSyntax> Parameters(LineCursor cursor)
    {
        var parameters = new List<ParameterSyntax>();
        do
        {
            if (Parameter(cursor) is { } parameter)
            {
                parameters.Add(parameter);
            }
        }
        while (cursor.Accept(TokenKind.Comma) || (cursor.Failed && cursor.SkipPast(TokenKind.Comma, TokenKind.CloseParen)));
        return parameters.ToEquatableArray();
    }

    private static ParameterSyntax? Parameter(LineCursor cursor)
    {
        var start = cursor.Current.Start;
        CSharpTypeSyntax? type = null;
        var alternatives = default(EquatableArray<TagValueSyntax>);
        if (cursor.Is(TokenKind.Number) || cursor.Is(TokenKind.Bar) || cursor.Ahead(1).Kind is TokenKind.Bar or TokenKind.BarBar)
        {
            alternatives = TagParser.Values(cursor);
        }
        else
        {
            type = CSharpTypeParser.Parse(cursor);
        }

        if (type is null && alternatives.IsEmpty)
        {
            return null;
        }

        NameSyntax? name = null;
        if (cursor.Is(TokenKind.Identifier))
        {
            name = NodeParser.Name(cursor);
        }
        else
        {
            cursor.Fail(DeclarationErrors.ParameterName(cursor, type?.Text ?? string.Join("|", alternatives.Select(value => value.Text))));
        }

        return new ParameterSyntax(type, alternatives, name ?? NodeParser.Missing(cursor)) { Span = cursor.SpanFrom(start) };
    }
}
