using System;
using System.Collections.Generic;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary>What stands in <c>[ ]</c>: names, <c>!</c>, <c>&amp;&amp;</c>, <c>||</c> and parentheses, with C#'s precedence.</summary>
internal sealed class GuardParser
{
    private const int DepthLimit = 64;

    private readonly LineCursor _cursor;
    private int _depth;

    private GuardParser(LineCursor cursor) => _cursor = cursor;

    /// <summary>The guard where a bracket stands, else null; look at <see cref="LineCursor.Failed"/>.</summary>
    public static GuardSyntax? Optional(LineCursor cursor)
    {
        if (!cursor.Accept(TokenKind.OpenBracket))
        {
            return null;
        }

        GuardSyntax? guard;
        if (cursor.IsWord("else") && cursor.Ahead(1).Kind == TokenKind.CloseBracket)
        {
            guard = new ElseGuardSyntax { Span = cursor.Take().Span };
        }
        else
        {
            guard = new GuardParser(cursor).Or();
        }

        if (guard is null)
        {
            return null;
        }

        if (cursor.Is(TokenKind.Bar))
        {
            cursor.Fail(RowErrors.Operator(cursor, "||"));
        }
        else if (cursor.Is(TokenKind.Comma))
        {
            cursor.Fail(RowErrors.Operator(cursor, " &&"));
        }
        else
        {
            NodeParser.Expect(cursor, TokenKind.CloseBracket, "']' after the guard", "[ready && !busy]");
        }

        return guard;
    }

    private GuardSyntax? Or() => Chain(And, TokenKind.BarBar, static (operands, span) => new OrGuardSyntax(operands) { Span = span });

    private GuardSyntax? And() =>
        Chain(Not, TokenKind.AmpersandAmpersand, static (operands, span) => new AndGuardSyntax(operands) { Span = span });

    private GuardSyntax? Chain(Func<GuardSyntax?> operand, TokenKind between, Func<EquatableArray<GuardSyntax>, TextSpan, GuardSyntax> join)
    {
        var start = _cursor.Current.Start;
        if (operand() is not { } first)
        {
            return null;
        }

        if (!_cursor.Is(between))
        {
            return first;
        }

        var operands = new List<GuardSyntax> { first };
        while (_cursor.Accept(between))
        {
            if (operand() is not { } next)
            {
                return null;
            }

            operands.Add(next);
        }

        return join(operands.ToEquatableArray(), _cursor.SpanFrom(start));
    }

    private GuardSyntax? Not()
    {
        if (++_depth > DepthLimit)
        {
            _cursor.Fail(LineErrors.TooDeep(_cursor, DepthLimit));
            return null;
        }

        var start = _cursor.Current.Start;
        GuardSyntax? guard = null;
        if (_cursor.Accept(TokenKind.Bang))
        {
            if (_cursor.Is(TokenKind.Bang))
            {
                _cursor.Fail(RowErrors.TwoNots(_cursor.SpanFrom(start), _cursor.Here));
                return null;
            }

            guard = Not() is { } operand ? new NotGuardSyntax(operand) { Span = _cursor.SpanFrom(start) } : null;
        }
        else if (_cursor.Accept(TokenKind.OpenParen))
        {
            guard = Or() is { } inner && NodeParser.Expect(_cursor, TokenKind.CloseParen, "')' in the guard", "[!(a || b)]")
                ? inner with { Span = _cursor.SpanFrom(start) }
                : null;
        }
        else if (_cursor.IsWord("else"))
        {
            _cursor.Fail(RowErrors.ElseInside(_cursor));
        }
        else if (_cursor.Is(TokenKind.Identifier))
        {
            var name = NodeParser.Name(_cursor);
            guard = new NamedGuardSyntax(name) { Span = name.Span };
        }
        else
        {
            _cursor.Fail(RowErrors.Guard(_cursor));
        }

        _depth--;
        return guard;
    }
}
