using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Tables.Facts;
using ProtoDsl.Verification.Tables.Messages;

namespace ProtoDsl.Verification.Tables;

/// <summary>Events that can never happen: the expiry of a timer that never runs where a row waits for it, or that another one always forestalls. Messages and calls
/// can always happen, as far as the table alone can tell.</summary>
internal static class TimersThatNeverExpire
{
    /// <summary>One finding a timer: its rows have one cause.</summary>
    public static IEnumerable<Finding> Check(MachineFacts facts) => Of(facts).Values;

    /// <summary>What there is to say, by timer.</summary>
    public static IReadOnlyDictionary<int, Finding> Of(MachineFacts facts)
    {
        var found = new Dictionary<int, Finding>();
        foreach (var expiries in Expiries(facts).ToLookup(use => facts.EventOf(use.Cell).Subject))
        {
            var finding = facts.Machine.Timers[expiries.Key].IsAfter ? Forestalled(facts, expiries.ToArray()) : NeverRuns(facts, expiries.Key, expiries.ToArray());
            if (finding is not null)
            {
                found.Add(expiries.Key, finding);
            }
        }

        return found;
    }

    private static IEnumerable<CellUse> Expiries(MachineFacts facts) => facts.Uses.Where(use =>
        facts.IsReachable[use.Cell.State]
        && facts.EventOf(use.Cell).Kind is EventKind.After or EventKind.Timeout
        && use.Cell.Candidates.Any(candidate => facts.RowOf(candidate).Kind == RowKind.Transition));

    private static Finding? NeverRuns(MachineFacts facts, int timer, IReadOnlyList<CellUse> expiries)
    {
        // What starts it only where the machine never is, follows from that.
        if (FirstRowWhereAll(expiries, use => facts.Timers.MayRun(timer, use.Cell.State) == false) is not var (row, use) || StartsIn(facts, timer, false))
        {
            return null;
        }

        var (name, state) = (facts.Machine.Timers[timer].Name, use.Cell.State);
        return facts.AtRow(
            TimerMessages.NeverExpires,
            row,
            !StartsIn(facts, timer, true) ? TimerMessages.NotStarted(name)
            : Starts(facts.Machine.States[state].Entry, timer) ? TimerMessages.EntryNeverRuns(name, facts.NameOf(state))
            : TimerMessages.NotRunningHere(name, facts.NameOf(state)));
    }

    // A shared row is of use where one of its states has a use for it.
    private static (int Row, CellUse Use)? FirstRowWhereAll(IReadOnlyList<CellUse> expiries, Func<CellUse, bool> isUseless) => expiries
        .SelectMany(use => use.Cell.Candidates.Select(candidate => (candidate.Row, Use: use)))
        .GroupBy(pair => pair.Row)
        .OrderBy(row => row.Key)
        .Where(row => row.All(pair => isUseless(pair.Use)))
        .Select(row => ((int, CellUse)?)row.First())
        .FirstOrDefault();

    private static bool StartsIn(MachineFacts facts, int timer, bool isReachable) =>
        Enumerable.Range(0, facts.Graph.Count).Any(state => facts.IsReachable[state] == isReachable
            && (Starts(facts.Machine.States[state].Entry, timer) || Starts(facts.Machine.States[state].Exit, timer)
                || facts.UsesOf[state].Any(use => use.Cell.Candidates.Any(candidate => Starts(facts.RowOf(candidate).Effects, timer)))));

    private static bool Starts(IEnumerable<EffectStep> effects, int timer) =>
        effects.Any(effect => effect is TimerStep { Operation: not TimerOperation.Stop } step && step.Timer == timer);

    private static Finding? Forestalled(MachineFacts facts, IReadOnlyList<CellUse> expiries) =>
        FirstRowWhereAll(expiries, use => OtherThatAlwaysComesFirst(facts, use.Cell) is not null) is var (row, use)
        && OtherThatAlwaysComesFirst(facts, use.Cell) is { } other
            ? facts.AtRow(
                TimerMessages.NeverExpires, row, TimerMessages.TooLate(facts.Machine.Timers[facts.EventOf(use.Cell).Subject].Name, other.Name, facts.NameOf(use.Cell.State)))
            : null;

    // Both start when the state is entered, and a row of an 'after' timer leaves it or enters it anew.
    private static MachineTimer? OtherThatAlwaysComesFirst(MachineFacts facts, Cell cell)
    {
        var due = facts.Machine.Timers[facts.EventOf(cell).Subject].Due;
        return facts.UsesOf[cell.State]
            .Where(use => facts.EventOf(use.Cell) is { Kind: EventKind.After, IsDrained: false } && use.IsKnown && use.Values.All(way => !way.MayBeRefused))
            .Select(use => facts.Machine.Timers[facts.EventOf(use.Cell).Subject])
            .FirstOrDefault(timer => timer.Due < due);
    }
}
