namespace ProtoDsl.Language.Syntax;

/// <summary>The rows of a scenario. Null: not read, and said so.</summary>
internal static class ScenarioRowParser
{
    public static LineSyntax? Parse(LineCursor cursor)
    {
        var isDropped = false;
        if (!cursor.Is(TokenKind.Identifier) || cursor.IsWord("after") || cursor.IsWord("timeout"))
        {
            cursor.Fail(SessionErrors.Step(cursor));
        }
        else if ((cursor.IsWord("from") || cursor.IsWord("expect")) && cursor.Ahead(1).Kind != TokenKind.Arrow)
        {
            return States(cursor);
        }
        else if ((isDropped = cursor.AcceptWord("drop")) || cursor.Ahead(1).Kind == TokenKind.Arrow)
        {
            return Delivery(cursor, isDropped);
        }
        else if (cursor.Ahead(1).Kind is not (TokenKind.Identifier or TokenKind.Question) && !Misspelling.Report(cursor, Keywords.OfScenarios))
        {
            cursor.Take();
            cursor.Fail(SessionErrors.Step(cursor));
        }

        return cursor.Failed ? null : Event(cursor);
    }

    private static LineSyntax? States(LineCursor cursor)
    {
        var isExpectation = cursor.IsWord("expect");
        cursor.Take();
        if (SessionRowParser.Pairs(cursor, isExpectation ? "expect client CLOSED" : "from client CLOSED") is not { } pairs)
        {
            return null;
        }

        NodeParser.End(cursor, "the states");
        return cursor.Failed ? null : new ScenarioStatesRow(isExpectation, pairs) { Span = cursor.LineSpan };
    }

    private static LineSyntax? Delivery(LineCursor cursor, bool isDropped)
    {
        if (NodeParser.Name(cursor, "the role that sent the message", "drop client -> server ACK") is not { } from)
        {
            return null;
        }

        if (!cursor.Accept(TokenKind.Arrow))
        {
            cursor.Fail(SessionErrors.Arrow(cursor));
            return null;
        }

        var example = $"{from.Text} -> server SYN";
        if (NodeParser.Name(cursor, "the role that receives the message", example) is not { } to
            || NodeParser.Name(cursor, "the message", example) is not { } message
            || ArgumentParser.Arguments(cursor) is not { } arguments)
        {
            return null;
        }

        NodeParser.End(cursor, "the message");
        return cursor.Failed ? null : new DeliveryRow(isDropped, from, to, message, arguments) { Span = cursor.LineSpan };
    }

    private static LineSyntax? Event(LineCursor cursor)
    {
        var role = NodeParser.Name(cursor);
        if (EventParser.Event(cursor) is not { } parsed)
        {
            return null;
        }

        var guard = GuardParser.Optional(cursor);
        if (cursor.Is(TokenKind.Comma) || cursor.Is(TokenKind.Identifier))
        {
            Misspelling.ReportAt(cursor, role, Keywords.OfScenarios);
        }

        NodeParser.End(cursor, "the event");
        return cursor.Failed ? null : new ScenarioEventRow(role, parsed, guard) { Span = cursor.LineSpan };
    }
}
