using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Tables.Facts;
using ProtoDsl.Verification.Tables.Messages;

namespace ProtoDsl.Verification.Tables;

/// <summary>A timer runs out and nothing comes of it: the guards of its rows may all be false, or no row takes it. At run time such an expiry is dropped without a word.</summary>
internal static class DroppedExpiries
{
    /// <summary>At the last row that is tried, once for each timer and guard: rows that lack the same answer have one cause.</summary>
    public static IEnumerable<Finding> CheckGuards(MachineFacts facts) => facts.Uses
        .Where(use => facts.IsReachable[use.Cell.State] && use.IsKnown && IsAwaited(facts, use.Cell) && use.Values.Any(way => way.MayBeRefused))
        .Select(use => (use.Cell, use.Cell.Candidates.Last().Row))
        .GroupBy(pair => (pair.Cell.Event, facts.Machine.Rows[pair.Row].Guard))
        .Select(group => facts.AtRow(TimerMessages.MayBeDropped, group.Min(pair => pair.Row), Describe(facts, group.Select(pair => pair.Cell).ToArray())));

    /// <summary>Once a timer, at a row that leads to where nobody waits for it. In a final state nobody need to, and what waits where the timer never runs
    /// has a finding already.</summary>
    public static IEnumerable<Finding> CheckUntaken(MachineFacts facts)
    {
        var told = TimersThatNeverExpire.Of(facts);
        foreach (var timer in Enumerable.Range(0, facts.Machine.Timers.Count).Where(timer => facts.Timers.EntriesOf(timer).Count > 0))
        {
            var isUntaken = UntakenIn(facts, timer);
            var entry = facts.Timers.EntriesOf(timer)
                .Where(each => isUntaken[each.To] && !(each.RanBefore && isUntaken[each.From]))
                .OrderBy(each => each.Row)
                .Select(each => (RunningEntry?)each)
                .FirstOrDefault();
            if (entry is { } first && !told.ContainsKey(timer))
            {
                yield return facts.AtRow(TimerMessages.Untaken, first.Row, TimerMessages.NoRow(facts.Machine.Timers[timer].Name, facts.NameOf(first.To)));
            }
        }
    }

    private static bool IsAwaited(MachineFacts facts, Cell cell) => facts.EventOf(cell) switch
    {
        { Kind: EventKind.After } @event => !HasLongerTimer(facts, cell.State, facts.Machine.Timers[@event.Subject].Due),
        { Kind: EventKind.Timeout } @event => facts.Timers.MayRun(@event.Subject, cell.State) == true,
        _ => false,
    };

    // It runs on, and ends the wait.
    private static bool HasLongerTimer(MachineFacts facts, int state, TimeSpan due) =>
        facts.Machine.States[state].AfterTimers.Any(timer => facts.Machine.Timers[timer].Due > due);

    private static bool[] UntakenIn(MachineFacts facts, int timer)
    {
        var isUntaken = facts.Machine.States.Select(state => !state.IsFinal).ToArray();
        foreach (var use in facts.Uses.Where(use => facts.EventOf(use.Cell) is { Kind: EventKind.Timeout } @event && @event.Subject == timer))
        {
            isUntaken[use.Cell.State] = false;
        }

        return isUntaken;
    }

    private static string Describe(MachineFacts facts, IReadOnlyList<Cell> cells)
    {
        var @event = facts.EventOf(cells[0]);
        return TimerMessages.Dropped(
            @event.IsDrained ? @event.Name + " drained" : @event.Name, facts.Machine.Timers[@event.Subject].Name, cells.Select(cell => facts.NameOf(cell.State)));
    }
}
