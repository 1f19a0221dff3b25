using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Fields;

/// <summary>The events that may be raised on a field's machine by anyone while nobody looks: across <c>await</c> and <c>yield</c>, between two calls of its
/// class, and when the class is called back.</summary>
internal sealed class Interference
{
    private readonly MachineTable _machine;
    private readonly ImmutableArray<FieldRaise> _raises;

    private Interference(MachineTable machine, bool isEverything, ImmutableArray<FieldRaise> raises, ImmutableArray<EventTable> peers)
    {
        _machine = machine;
        _raises = raises;
        IsEverything = isEverything;
        Peers = peers;
    }

    /// <summary>True when nothing can be said: others may have the machine.</summary>
    public bool IsEverything { get; }

    /// <summary>Of a shared machine, the events of its peers and timers, which come at any time.</summary>
    public ImmutableArray<EventTable> Peers { get; }

    /// <summary>The events, by index. All, when nothing can be said.</summary>
    public IEnumerable<EventTable> Events => IsEverything
        ? _machine.Events
        : _raises.Select(raise => raise.Event).Concat(Peers).Distinct().OrderBy(@event => @event.Index);

    /// <summary>Others may have the machine.</summary>
    public static Interference Everything(MachineTable machine) =>
        new(machine, isEverything: true, ImmutableArray<FieldRaise>.Empty, ImmutableArray<EventTable>.Empty);

    /// <summary>Only certain events are ever raised.</summary>
    public static Interference Of(MachineTable machine, IEnumerable<FieldRaise> raises) => new(
        machine,
        isEverything: false,
        raises.ToImmutableArray(),
        machine.IsShared ? machine.Events.Where(@event => @event.Event.Kind != RelationEventKind.Call).ToImmutableArray() : ImmutableArray<EventTable>.Empty);

    /// <summary>The states in which the machine may be by and by: the given ones, and where any number of the events leads from them.</summary>
    public StateSet Close(StateSet states)
    {
        if (IsEverything)
        {
            return _machine.All;
        }

        for (var todo = states; !todo.IsEmpty;)
        {
            var next = Peers.Aggregate(default(StateSet), (all, @event) => all | @event.After(todo, TagKnowledge.None));
            foreach (var raise in _raises)
            {
                next |= raise.After(todo);
            }

            todo = next - states;
            states |= next;
        }

        return states;
    }
}
