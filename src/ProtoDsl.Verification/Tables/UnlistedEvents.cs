using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Systems.Building;
using ProtoDsl.Verification.Tables.Facts;
using ProtoDsl.Verification.Tables.Messages;

namespace ProtoDsl.Verification.Tables;

/// <summary>What a state says nothing of: messages whose rows all have guards, and, for those who ask for it, every call and message without a row.</summary>
internal static class UnlistedEvents
{
    /// <summary>At the last row that is tried, once for each message and guard. A call whose guards are all false is illegal, which is what guards of calls are for.</summary>
    public static IEnumerable<Finding> CheckGuards(MachineFacts facts) => facts.Uses
        .Where(use => facts.IsReachable[use.Cell.State] && facts.EventOf(use.Cell).Kind == EventKind.Receive)
        .SelectMany(use => use.Values.Where(way => way.MayBeRefused && way.Possible.Any(candidate => facts.RowOf(candidate).Kind != RowKind.Forbid)).Take(1).Select(way => (use.Cell, Row: LastRowFor(facts, use.Cell, way.Values))))
        .GroupBy(pair => (pair.Cell.Event, facts.Machine.Rows[pair.Row].Guard))
        .Select(group => facts.AtRow(
            RowMessages.Guarded,
            group.Min(pair => pair.Row),
            RowMessages.OnlyGuarded(facts.EventOf(group.First().Cell).Name, group.Select(pair => facts.NameOf(pair.Cell.State)))));

    /// <summary>One finding a state: completeness is asked for by raising the severity of this rule, which is hidden else.</summary>
    public static IEnumerable<Finding> CheckHoles(MachineFacts facts)
    {
        for (var state = 0; state < facts.Graph.Count; state++)
        {
            var uses = facts.UsesOf[state].ToDictionary(use => use.Cell.Event);
            var missing = Enumerable.Range(0, facts.Machine.Events.Count)
                .Where(_ => facts.IsReachable[state])
                .SelectMany(@event => uses.TryGetValue(@event, out var use) ? Missing(facts, use) : Missing(facts.Machine.Events[@event]))
                .ToArray();
            if (missing.Length > 0)
            {
                yield return facts.AtState(RowMessages.Unlisted, state, RowMessages.NotListed(facts.NameOf(state), missing)) with { Unlisted = missing.ToEquatableArray() };
            }
        }
    }

    private static int LastRowFor(MachineFacts facts, Cell cell, EventValues way) =>
        cell.Candidates.Last(candidate => way.IsCoveredBy(facts.RowOf(candidate).Triggers[candidate.Trigger])).Row;

    private static IEnumerable<string> Missing(MachineEvent @event) => @event.Kind is EventKind.Call or EventKind.Receive ? [@event.Name] : [];

    // A value that the tag does not name cannot be written in a row either.
    private static IEnumerable<string> Missing(MachineFacts facts, CellUse use)
    {
        var @event = facts.EventOf(use.Cell);
        return use.Values
            .Where(way => !way.IsListed && !way.Values.HasOther && @event.Kind is EventKind.Call or EventKind.Receive)
            .Select(way => way.Values.TextOf(@event.Name, facts.Protocol, EventParameters.Of(facts.Protocol, facts.Machine, @event)))
            .Distinct();
    }
}
