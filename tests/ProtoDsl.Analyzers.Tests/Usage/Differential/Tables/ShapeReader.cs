using System.Collections.Immutable;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Tables;

/// <summary>Reads from the model of a table how its machines are called from C#.</summary>
internal sealed class ShapeReader(Protocol protocol, string table)
{
    private string Namespace => protocol.Namespace is { } name ? $"global::{name}." : "global::";

    /// <summary>The shapes of the machines that a program can drive: those that nobody else moves.</summary>
    public IEnumerable<MachineShape> Read() => protocol.Machines
        .Where(machine => !machine.Modifiers.HasFlag(MachineModifiers.Synchronized) && !machine.Modifiers.HasFlag(MachineModifiers.Generic))
        .Select(Shape);

    /// <summary>The expression that a program makes a machine with.</summary>
    public static bool HasActions(Machine machine) => machine.Actions.Count + machine.SentMessages.Count + machine.Timers.Count > 0;

    private MachineShape Shape(Machine machine)
    {
        var isAsync = machine.Modifiers.HasFlag(MachineModifiers.Async);
        var type = Namespace + machine.ClassName;
        var actions = $"{Namespace}{machine.ClassName}Acts.Shared";
        return new MachineShape(
            $"{protocol.Name}.{machine.Name}",
            type,
            type + "State",
            HasActions(machine) ? new Programs.Text($"new {type}({actions})", $"new {type}(R.Fresh({actions}))") : $"new {type}()",
            isAsync,
            machine.Calls.Any(call => call.MethodName == "Dispose"),
            [.. machine.States.Select(state => state.MemberName)],
            machine.InitialState,
            [.. machine.Events.SelectMany((_, index) => Events(machine, index, isAsync))],
            table);
    }

    private IEnumerable<EventShape> Events(Machine machine, int index, bool isAsync)
    {
        var @event = machine.Events[index];
        if (@event.Kind is not (EventKind.Call or EventKind.Receive))
        {
            yield break;
        }

        var isCall = @event.Kind == EventKind.Call;
        var parameters = isCall ? machine.Calls[@event.Subject].Parameters : protocol.Messages[@event.Subject].Parameters;
        foreach (var values in Combinations(parameters))
        {
            var arguments = parameters.Select((parameter, i) => parameter.Tag < 0 ? "default!" : TagValue(protocol.Tags[parameter.Tag], values[i])).ToArray();
            var all = string.Join(", ", arguments);
            var name = isCall ? machine.Calls[@event.Subject].MethodName : "Receive";
            var call = isCall ? all : $"new {MessageType(protocol.Messages[@event.Subject])}({all})";
            var tags = string.Join(", ", arguments.Where((_, i) => parameters[i].Tag >= 0));
            yield return new EventShape(
                $"{name}{(isAsync ? "Async" : "")}({call})",
                isCall && name != "Dispose" ? $"Can{name}{(tags.Length == 0 ? "" : $"({tags})")}" : null,
                name == "Dispose",
                !isCall,
                [.. machine.States.Select((_, state) => Guess(machine, index, state, values))]);
        }
    }

    private IEnumerable<int[]> Combinations(IReadOnlyList<Parameter> parameters)
    {
        IEnumerable<int[]> all = [[]];
        foreach (var parameter in parameters)
        {
            var count = parameter.Tag < 0 ? 1 : Math.Min(3, protocol.Tags[parameter.Tag].Values.Count);
            all = all.SelectMany(values => Enumerable.Range(0, count).Select(value => values.Append(value).ToArray())).ToArray();
        }

        return all.Take(6);
    }

    private static int Guess(Machine machine, int @event, int state, int[] values)
    {
        if (machine.CellOf(state, @event) is not { } cell)
        {
            return -1;
        }

        foreach (var candidate in cell.Candidates)
        {
            var row = machine.Rows[candidate.Row];
            var pattern = row.Triggers[candidate.Trigger].Pattern;
            if (pattern.Select((value, i) => value < 0 || value == values[i]).All(fits => fits))
            {
                return row.Kind == RowKind.Forbid ? -1 : row.TargetKind == TargetKind.State ? row.Target : state;
            }
        }

        return -1;
    }

    private string MessageType(Message message) => message.BoundType ?? $"{Holder(message.Owner)}.{message.TypeName}";

    private string TagValue(TagType tag, int value) =>
        $"{(tag.Binding == TagBinding.ExistingEnum ? "global::" + tag.BoundType : $"{Holder(tag.Owner)}.{tag.TypeName}")}.{tag.Values[value].MemberName}";

    private string Holder(string? owner) =>
        Namespace + (protocol.Machines.FirstOrDefault(machine => machine.Name == owner)?.ClassName ?? protocol.ClassName);
}
