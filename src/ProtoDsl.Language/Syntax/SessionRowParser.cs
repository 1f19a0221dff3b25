using System.Collections.Generic;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary>The rows of a session. Null: not read, and said so.</summary>
internal static class SessionRowParser
{
    public static LineSyntax? Parse(LineCursor cursor)
    {
        var line = !cursor.Is(TokenKind.Identifier) ? null
            : cursor.Ahead(1).Kind == TokenKind.Colon ? Role(cursor)
            : cursor.AcceptWord("over") ? Over(cursor)
            : cursor.AcceptWord("never") ? Never(cursor)
            : MisspeltOrRole(cursor);
        if (line is null)
        {
            cursor.Fail(SessionErrors.Row(cursor));
        }

        NodeParser.End(cursor, "the row");
        return cursor.Failed ? null : line;
    }

    /// <summary>One or more roles, each with a state; null where one could not be read.</summary>
    public static EquatableArray<RoleStateSyntax>? Pairs(LineCursor cursor, string example)
    {
        var pairs = new List<RoleStateSyntax>();
        do
        {
            var start = cursor.Current.Start;
            if (!cursor.Is(TokenKind.Identifier))
            {
                cursor.Fail(SessionErrors.Pair(cursor, "a role and its state", example));
                return null;
            }

            var role = NodeParser.Name(cursor);
            if (!cursor.Is(TokenKind.Identifier))
            {
                cursor.Fail(SessionErrors.Pair(cursor, $"the state of '{role.Text}'", example));
                return null;
            }

            pairs.Add(new RoleStateSyntax(role, NodeParser.Name(cursor)) { Span = cursor.SpanFrom(start) });
        }
        while (cursor.Accept(TokenKind.Comma));
        return pairs.ToEquatableArray();
    }

    private static LineSyntax? Role(LineCursor cursor)
    {
        var role = NodeParser.Name(cursor);
        cursor.Take();
        if (NodeParser.NameBut(cursor, "the role's machine after ':'", $"{role.Text} : MACHINE", "calls", "from") is not { } machine)
        {
            return null;
        }

        EquatableArray<NameSyntax>? calls = null;
        if (cursor.AcceptWord("calls"))
        {
            calls = NodeParser.Names(cursor, "the name of a call", $"{role.Text} : {machine.Text} calls Open, Close", "from");
        }

        var from = cursor.AcceptWord("from") ? NodeParser.Name(cursor, "the state that the role begins in", $"{role.Text} : {machine.Text} from CLOSED") : null;
        return new RoleRow(role, machine, calls, from) { Span = cursor.LineSpan };
    }

    private static LineSyntax? Over(LineCursor cursor)
    {
        var isLossy = cursor.AcceptWord("lossy");
        if (cursor.AcceptWord("rendezvous"))
        {
            return new OverRow(isLossy, ChannelKind.Rendezvous, null) { Span = cursor.LineSpan };
        }

        var kind = cursor.IsWord("fifo") ? "fifo" : cursor.IsWord("bag") ? "bag" : null;
        if (kind is null)
        {
            cursor.Fail(SessionErrors.Channel(cursor));
            return null;
        }

        cursor.Take();
        if (!cursor.Accept(TokenKind.OpenParen) || !cursor.Is(TokenKind.Number))
        {
            cursor.Fail(SessionErrors.Capacity(cursor, kind));
            return null;
        }

        var capacity = NodeParser.Number(cursor, "a number", "2");
        NodeParser.Expect(cursor, TokenKind.CloseParen, "')' after the number", $"{kind}(2)");
        return new OverRow(isLossy, kind == "fifo" ? ChannelKind.Fifo : ChannelKind.Bag, capacity) { Span = cursor.LineSpan };
    }

    private static LineSyntax? Never(LineCursor cursor)
    {
        var reason = NodeParser.OptionalString(cursor);
        return Pairs(cursor, "never client CLOSED, server ESTABLISHED") is { } pairs ? new NeverRow(reason, pairs) { Span = cursor.LineSpan } : null;
    }

    private static LineSyntax? MisspeltOrRole(LineCursor cursor)
    {
        if (!Misspelling.Report(cursor, Keywords.OfSessions))
        {
            var role = NodeParser.Name(cursor);
            cursor.Fail(SessionErrors.Colon(cursor, role.Text));
        }

        return null;
    }
}
