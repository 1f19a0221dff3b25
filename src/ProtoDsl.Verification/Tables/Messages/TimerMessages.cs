using System.Collections.Generic;
using ProtoDsl.Language.Diagnostics;
using static ProtoDsl.Language.Binding.Messages.Wording;

namespace ProtoDsl.Verification.Tables.Messages;

/// <summary>Timers that never run out, and expiries that nobody takes.</summary>
internal static class TimerMessages
{
    public static readonly TableRule NeverExpires = new("PDSL1105", "Event that can never happen", TableSeverity.Warning);
    public static readonly TableRule MayBeDropped = new("PDSL1106", "Expiry that only guarded rows take", TableSeverity.Warning);
    public static readonly TableRule Untaken = new("PDSL1107", "Expiry that no row takes", TableSeverity.Info);

    public static string NotStarted(string timer) =>
        $"Nothing starts {Quote(timer)}, so that it never runs out; write 'start {Clip(timer)}' where the waiting begins";

    public static string NotRunningHere(string timer, string state) =>
        $"{Quote(timer)} is never running in {Quote(state)}, so that it cannot run out there; write 'start {Clip(timer)}' on the way to it, or remove the row";

    public static string EntryNeverRuns(string timer, string state) =>
        $"{Quote(timer)} is never running in {Quote(state)}: the machine begins there, which runs no entry effect, and no row enters it; write 'start {Clip(timer)}' in a row, or begin in another state";

    public static string TooLate(string timer, string other, string state) =>
        $"{Quote(timer)} never runs out in {Quote(state)}: {Quote(other)} starts with it, is shorter, and always leaves the state; remove the row, or exchange the two timers";

    public static string Dropped(string @event, string timer, IEnumerable<string> states) =>
        $"Where no guard holds, {Quote(timer)} has run out in {QuoteAll(states)} and nothing comes of it; write '{Clip(@event)} [else]' below this row";

    public static string NoRow(string timer, string state) =>
        $"{Quote(timer)} may run out in {Quote(state)}, where no row takes it; write 'stop {Clip(timer)}' on the way there, or 'timeout {Clip(timer)}' or 'ignore timeout {Clip(timer)}' in it";
}
