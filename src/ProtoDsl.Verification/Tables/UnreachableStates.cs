using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Tables.Facts;
using ProtoDsl.Verification.Tables.Messages;

namespace ProtoDsl.Verification.Tables;

/// <summary>States that no row enters. What only such a state leads to is not told apart.</summary>
internal static class UnreachableStates
{
    public static IEnumerable<Finding> Check(MachineFacts facts)
    {
        var roots = Of(facts);
        if (roots.Count == 0)
        {
            return [];
        }

        var alike = new LookAlikes(facts);
        var ends = DeadEnds.Of(facts);
        return roots.Select(states => Describe(facts, states, alike, ends));
    }

    /// <summary>Those that nothing else leads to; each as the states that lead to each other only.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(MachineFacts facts) =>
        Reach.Sources(facts.IsReachable.Select(isReachable => !isReachable).ToArray(), facts.Graph.Successors, facts.Graph.Predecessors);

    private static Finding Describe(MachineFacts facts, IReadOnlyList<int> states, LookAlikes alike, IReadOnlyList<IReadOnlyList<int>> ends)
    {
        var reached = Reach.From(states, facts.Graph.Count, facts.Graph.Successors);
        var follow = Enumerable.Range(0, facts.Graph.Count).Where(state => reached[state] && !facts.IsReachable[state] && !states.Contains(state));
        var message = StateMessages.NeverEntered(
            states.Select(facts.NameOf).ToArray(), follow.Select(facts.NameOf).ToArray(), HintOf(facts, states[0], reached, alike, ends));
        return facts.AtState(StateMessages.Unreachable, states[0], message);
    }

    private static string HintOf(MachineFacts facts, int state, bool[] reached, LookAlikes alike, IReadOnlyList<IReadOnlyList<int>> ends)
    {
        // A dead end that a row to here would cure.
        var hasFinals = facts.Machine.States.Any(each => each.IsFinal);
        var cures = !hasFinals || Enumerable.Range(0, reached.Length).Any(each => reached[each] && facts.Machine.States[each].IsFinal);
        if (cures && ends.Count > 0)
        {
            return StateMessages.LeavesNone(ends[0].Select(facts.NameOf).ToArray(), facts.NameOf(state));
        }

        return alike.Find(state) is { } other
            ? StateMessages.LeadsElsewhere(
                facts.NameOf(other.State), other.IsEqual, other.Entries.Select(edge => (facts.NameOf(edge.From), facts.LineOfRow(edge.Row))).ToArray())
            : StateMessages.WriteArrow(facts.NameOf(state));
    }
}
