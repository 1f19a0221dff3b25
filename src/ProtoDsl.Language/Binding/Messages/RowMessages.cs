using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Syntax;
using static ProtoDsl.Language.Binding.Messages.Wording;

namespace ProtoDsl.Language.Binding.Messages;

/// <summary>Rows whose kind does not go with their event.</summary>
internal static class RowMessages
{
    public static readonly TableRule AfterWithoutArrow = new("PDSL1040", "'after' row without an arrow", TableSeverity.Error);
    public static readonly TableRule TimerBothWays = new("PDSL1041", "Timer used in both ways", TableSeverity.Error);
    public static readonly TableRule DrainedOrNot = new("PDSL1042", "Timer drained in one row only", TableSeverity.Error);
    public static readonly TableRule DeferNoMessage = new("PDSL1043", "'defer' of something that is no message", TableSeverity.Error);
    public static readonly TableRule ExpiryRefused = new("PDSL1044", "Expiry of a timer ignored or forbidden", TableSeverity.Error);
    public static readonly TableRule RestartsOther = new("PDSL1049", "Re-entry restarts another timer", TableSeverity.Info);
    public static readonly TableRule KeepEvent = new("PDSL1080", "'keep' of something that cannot be kept", TableSeverity.Error);

    public static TableDiagnostic NoArrow(SyntaxNode @event, string timer) =>
        new(AfterWithoutArrow, @event.Span, $"'after {Clip(timer)}' belongs to its state and must leave it; write '-> STATE' or '-> same', or use 'timeout {Clip(timer)}' with 'start {Clip(timer)}' for what repeats and stays");

    public static TableDiagnostic BothWays(NameSyntax timer, bool isAfter) =>
        new(TimerBothWays, timer.Span, isAfter
            ? $"{Quote(timer.Text)} is an 'after' timer, armed and stopped with its state; declare a second timer for 'timeout', 'start' and 'stop'"
            : $"{Quote(timer.Text)} is a 'timeout' timer, run by 'start' and 'stop'; declare a second timer for 'after'");

    public static TableDiagnostic Drained(AfterEventSyntax @event, bool first) =>
        new(DrainedOrNot, @event.Span, first
            ? $"'after {Clip(@event.Timer.Text)}' is drained in an earlier row; write 'drained' here too"
            : $"'after {Clip(@event.Timer.Text)}' is not drained in an earlier row; write 'drained' in all its rows or in none");

    public static TableDiagnostic Defer(SyntaxNode @event) =>
        new(DeferNoMessage, @event.Span, "Only a message can wait until the state changes; use 'ignore' or 'forbid' for a call, 'stop' for a timer");

    public static TableDiagnostic Refused(SyntaxNode @event, ReasonRowKind kind, bool isAfter, string timer) =>
        new(ExpiryRefused, @event.Span, isAfter
            ? $"'after {Clip(timer)}' is armed by the states whose rows name it; to have none here, leave these states out of its section with 'except'"
            : $"An expiry that no row takes is dropped, so '{(kind == ReasonRowKind.Forbid ? "forbid" : "defer")}' says nothing; remove this, or write 'ignore timeout {Clip(timer)}'");

    public static TableDiagnostic Restarts(SyntaxNode target, string state, string others) =>
        new(RestartsOther, target.Span, $"Entering {Quote(state)} again restarts {others} too; leave the arrow out if these should run on");

    public static TableDiagnostic Keep(SyntaxNode @event) =>
        new(KeepEvent, @event.Span, "'keep' names calls and messages that must stay legal; a timer or '?*' cannot be kept");
}
