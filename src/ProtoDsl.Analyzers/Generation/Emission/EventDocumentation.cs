using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>What the user reads about an event: the table's words, where it is legal, and why elsewhere it is not.</summary>
internal static class EventDocumentation
{
    private const int MostReasons = 8;

    public static void Write(SourceWriter writer, MachineShape shape, EventShape @event)
    {
        writer.Summary(
            @event.Call?.Documentation,
            @event.Call is not null ? $"The call {Documentation.Code(@event.Event.Name)}." : $"The peer's {Documentation.Code(@event.Event.Name)}.");
        Remarks(writer, shape, @event);
        if (!MachineShape.IsDispose(@event))
        {
            writer.Doc("<returns>The new state.</returns>");
        }

        writer.Doc(@event.Call is not null
            ? "<exception cref=\"global::ProtoDsl.IllegalTransitionException\">The table does not allow it in this state: nothing has happened.</exception>"
            : "<exception cref=\"global::ProtoDsl.UnexpectedMessageException\">The table does not list it in this state: nothing has happened.</exception>");
        writer.Doc("<exception cref=\"global::ProtoDsl.OverlappingEventException\">Another event is still running.</exception>");
    }

    private static void Remarks(SourceWriter writer, MachineShape shape, EventShape @event)
    {
        var legal = @event.Groups
            .Where(group => group.Candidates.Any(candidate => shape.Machine.Rows[candidate.Row].Kind != RowKind.Forbid))
            .SelectMany(group => group.States)
            .OrderBy(state => state)
            .Select(state => shape.Machine.States[state].MemberName)
            .ToArray();
        var reasons = @event.Groups
            .SelectMany(group => group.Candidates.Select(candidate => (group, row: shape.Machine.Rows[candidate.Row])))
            .Where(use => use.row.Kind == RowKind.Forbid && use.row.Reason is not null)
            .GroupBy(use => use.row.Reason ?? "", use => use.group.States)
            .Take(MostReasons)
            .ToArray();
        var opening = legal.Length == 0 ? "Legal in no state."
            : legal.Length == shape.Machine.States.Count ? "Legal in every state."
            : $"Legal in {Documentation.Codes(legal, legal.Length)}.";
        if (reasons.Length == 0)
        {
            writer.Doc($"<remarks>{opening}</remarks>");
            return;
        }

        writer.Doc($"<remarks>{opening}");
        foreach (var reason in reasons)
        {
            var states = reason.SelectMany(group => group).Distinct().OrderBy(state => state).Select(state => shape.Machine.States[state].MemberName).ToArray();
            writer.Doc($"Not in {Documentation.Codes(states, states.Length)}: {CSharpText.Xml(reason.Key)}.");
        }

        writer.Doc("</remarks>");
    }
}
