using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Tables.Facts;
using ProtoDsl.Verification.Tables.Messages;

namespace ProtoDsl.Verification.Tables;

/// <summary>States that are not final and from which no final state can be reached; in a machine without final states, states in which nothing
/// can happen any more. A machine that serves for ever needs no final state.</summary>
internal static class DeadEnds
{
    /// <summary>The dead ends, each as the states that lead to each other only. States that merely lead into one are none.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(MachineFacts facts)
    {
        var states = Enumerable.Range(0, facts.Graph.Count);
        var finals = states.Where(state => facts.Machine.States[state].IsFinal).ToArray();
        if (finals.Length == 0)
        {
            return facts.Graph.Count == 1
                ? []
                : states.Where(state => facts.IsReachable[state] && !facts.Graph.IsAlive(state)).Select(state => new[] { state }).ToArray();
        }

        var finishes = Reach.From(finals, facts.Graph.Count, facts.Graph.Predecessors);
        var isAsked = states.Select(state => facts.IsReachable[state] && !finishes[state]).ToArray();
        return Reach.Sources(isAsked, facts.Graph.Predecessors, facts.Graph.Successors);
    }

    /// <summary>Nothing while some state cannot be entered: the row that is missing is likely one and the same, and
    /// <see cref="UnreachableStates"/> names both. Where a comment says that this is meant, it is no reason.</summary>
    public static IEnumerable<Finding> Check(MachineFacts facts)
    {
        if (UnreachableStates.Of(facts).Any(states => !facts.IsSwitchedOff(StateMessages.Unreachable, states[0])))
        {
            return [];
        }

        var finals = facts.Machine.States.Where(state => state.IsFinal).Select(state => state.Name).ToArray();
        return Of(facts).Select(states => states.Count > 1
            ? facts.AtState(StateMessages.Trap, states[0], StateMessages.NoWayToFinal(states.Select(facts.NameOf).ToArray(), finals))
            : facts.AtState(StateMessages.DeadEnd, states[0], finals.Length == 0 ? StateMessages.NothingHappens(facts.NameOf(states[0])) : StateMessages.NoWayOut(facts.NameOf(states[0]))));
    }
}
