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

    private Interference(MachineTable machine, bool isEverything, ImmutableArray<EventTable> events)
    {
        _machine = machine;
        IsEverything = isEverything;
        Events = events;
    }

    /// <summary>True when nothing can be said: others may have the machine.</summary>
    public bool IsEverything { get; }

    /// <summary>The events, by index; for a shared machine those of its peers and timers too. All, when nothing can be said.</summary>
    public ImmutableArray<EventTable> Events { get; }

    /// <summary>Others may have the machine.</summary>
    public static Interference Everything(MachineTable machine) => new(machine, isEverything: true, machine.Events.ToImmutableArray());

    /// <summary>Only certain events are ever raised.</summary>
    public static Interference Of(MachineTable machine, IEnumerable<EventTable> raised)
    {
        var peers = machine.IsShared ? machine.Events.Where(@event => @event.Event.Kind != RelationEventKind.Call) : [];
        return new Interference(machine, isEverything: false, raised.Concat(peers).Distinct().OrderBy(@event => @event.Index).ToImmutableArray());
    }

    /// <summary>The states in which the machine may be by and by: the given ones, and where any number of the events leads from them.</summary>
    public StateSet Close(StateSet states)
    {
        if (IsEverything)
        {
            return _machine.All;
        }

        for (var todo = states; !todo.IsEmpty;)
        {
            var next = default(StateSet);
            foreach (var @event in Events)
            {
                next |= @event.After(todo, TagKnowledge.None);
            }

            todo = next - states;
            states |= next;
        }

        return states;
    }
}
