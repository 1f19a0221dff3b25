using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Tables.Facts;
using ProtoDsl.Verification.Tables.Messages;

namespace ProtoDsl.Verification.Tables;

/// <summary>States that no row enters. What only such a state leads to is not told apart.</summary>
internal static class UnreachableStates
{
    /// <summary>A state that more rows enter than this is no likely mistake for another one.</summary>
    private const int MostEntries = 3;

    public static IEnumerable<Finding> Check(MachineFacts facts)
    {
        var isAsked = facts.IsReachable.Select(isReachable => !isReachable).ToArray();
        return Reach.Sources(isAsked, facts.Graph.Successors, facts.Graph.Predecessors).Select(states => Describe(facts, states));
    }

    private static Finding Describe(MachineFacts facts, IReadOnlyList<int> states)
    {
        var reached = Reach.From(states, facts.Graph.Count, facts.Graph.Successors);
        var follow = Enumerable.Range(0, facts.Graph.Count).Where(state => reached[state] && !facts.IsReachable[state] && !states.Contains(state));
        var message = StateMessages.NeverEntered(
            states.Select(facts.NameOf).ToArray(), follow.Select(facts.NameOf).ToArray(), HintOf(facts, states[0], reached));
        return facts.AtState(StateMessages.Unreachable, states[0], message);
    }

    private static string HintOf(MachineFacts facts, int state, bool[] reached)
    {
        // A dead end that a row to here would cure.
        var finals = facts.Machine.States.Any(each => each.IsFinal);
        var leads = !finals || Enumerable.Range(0, reached.Length).Any(each => reached[each] && facts.Machine.States[each].IsFinal);
        if (leads && DeadEnds.Of(facts).FirstOrDefault() is { } end)
        {
            return StateMessages.LeavesNone(end.Select(facts.NameOf).ToArray(), facts.NameOf(state));
        }

        return LookAlike(facts, state) is { } other
            ? StateMessages.LeadsElsewhere(facts.NameOf(other), Entries(facts, other).Select(edge => (facts.NameOf(edge.From), facts.LineOfRow(edge.Row))))
            : StateMessages.WriteArrow(facts.NameOf(state));
    }

    // A state with the same events, entered by more rows than it needs: one of its rows may be meant for the state that none enters.
    private static int? LookAlike(MachineFacts facts, int state)
    {
        var events = EventsOf(facts, state);
        var others = Enumerable.Range(0, facts.Graph.Count)
            .Where(other => other != state && facts.IsReachable[other] && !events.IsEmpty() && EventsOf(facts, other).SetEquals(events))
            .Where(other => Entries(facts, other).Count is > 0 and <= MostEntries && Entries(facts, other).Count + (facts.Starts.Contains(other) ? 1 : 0) > 1);
        return others.Select(other => (int?)other).FirstOrDefault();
    }

    private static IReadOnlyList<Edge> Entries(MachineFacts facts, int state) =>
        facts.Graph.To(state).Where(edge => facts.IsReachable[edge.From]).OrderBy(edge => edge.Row).ToArray();

    private static HashSet<int> EventsOf(MachineFacts facts, int state) =>
        new(facts.Machine.Cells.Where(cell => cell.State == state).Select(cell => cell.Event));

    private static bool IsEmpty(this HashSet<int> events) => events.Count == 0;
}
