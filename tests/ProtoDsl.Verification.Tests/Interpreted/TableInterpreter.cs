using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Verification.Tests.Interpreted;

/// <summary>What a role remembers, as the table means it.</summary>
internal sealed record RoleMemory(int State, EquatableArray<int> Armed, bool HasEnded);

/// <summary>What became of an event.</summary>
internal enum Answer
{
    Taken,
    Deferred,

    /// <summary>No row lists it, or one forbids it.</summary>
    Illegal,

    /// <summary>Rows list it, but no guard held.</summary>
    Refused,
}

/// <summary>One event, answered once.</summary>
/// <param name="Sends">Receiver's name or null, message, and values by name; null for what the table leaves to the user.</param>
internal sealed record Reaction(Answer Answer, RoleMemory After, int Row, IReadOnlyList<(string? To, string Message, IReadOnlyList<string?> Values)> Sends);

/// <summary>Runs one machine event by event, straight off the model and without regard to any other machine: the way the generated
/// class would. Knows nothing of systems.</summary>
internal sealed class TableInterpreter(Protocol protocol, Machine machine)
{
    /// <param name="memory">Where it is.</param>
    /// <param name="event">Index of the event.</param>
    /// <param name="values">A value, by name, for each parameter of the event; anything for those that are no tags.</param>
    /// <param name="sender">Who sent the message.</param>
    /// <param name="guards">The answer of each guard, by its name.</param>
    public Reaction Raise(RoleMemory memory, int @event, IReadOnlyList<string> values, string? sender, Func<string, bool> guards)
    {
        var raised = machine.Events[@event];
        var armed = memory.Armed.ToList();
        if (raised.Kind == EventKind.Timeout)
        {
            armed.Remove(raised.Subject);
        }

        var isListed = false;
        foreach (var candidate in machine.CellOf(memory.State, @event)?.Candidates ?? default)
        {
            var row = machine.Rows[candidate.Row];
            if (!Matches(row.Triggers[candidate.Trigger], values, sender))
            {
                continue;
            }

            isListed |= row.Kind != RowKind.Forbid;
            if (row.Guard is not null && !Holds(row.Guard, guards))
            {
                continue;
            }

            return row.Kind switch
            {
                RowKind.Forbid => new Reaction(Answer.Illegal, memory, candidate.Row, []),
                RowKind.Defer => new Reaction(Answer.Deferred, memory, candidate.Row, []),
                _ => Take(memory, armed, candidate.Row, raised, values),
            };
        }

        return new Reaction(isListed ? Answer.Refused : Answer.Illegal, memory with { Armed = armed.ToEquatableArray() }, -1, []);
    }

    private Reaction Take(RoleMemory memory, List<int> armed, int index, MachineEvent raised, IReadOnlyList<string> values)
    {
        var row = machine.Rows[index];
        var sends = new List<(string? To, string Message, IReadOnlyList<string?> Values)>();
        var target = row.TargetKind switch { TargetKind.Stay => -1, TargetKind.Same => memory.State, _ => row.Target };
        if (target >= 0)
        {
            Do(machine.States[memory.State].Exit);
        }

        Do(row.Effects);
        if (target < 0)
        {
            return new Reaction(Answer.Taken, memory with { Armed = armed.Order().ToEquatableArray() }, index, sends);
        }

        Do(machine.States[target].Entry);
        var isOver = target == machine.InitialState && machine.States[target].IsFinal;
        return new Reaction(Answer.Taken, new RoleMemory(target, isOver ? default : armed.Order().ToEquatableArray(), isOver), index, sends);

        void Do(EquatableArray<EffectStep> effects)
        {
            foreach (var effect in effects)
            {
                switch (effect)
                {
                    case TimerStep { Operation: TimerOperation.Stop } stop:
                        armed.Remove(stop.Timer);
                        break;
                    case TimerStep start when !armed.Contains(start.Timer):
                        armed.Add(start.Timer);
                        break;
                    case SendStep send:
                        sends.Add((send.To, protocol.Messages[send.Message].Name, [.. send.Arguments.Select(argument => ValueOf(argument, raised, values))]));
                        break;
                }
            }
        }
    }

    private string? ValueOf(Argument argument, MachineEvent raised, IReadOnlyList<string> values)
    {
        switch (argument)
        {
            case TagArgument tag:
                return protocol.Tags[tag.Tag].Values[tag.Value].Name;
            case ParameterArgument parameter:
                var parameters = raised.Kind == EventKind.Call ? machine.Calls[raised.Subject].Parameters : protocol.Messages[raised.Subject].Parameters;
                return values[parameters.Select((one, index) => (one, index)).Single(pair => pair.one.Name == parameter.Name).index];
            default:
                return null;
        }
    }

    private bool Matches(RowTrigger trigger, IReadOnlyList<string> values, string? sender)
    {
        if (trigger.From is not null && trigger.From != sender)
        {
            return false;
        }

        return trigger.Pattern.Select((value, index) => (value, index)).All(pair => pair.value < 0 || TagOf(trigger, pair.index).Values[pair.value].Name == values[pair.index]);
    }

    private TagType TagOf(RowTrigger trigger, int parameter)
    {
        var @event = machine.Events[trigger.Event];
        return protocol.Tags[(@event.Kind == EventKind.Call ? machine.Calls[@event.Subject].Parameters : protocol.Messages[@event.Subject].Parameters)[parameter].Tag];
    }

    private bool Holds(GuardExpression guard, Func<string, bool> guards) => guard switch
    {
        NamedGuard named => guards(machine.Actions[named.Action].Name),
        NotGuard not => !Holds(not.Operand, guards),
        AndGuard and => and.Operands.All(operand => Holds(operand, guards)),
        OrGuard or => or.Operands.Any(operand => Holds(operand, guards)),
        _ => throw new InvalidOperationException(guard.ToString()),
    };
}
