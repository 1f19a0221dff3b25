using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Syntax;

/// <summary>The rows of a machine. Null: not read, and said so.</summary>
internal static class RowParser
{
    /// <summary><c>event [guard] / effects -> target</c>.</summary>
    public static LineSyntax? Transition(LineCursor cursor)
    {
        if (EventParser.Trigger(cursor) is not { } trigger)
        {
            return null;
        }

        var guard = GuardParser.Optional(cursor);
        var effects = default(EquatableArray<EffectSyntax>);
        NameSyntax? target = null;
        if (!cursor.Failed && cursor.Accept(TokenKind.Slash))
        {
            if (EffectParser.Effects(cursor) is not { } parsed)
            {
                return null;
            }

            effects = parsed;
        }
        else if (!cursor.Failed && !cursor.Is(TokenKind.Arrow))
        {
            FailWithoutSlash(cursor);
        }

        if (cursor.Failed)
        {
            return null;
        }

        if (cursor.Accept(TokenKind.Arrow))
        {
            target = NodeParser.Name(cursor, "the next state after '->'", "-> STATE");
        }
        else if (cursor.Is(TokenKind.Identifier) && cursor.Ahead(1).Kind == TokenKind.End)
        {
            cursor.Fail(RowErrors.MissingArrow(cursor));
        }
        else if (cursor.Is(TokenKind.Identifier) || cursor.Is(TokenKind.Bang))
        {
            cursor.Fail(LineErrors.Expected(cursor, "',' or '->' after an effect", "/ EFFECT, EFFECT -> STATE"));
        }

        FailOnReason(cursor);
        NodeParser.End(cursor, target is null ? "the effects" : "the next state");
        return cursor.Failed ? null : new TransitionRow(trigger, guard, effects, target) { Span = cursor.LineSpan };
    }

    /// <summary><c>ignore</c>, <c>defer</c> or <c>forbid</c>, which was not read yet.</summary>
    public static LineSyntax? Reason(LineCursor cursor, ReasonRowKind kind)
    {
        var word = cursor.TextOf(cursor.Take());
        if (EventParser.Trigger(cursor) is not { } trigger)
        {
            return null;
        }

        var guard = GuardParser.Optional(cursor);
        if (!cursor.Failed && (cursor.Is(TokenKind.Slash) || cursor.Is(TokenKind.Arrow)))
        {
            cursor.Fail(RowErrors.Passive(cursor, word));
        }

        var reason = NodeParser.OptionalString(cursor);
        NodeParser.End(cursor, reason is null ? $"the events of '{word}'" : "the reason");
        return cursor.Failed ? null : new ReasonRow(kind, trigger, guard, reason) { Span = cursor.LineSpan };
    }

    /// <summary><c>entry</c> or <c>exit</c>, which was not read yet.</summary>
    public static LineSyntax? Boundary(LineCursor cursor, bool isEntry)
    {
        cursor.Take();
        if (EffectParser.Effects(cursor) is not { } effects)
        {
            return null;
        }

        FailOnReason(cursor);
        NodeParser.End(cursor, "the effects");
        return cursor.Failed ? null : new BoundaryRow(isEntry, effects) { Span = cursor.LineSpan };
    }

    /// <summary><c>keep … until …</c>, whose first word was not read yet.</summary>
    public static LineSyntax? Keep(LineCursor cursor)
    {
        cursor.Take();
        if (EventParser.Trigger(cursor, isKeep: true) is not { } trigger)
        {
            return null;
        }

        StateSetSyntax? set = null;
        if (cursor.AcceptWord("in") && ((set = StateSetParser.Parse(cursor)) is null || cursor.Failed))
        {
            return null;
        }

        if (!cursor.AcceptWord("until"))
        {
            cursor.Fail(RowErrors.Until(cursor));
            return null;
        }

        if (EventParser.Trigger(cursor, isUntil: true) is not { } until)
        {
            return null;
        }

        var reason = NodeParser.OptionalString(cursor);
        NodeParser.End(cursor, reason is null ? "the events of 'until'" : "the reason");
        return cursor.Failed ? null : new KeepRow(trigger, set, until, reason) { Span = cursor.LineSpan };
    }

    private static void FailWithoutSlash(LineCursor cursor)
    {
        switch (cursor.Current.Kind)
        {
            case TokenKind.End:
                cursor.Fail(RowErrors.Idle(cursor));
                break;
            case TokenKind.Bang:
                cursor.Fail(RowErrors.MissingSlash(cursor));
                break;
            case TokenKind.Identifier:
                cursor.Fail(RowErrors.MissingSlashOrArrow(cursor));
                break;
            case TokenKind.String:
                cursor.Fail(RowErrors.Reason(cursor));
                break;
            default:
                cursor.Fail(LineErrors.Expected(cursor, "'/' or '->' after the event", "?MESSAGE / EFFECT -> STATE"));
                break;
        }
    }

    private static void FailOnReason(LineCursor cursor)
    {
        if (cursor.Is(TokenKind.String))
        {
            cursor.Fail(RowErrors.Reason(cursor));
        }
    }
}
