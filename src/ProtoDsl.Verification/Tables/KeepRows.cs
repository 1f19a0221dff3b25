using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Tables.Facts;
using ProtoDsl.Verification.Tables.Messages;

namespace ProtoDsl.Verification.Tables;

/// <summary><c>keep E in SET until X</c>: from a state of the set where a plain row takes E, guarded or not, only X may lead to a state where none does.</summary>
internal static class KeepRows
{
    /// <summary>Candidates that are looked at for all <c>keep</c> rows; those beyond say nothing.</summary>
    private const long MostSteps = 20_000_000;

    /// <summary>At the row that leads there, once for each.</summary>
    public static IEnumerable<Finding> Check(MachineFacts facts)
    {
        var said = new HashSet<int>();
        var left = MostSteps / (1 + facts.Uses.Sum(use => (long)use.Cell.Candidates.Count));
        for (var index = 0; index < facts.Machine.Keeps.Count; index++)
        {
            var keep = facts.Machine.Keeps[index];
            foreach (var kept in keep.Events.TakeWhile(_ => left-- > 0))
            {
                var isLegal = Enumerable.Range(0, facts.Graph.Count).Select(state => IsLegal(facts, state, kept)).ToArray();
                if (!Counted(facts, keep).Any(state => isLegal[state]))
                {
                    yield return facts.AtKeep(KeepMessages.Empty, index, KeepMessages.NeverLegal(facts.TextOf(kept), !keep.States.IsEmpty));
                }

                foreach (var loss in Losses(facts, keep, isLegal).Where(loss => said.Add(loss.Row)))
                {
                    yield return facts.AtRow(KeepMessages.Broken, loss.Row, KeepMessages.Lost(
                        loss.Trigger, facts.NameOf(loss.From), facts.NameOf(loss.To), facts.TextOf(kept), facts.LineOfKeep(index), keep.Reason));
                }
            }
        }
    }

    private static IEnumerable<(int Row, string Trigger, int From, int To)> Losses(MachineFacts facts, Keep keep, bool[] isLegal) =>
        from state in Counted(facts, keep)
        where isLegal[state] && facts.IsReachable[state]
        from use in facts.UsesOf[state]
        from candidate in use.Cell.Candidates
        let row = facts.RowOf(candidate)
        where row is { Kind: RowKind.Transition, TargetKind: TargetKind.State, Target: >= 0 } && !isLegal[row.Target]
        where use.Values.Any(way => way.Possible.Contains(candidate) && !IsAllowed(keep, facts.EventOf(use.Cell), use.Cell.Event, way.Values))
        orderby candidate.Row
        select (candidate.Row, TriggerOf(facts, use.Cell, candidate), state, row.Target);

    private static string TriggerOf(MachineFacts facts, Cell cell, Candidate candidate) =>
        facts.RowOf(candidate).Triggers[candidate.Trigger] is { Event: >= 0 } trigger ? facts.TextOf(trigger) : facts.EventOf(cell).Name;

    private static IEnumerable<int> Counted(MachineFacts facts, Keep keep) =>
        keep.States.IsEmpty ? Enumerable.Range(0, facts.Graph.Count) : keep.States;

    private static bool IsLegal(MachineFacts facts, int state, RowTrigger kept) =>
        facts.UsesOf[state].Any(use => use.Cell.Event == kept.Event
            && use.Cell.Candidates.Any(candidate => facts.RowOf(candidate).Kind == RowKind.Transition
                && (!use.IsKnown || use.Values.Any(way => way.Values.MayBe(kept) && way.Possible.Contains(candidate)))));

    private static bool IsAllowed(Keep keep, MachineEvent @event, int index, EventValues way) => @event.Kind switch
    {
        EventKind.After or EventKind.Timeout when keep.UntilAnyTimer => true,
        EventKind.Receive => keep.Until.Any(until => until.Event < 0 || (until.Event == index && way.IsCoveredBy(until))),
        _ => keep.Until.Any(until => until.Event == index && way.IsCoveredBy(until)),
    };
}
