using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Analyzers.Relation;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>The relation of a machine in the form in which the analysis asks it: for each event the states in which it may be legal, and
/// where it leads. Immutable, shared by all methods of a compilation.</summary>
internal sealed class MachineTable
{
    private readonly EventTable[] _events;

    /// <param name="relation">What the machine may do.</param>
    /// <param name="isObserved">True when user code sees every transition (<c>OnTransition</c> is implemented) and may throw there.</param>
    public MachineTable(MachineRelation relation, bool isObserved)
    {
        Relation = relation;
        All = StateSet.FirstStates(relation.States.Count);
        Initial = StateSet.Of(relation.States.TakeWhile(state => !state.IsInitial).Count());
        Final = FinalOf(relation);
        IsObserved = isObserved;
        var cases = relation.Cases.ToLookup(@case => @case.Event);
        _events = Enumerable.Range(0, relation.Events.Count)
            .Select(index => new EventTable(this, index, cases[index]))
            .ToArray();
        CanDefer = relation.Cases.Any(@case => @case.Outcome == RelationOutcome.Defer);
        IsShared = (relation.Flags & RelationFlags.Synchronized) != 0;
    }

    /// <summary>What it is made from.</summary>
    public MachineRelation Relation { get; }

    /// <summary>Every state.</summary>
    public StateSet All { get; }

    /// <summary>The state of a new machine.</summary>
    public StateSet Initial { get; }

    /// <summary>The states in which a machine may be left; none where the table does not say.</summary>
    public StateSet Final { get; }

    /// <summary>The events by index.</summary>
    public IReadOnlyList<EventTable> Events => _events;

    /// <summary>True when user code sees every transition.</summary>
    public bool IsObserved { get; }

    /// <summary>True when a message may wait for the next state, and so move the machine once more.</summary>
    public bool CanDefer { get; }

    /// <summary>True when messages and timers may move it between any two statements.</summary>
    public bool IsShared { get; }

    /// <summary>True when its events return a task.</summary>
    public bool IsAsync => (Relation.Flags & RelationFlags.Async) != 0;

    /// <summary>The enum member of a state.</summary>
    public string NameOf(int state) => Relation.States[state].MemberName;

    /// <summary>A set and all that other threads may make of it: messages and timers, any number of times.</summary>
    public StateSet ClosedUnderPeers(StateSet states) =>
        ClosedUnder(states, _events.Where(@event => @event.Event.Kind != RelationEventKind.Call));

    /// <summary>A set and all that messages which have waited may make of it.</summary>
    public StateSet ClosedUnderDeferred(StateSet states) => ClosedUnder(states, _events.Where(@event => @event.IsDeferrable));

    private static StateSet FinalOf(MachineRelation relation)
    {
        var final = default(StateSet);
        for (var state = 0; state < relation.States.Count; state++)
        {
            final = relation.States[state].IsFinal ? final.With(state) : final;
        }

        return final;
    }

    private static StateSet ClosedUnder(StateSet states, IEnumerable<EventTable> events)
    {
        var moves = events.ToArray();
        for (var todo = states; !todo.IsEmpty;)
        {
            var next = default(StateSet);
            foreach (var move in moves)
            {
                next |= move.After(todo, TagKnowledge.None);
            }

            todo = next - states;
            states |= next;
        }

        return states;
    }
}
