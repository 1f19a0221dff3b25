using System.Collections.Generic;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary>What a row does.</summary>
internal static class EffectParser
{
    /// <summary>One or more effects with commas between them; null where one could not be read.</summary>
    public static EquatableArray<EffectSyntax>? Effects(LineCursor cursor)
    {
        var effects = new List<EffectSyntax>();
        do
        {
            if (Effect(cursor) is not { } effect)
            {
                return null;
            }

            effects.Add(effect);
        }
        while (cursor.Accept(TokenKind.Comma));
        return effects.ToEquatableArray();
    }

    private static EffectSyntax? Effect(LineCursor cursor)
    {
        var start = cursor.Current.Start;
        switch (cursor.Current.Kind)
        {
            case TokenKind.Bang:
                cursor.Take();
                return Send(cursor, start);
            case TokenKind.Question:
                cursor.Fail(RowErrors.ReceiveAsEffect(cursor));
                return null;
            case not TokenKind.Identifier:
                cursor.Fail(RowErrors.Effect(cursor));
                return null;
        }

        if (cursor.AcceptWord("start"))
        {
            return Timer(cursor, start, TimerOperation.Start, "start");
        }

        if (cursor.AcceptWord("stop"))
        {
            return Timer(cursor, start, TimerOperation.Stop, "stop");
        }

        if (cursor.AcceptWord("restart"))
        {
            return Timer(cursor, start, TimerOperation.Restart, "restart");
        }

        var name = NodeParser.Name(cursor);
        return ArgumentParser.Arguments(cursor) is { } arguments
            ? new ActionEffectSyntax(name, !arguments.IsEmpty, arguments) { Span = cursor.SpanFrom(start) }
            : null;
    }

    private static EffectSyntax? Timer(LineCursor cursor, int start, TimerOperation operation, string word)
    {
        if (cursor.Is(TokenKind.Identifier))
        {
            return new TimerEffectSyntax(operation, NodeParser.Name(cursor)) { Span = cursor.SpanFrom(start) };
        }

        cursor.Fail(RowErrors.TimerOperation(cursor, word));
        return null;
    }

    private static EffectSyntax? Send(LineCursor cursor, int start)
    {
        if (NodeParser.Name(cursor, "the name of a message after '!'", "!MESSAGE") is not { } message
            || ArgumentParser.Arguments(cursor) is not { } arguments)
        {
            return null;
        }

        NameSyntax? to = null;
        if (cursor.AcceptWord("to") && (to = NodeParser.Name(cursor, "the name of a role after 'to'", "!MESSAGE to Peer")) is null)
        {
            return null;
        }

        return new SendEffectSyntax(message, arguments, to) { Span = cursor.SpanFrom(start) };
    }
}
