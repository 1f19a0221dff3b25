using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Analyzers.Relation;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>One event of a machine: for every state, what may come of it.</summary>
internal sealed class EventTable
{
    private readonly MachineTable _machine;
    private readonly Dictionary<int, List<RelationCase>> _casesOfState = [];
    private Legality? _legality;
    private StateSet[]? _after;
    private StateSet[]? _afterThrow;

    public EventTable(MachineTable machine, int index, IEnumerable<RelationCase> cases)
    {
        _machine = machine;
        Index = index;
        Event = machine.Relation.Events[index];
        foreach (var @case in cases)
        {
            IsDeferrable |= @case.Outcome == RelationOutcome.Defer;
            RunsUserCode |= @case.Flags != RelationCaseFlags.None;
            foreach (var state in @case.States)
            {
                if (!_casesOfState.TryGetValue(state, out var list))
                {
                    _casesOfState.Add(state, list = []);
                }

                list.Add(@case);
            }
        }

        RunsUserCode |= machine.IsObserved;
        DisplayName = Event.Kind == RelationEventKind.Receive ? "Receive(" + Event.Name + ")" : Event.Name;
    }

    /// <summary>The machine.</summary>
    public MachineTable Machine => _machine;

    /// <summary>Its number in the relation.</summary>
    public int Index { get; }

    /// <summary>What it is.</summary>
    public RelationEvent Event { get; }

    /// <summary>True when a state lets it wait.</summary>
    public bool IsDeferrable { get; }

    /// <summary>True when guards, effects or timers of the user may run.</summary>
    public bool RunsUserCode { get; }

    /// <summary>As C# writes it, without arguments: <c>Send</c>, <c>Receive(Ack)</c>.</summary>
    public string DisplayName { get; }

    /// <summary>The states in which a row may be taken.</summary>
    public StateSet MayBeLegal(TagKnowledge tags) => LegalityWith(tags).May;

    /// <summary>The states in which a row is taken, whatever the guards say.</summary>
    public StateSet IsCertainlyLegal(TagKnowledge tags) => LegalityWith(tags).Certainly;

    /// <summary>The states possible after a normal return, from one state: empty where the event is illegal. Deferred messages are not
    /// thought of.</summary>
    public StateSet After(int state, TagKnowledge tags)
    {
        if (!tags.IsNone)
        {
            return FindAfter(state, tags);
        }

        return (_after ??= FindAll(FindAfter))[state];
    }

    private StateSet FindAfter(int state, TagKnowledge tags)
    {
        var after = default(StateSet);
        foreach (var @case in Possible(state, tags, out _))
        {
            if (IsLegal(@case))
            {
                after = after.With(TargetOf(@case, state));
            }
        }

        return after;
    }

    /// <summary>The states possible after a normal return.</summary>
    public StateSet After(StateSet states, TagKnowledge tags)
    {
        var after = default(StateSet);
        foreach (var state in states)
        {
            after |= After(state, tags);
        }

        return after;
    }

    /// <summary>The states of those in which it may be refused: nothing has happened.</summary>
    public StateSet MayBeRefused(StateSet states, TagKnowledge tags) => states - IsCertainlyLegal(tags);

    /// <summary>The states possible where user code throws on the way: an effect, a guard.</summary>
    public StateSet AfterThrow(StateSet states, TagKnowledge tags)
    {
        var after = default(StateSet);
        foreach (var state in states)
        {
            after |= tags.IsNone ? (_afterThrow ??= FindAll(FindAfterThrow))[state] : FindAfterThrow(state, tags);
        }

        return after;
    }

    private StateSet FindAfterThrow(int state, TagKnowledge tags)
    {
        var after = default(StateSet);
        foreach (var @case in Possible(state, tags, out _))
        {
            if ((@case.Flags & RelationCaseFlags.ThrowsInSource) != 0)
            {
                after = after.With(state);
            }

            if ((@case.Flags & RelationCaseFlags.ThrowsInTarget) != 0 || _machine.IsObserved)
            {
                after = after.With(TargetOf(@case, state));
            }
        }

        return after;
    }

    /// <summary>The answers for all states, when nothing is known of tags.</summary>
    private StateSet[] FindAll(System.Func<int, TagKnowledge, StateSet> find) =>
        Enumerable.Range(0, _machine.Relation.States.Count).Select(state => find(state, TagKnowledge.None)).ToArray();

    /// <summary>The table's reasons why it is illegal in a state, in order, without repetition.</summary>
    public IEnumerable<string> ReasonsIn(int state, TagKnowledge tags) =>
        Possible(state, tags, out _)
            .Where(@case => !IsLegal(@case) && !string.IsNullOrWhiteSpace(@case.Reason))
            .Select(@case => @case.Reason ?? "")
            .Distinct();

    /// <summary>True when a message may be put aside in one of the states.</summary>
    public bool MayDefer(StateSet states, TagKnowledge tags)
    {
        if (!IsDeferrable)
        {
            return false;
        }

        foreach (var state in states)
        {
            if (Possible(state, tags, out _).Any(@case => @case.Outcome == RelationOutcome.Defer))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Asked at every call, so the answer without tags is kept. Two threads may both find it; they find the same.</summary>
    private Legality LegalityWith(TagKnowledge tags)
    {
        if (!tags.IsNone)
        {
            return FindLegality(tags);
        }

        return _legality ??= FindLegality(tags);
    }

    private Legality FindLegality(TagKnowledge tags) => new(
        Where(state => Possible(state, tags, out _).Any(IsLegal)),
        Where(state => Possible(state, tags, out var isCertain).All(IsLegal) && isCertain));

    private static bool IsLegal(RelationCase @case) => @case.Outcome != RelationOutcome.Forbid;

    private static int TargetOf(RelationCase @case, int state) => @case.Outcome == RelationOutcome.Go ? @case.Target : state;

    /// <summary>The cases that may be taken, in order; <paramref name="isCertain"/>: one of them is.</summary>
    private List<RelationCase> Possible(int state, TagKnowledge tags, out bool isCertain)
    {
        var possible = new List<RelationCase>();
        isCertain = false;
        if (!_casesOfState.TryGetValue(state, out var cases))
        {
            return possible;
        }

        foreach (var @case in cases)
        {
            var fit = FitOf(@case, tags);
            if (fit == Fit.No)
            {
                continue;
            }

            possible.Add(@case);
            if (fit == Fit.Yes && (@case.Flags & RelationCaseFlags.Guarded) == 0)
            {
                isCertain = true;
                break;
            }
        }

        return possible;
    }

    private static Fit FitOf(RelationCase @case, TagKnowledge tags)
    {
        var fit = Fit.Yes;
        for (var tag = 0; tag < @case.Pattern.Count && fit != Fit.No; tag++)
        {
            var one = tags.FitOf(tag, @case.Pattern[tag]);
            fit = one < fit ? one : fit;
        }

        return fit;
    }

    private StateSet Where(System.Func<int, bool> condition)
    {
        var states = default(StateSet);
        foreach (var state in _casesOfState.Keys)
        {
            if (condition(state))
            {
                states = states.With(state);
            }
        }

        return states;
    }

    private sealed record Legality(StateSet May, StateSet Certainly);
}
