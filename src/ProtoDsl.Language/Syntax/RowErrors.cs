using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary>What can be wrong with a row and its parts.</summary>
internal static class RowErrors
{
    public static readonly TableRule IdleRule = new("PDSL0030", "Row without an effect or an arrow", TableSeverity.Error);
    public static readonly TableRule EventRule = new("PDSL0031", "Event missing", TableSeverity.Error);
    public static readonly TableRule EffectRule = new("PDSL0032", "Effect missing", TableSeverity.Error);
    public static readonly TableRule GuardRule = new("PDSL0033", "Guard not understood", TableSeverity.Error);
    public static readonly TableRule ReasonRule = new("PDSL0034", "Reason in a wrong place", TableSeverity.Error);
    public static readonly TableRule ArgumentRule = new("PDSL0035", "Argument missing", TableSeverity.Error);
    public static readonly TableRule KeepRule = new("PDSL0036", "'keep' without 'until'", TableSeverity.Error);
    public static readonly TableRule PassiveRule = new("PDSL0037", "Effect or arrow after ignore, defer or forbid", TableSeverity.Error);

    public static TableDiagnostic Idle(LineCursor cursor) =>
        new(IdleRule, cursor.LineSpan, "The row does nothing: write '/ EFFECT', '-> STATE' or both after its event, or 'ignore' before it");

    public static TableDiagnostic Event(LineCursor cursor) =>
        new(EventRule, cursor.Here, $"Expected an event, found {cursor.Found}; write '?MESSAGE', '?*', the name of a call, 'after TIMER' or 'timeout TIMER'");

    public static TableDiagnostic SendAsEvent(LineCursor cursor) =>
        Fixed(EventRule, cursor.Current.Span, "'!' sends and is no event; write '?' to receive", "?");

    public static TableDiagnostic TimerName(LineCursor cursor, string word) =>
        new(EventRule, cursor.Here, $"Expected the name of a timer after '{word}', found {cursor.Found}; write '{word} TIMER', or '@{word}' for a call of that name");

    public static TableDiagnostic AfterAny(LineCursor cursor) =>
        new(EventRule, cursor.Here, "'after *' may stand only behind 'until'; name one timer here");

    public static TableDiagnostic Effect(LineCursor cursor) =>
        new(EffectRule, cursor.Here, $"Expected an effect, found {cursor.Found}; write '!MESSAGE' to send, 'start TIMER', or the name of an effect");

    public static TableDiagnostic ReceiveAsEffect(LineCursor cursor) =>
        Fixed(EffectRule, cursor.Current.Span, "'?' receives and is no effect; write '!' to send", "!");

    public static TableDiagnostic TimerOperation(LineCursor cursor, string word) =>
        new(EffectRule, cursor.Here, $"Expected the name of a timer after '{word}', found {cursor.Found}; write '{word} TIMER', or '@{word}' for an effect of that name");

    public static TableDiagnostic MissingSlash(LineCursor cursor) => new(EffectRule, cursor.Here, $"Expected '/' before the effects, found {cursor.Found}; write '/ !MESSAGE'")
    {
        Fix = new TableFix("Write '/' before it", EquatableArray.Create(new TextEdit(new TextSpan(cursor.Here.Start, 0), "/ "))),
    };

    public static TableDiagnostic MissingSlashOrArrow(LineCursor cursor)
    {
        var name = cursor.TextOf(cursor.Current);
        return new(EffectRule, cursor.Here, $"{LineCursor.Quote(name)} stands alone behind the event; write '-> {name}' if it is the next state, '/ {name}' if it is an effect");
    }

    public static TableDiagnostic MissingArrow(LineCursor cursor)
    {
        var name = cursor.TextOf(cursor.Current);
        return new(EffectRule, cursor.Here, $"{LineCursor.Quote(name)} stands alone behind the effects; write '-> {name}' if it is the next state, ', {name}' if it is another effect");
    }

    public static TableDiagnostic Guard(LineCursor cursor) =>
        new(GuardRule, cursor.Here, $"Expected a guard, found {cursor.Found}; write a name, '!', '&&', '||' and parentheses, or 'else' alone: '[!busy && (ready || forced)]'");

    public static TableDiagnostic TwoNots(TextSpan first, TextSpan second) =>
        Fixed(GuardRule, TextSpan.Cover(first, second), "Two '!' cancel each other; remove one or both", "!");

    public static TableDiagnostic ElseInside(LineCursor cursor) =>
        new(GuardRule, cursor.Here, "'else' stands alone in its brackets; write '[else]', or '@else' for a guard of that name");

    public static TableDiagnostic Operator(LineCursor cursor, string with) => Fixed(GuardRule, cursor.Here, $"Guards are joined by '&&' and '||'; write '{with.Trim()}'", with);

    public static TableDiagnostic Reason(LineCursor cursor) =>
        new(ReasonRule, cursor.Here, $"A text in quotes may stand only behind 'ignore', 'defer', 'forbid', 'keep' and 'never'; write '// ' before {cursor.Found} to make it a comment");

    public static TableDiagnostic Value(LineCursor cursor) =>
        new(ArgumentRule, cursor.Here, $"Expected an argument, found {cursor.Found}; write a name, a number, or '_' for any");

    public static TableDiagnostic NoArguments(TextSpan parentheses) => new(ArgumentRule, parentheses, "Parentheses without an argument; remove them")
    {
        Fix = new TableFix("Remove them", EquatableArray.Create(new TextEdit(parentheses, string.Empty))),
    };

    public static TableDiagnostic Until(LineCursor cursor) =>
        new(KeepRule, cursor.Here, $"Expected 'until' and the events that may end it, found {cursor.Found}; write 'keep Send until Close | ?RST'");

    public static TableDiagnostic Passive(LineCursor cursor, string word) =>
        new(PassiveRule, cursor.Here, $"A row that begins with '{word}' has no effects and no arrow, found {cursor.Found}; remove it, or remove '{word}'");

    private static TableDiagnostic Fixed(TableRule rule, TextSpan span, string message, string with) => new(rule, span, message)
    {
        Fix = new TableFix($"Write '{with.Trim()}'", EquatableArray.Create(new TextEdit(span, with))),
    };
}
