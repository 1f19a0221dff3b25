using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Analyzers.Relation;

/// <summary>Reduces a machine of the language's model to its relation. States whose cells come to the same are put together, so that
/// the text stays small.</summary>
internal static class RelationBuilder
{
    /// <summary>The relation of one machine of a protocol.</summary>
    public static MachineRelation Build(Protocol protocol, Machine machine) => new()
    {
        ClassName = machine.ClassName,
        Protocol = protocol.Name,
        Flags = FlagsOf(machine),
        States = machine.States
            .Select((state, index) => new RelationState(state.MemberName, state.Name, index == machine.InitialState, state.IsFinal))
            .ToEquatableArray(),
        Events = machine.Events.Select(@event => EventOf(protocol, machine, @event)).ToEquatableArray(),
        Cases = CasesOf(protocol, machine).ToEquatableArray(),
    };

    private static RelationFlags FlagsOf(Machine machine) =>
        ((machine.Modifiers & MachineModifiers.Async) != 0 ? RelationFlags.Async : RelationFlags.None)
        | ((machine.Modifiers & MachineModifiers.Synchronized) != 0 ? RelationFlags.Synchronized : RelationFlags.None)
        | (machine.Calls.Any(call => call.MethodName == "Dispose") ? RelationFlags.Disposable : RelationFlags.None);

    private static RelationEvent EventOf(Protocol protocol, Machine machine, MachineEvent @event)
    {
        var name = @event.Kind switch
        {
            EventKind.Call => machine.Calls[@event.Subject].MethodName,
            EventKind.Receive => protocol.Messages[@event.Subject].TypeName,
            _ => machine.Timers[@event.Subject].MemberName,
        };
        var isHidden = @event.Kind == EventKind.Receive && protocol.Messages[@event.Subject].BoundType is not null;
        var tags = ParametersOf(protocol, machine, @event)
            .Where(parameter => parameter.Tag >= 0)
            .Select(parameter => new RelationTag(parameter.Name, isHidden));
        return new RelationEvent((RelationEventKind)(int)@event.Kind, name, RelationText.Field(@event.Name), tags.ToEquatableArray());
    }

    private static EquatableArray<Parameter> ParametersOf(Protocol protocol, Machine machine, MachineEvent @event) => @event.Kind switch
    {
        EventKind.Call => machine.Calls[@event.Subject].Parameters,
        EventKind.Receive => protocol.Messages[@event.Subject].Parameters,
        _ => default,
    };

    private static IEnumerable<RelationCase> CasesOf(Protocol protocol, Machine machine)
    {
        foreach (var cellsOfEvent in machine.Cells.GroupBy(cell => cell.Event).OrderBy(group => group.Key))
        {
            // Whole cells are compared, not single rows: the order within each cell is then kept by itself.
            var alike = cellsOfEvent
                .Select(cell => (cell.State, Cases: CellCases(protocol, machine, cell)))
                .GroupBy(cell => cell.Cases)
                .OrderBy(group => group.Min(cell => cell.State));
            foreach (var group in alike)
            {
                var states = group.Select(cell => cell.State).OrderBy(state => state).ToEquatableArray();
                foreach (var @case in group.Key)
                {
                    yield return @case with { States = states };
                }
            }
        }
    }

    private static EquatableArray<RelationCase> CellCases(Protocol protocol, Machine machine, Cell cell) =>
        cell.Candidates.Select(candidate => CaseOf(protocol, machine, cell, candidate)).ToEquatableArray();

    private static RelationCase CaseOf(Protocol protocol, Machine machine, Cell cell, Candidate candidate)
    {
        var row = machine.Rows[candidate.Row];
        var outcome = row.Kind switch
        {
            RowKind.Ignore => RelationOutcome.Ignore,
            RowKind.Defer => RelationOutcome.Defer,
            RowKind.Forbid => RelationOutcome.Forbid,
            _ => row.TargetKind switch
            {
                TargetKind.State => RelationOutcome.Go,
                TargetKind.Same => RelationOutcome.Same,
                _ => RelationOutcome.Stay,
            },
        };
        return new RelationCase
        {
            Event = cell.Event,
            Outcome = outcome,
            Target = outcome == RelationOutcome.Go ? row.Target : -1,
            Flags = FlagsOf(machine, row, outcome, cell.State),
            Pattern = PatternOf(protocol, machine, cell.Event, row.Triggers[candidate.Trigger]),
            Reason = row.Reason,
        };
    }

    private static RelationCaseFlags FlagsOf(Machine machine, Row row, RelationOutcome outcome, int source)
    {
        var isEntering = outcome is RelationOutcome.Go or RelationOutcome.Same;
        var from = machine.States[source];
        var to = outcome == RelationOutcome.Go ? machine.States[row.Target] : from;

        // Stopping and starting timers calls the user's actions, so it throws where they do. A deferred message may find its buffer full.
        var throwsInSource = row.Guard is not null
            || !row.Effects.IsEmpty
            || outcome == RelationOutcome.Defer
            || (isEntering && (!from.Exit.IsEmpty || !from.AfterTimers.IsEmpty));
        var throwsInTarget = isEntering && (!to.Entry.IsEmpty || !to.AfterTimers.IsEmpty);
        return (row.Guard is not null ? RelationCaseFlags.Guarded : RelationCaseFlags.None)
            | (throwsInSource ? RelationCaseFlags.ThrowsInSource : RelationCaseFlags.None)
            | (throwsInTarget ? RelationCaseFlags.ThrowsInTarget : RelationCaseFlags.None);
    }

    private static EquatableArray<string?> PatternOf(Protocol protocol, Machine machine, int @event, RowTrigger trigger)
    {
        if (trigger.Pattern.All(value => value < 0))
        {
            return default;
        }

        var parameters = ParametersOf(protocol, machine, machine.Events[@event]);
        return parameters
            .Select((parameter, index) => (parameter, Value: index < trigger.Pattern.Count ? trigger.Pattern[index] : -1))
            .Where(pair => pair.parameter.Tag >= 0)
            .Select(pair => pair.Value < 0 ? null : ValueName(protocol.Tags[pair.parameter.Tag], pair.Value))
            .ToEquatableArray();
    }

    private static string ValueName(TagType tag, int value) =>
        tag.Binding == TagBinding.ExistingEnum && tag.Values[value].Number is { } number
            ? number.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : tag.Values[value].MemberName;
}
