using System.Collections.Generic;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary>What a row waits for.</summary>
internal static class EventParser
{
    /// <summary>Events with <c>|</c> between them.</summary>
    public static EquatableArray<EventSyntax>? Trigger(LineCursor cursor, bool isUntil = false, bool isKeep = false)
    {
        var events = new List<EventSyntax>();
        do
        {
            if (isKeep && (cursor.IsWord("until") || cursor.IsWord("in")))
            {
                cursor.Fail(RowErrors.Event(cursor));
                return null;
            }

            if (Event(cursor, isUntil) is not { } parsed)
            {
                return null;
            }

            events.Add(parsed);
        }
        while (cursor.Accept(TokenKind.Bar));

        if (cursor.Is(TokenKind.BarBar))
        {
            cursor.Fail(LineErrors.Replace(cursor, "one '|' between events", "|"));
            return null;
        }

        return events.ToEquatableArray();
    }

    /// <summary>One event.</summary>
    public static EventSyntax? Event(LineCursor cursor, bool isUntil = false)
    {
        var start = cursor.Current.Start;
        switch (cursor.Current.Kind)
        {
            case TokenKind.Question:
                cursor.Take();
                return Receive(cursor, start);
            case TokenKind.Bang:
                cursor.Fail(RowErrors.SendAsEvent(cursor));
                return null;
            case not TokenKind.Identifier:
                cursor.Fail(RowErrors.Event(cursor));
                return null;
        }

        if (cursor.AcceptWord("after"))
        {
            return After(cursor, start, isUntil);
        }

        if (cursor.AcceptWord("timeout"))
        {
            return Timer(cursor, "timeout") is { } timer ? new TimeoutEventSyntax(timer) { Span = cursor.SpanFrom(start) } : null;
        }

        var call = NodeParser.Name(cursor);
        return ArgumentParser.Arguments(cursor) is { } arguments ? new CallEventSyntax(call, arguments) { Span = cursor.SpanFrom(start) } : null;
    }

    private static EventSyntax? Receive(LineCursor cursor, int start)
    {
        if (cursor.Accept(TokenKind.Star))
        {
            return new ReceiveAnyEventSyntax { Span = cursor.SpanFrom(start) };
        }

        if (NodeParser.Name(cursor, "the name of a message after '?'", "?MESSAGE") is not { } message
            || ArgumentParser.Arguments(cursor) is not { } arguments)
        {
            return null;
        }

        NameSyntax? from = null;
        if (cursor.AcceptWord("from") && (from = NodeParser.Name(cursor, "the name of a role after 'from'", "?MESSAGE from Peer")) is null)
        {
            return null;
        }

        return new ReceiveEventSyntax(message, arguments, from) { Span = cursor.SpanFrom(start) };
    }

    private static EventSyntax? After(LineCursor cursor, int start, bool isUntil)
    {
        if (cursor.Is(TokenKind.Star))
        {
            if (!isUntil)
            {
                cursor.Fail(RowErrors.AfterAny(cursor));
                return null;
            }

            cursor.Take();
            return new AfterAnyEventSyntax { Span = cursor.SpanFrom(start) };
        }

        if (Timer(cursor, "after") is not { } timer)
        {
            return null;
        }

        var isDrained = cursor.AcceptWord("drained");
        return new AfterEventSyntax(timer, isDrained) { Span = cursor.SpanFrom(start) };
    }

    private static NameSyntax? Timer(LineCursor cursor, string word)
    {
        if (cursor.Is(TokenKind.Identifier) && !cursor.IsWord("drained"))
        {
            return NodeParser.Name(cursor);
        }

        cursor.Fail(RowErrors.TimerName(cursor, word));
        return null;
    }
}
