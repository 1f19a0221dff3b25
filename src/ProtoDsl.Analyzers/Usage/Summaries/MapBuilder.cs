using System.Collections.Immutable;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Collects, for one moment of a method, where each state at entry has led.</summary>
/// <param name="table">The machine.</param>
/// <param name="entry">The origin of the rows that follow from the state at entry; null where there is none.</param>
internal sealed class MapBuilder(MachineTable table, Origin? entry)
{
    private readonly StateSet[] _targets = new StateSet[table.Relation.States.Count];

    public MapBuilder(BoundSubject subject)
        : this(subject.Machine.Table, subject.Origin)
    {
    }

    /// <summary>What follows from the state at entry.</summary>
    public StateMap Map => new(_targets.ToImmutableArray());

    /// <summary>What does not.</summary>
    public StateSet Fresh { get; private set; }

    /// <summary>Both.</summary>
    public Reach Reach => new(Map, Fresh);

    /// <summary>One more way to come there.</summary>
    public void Add(StateRows rows)
    {
        foreach (var origin in rows.Origins)
        {
            if (origin.Origin != entry)
            {
                Fresh |= origin.Union();
                continue;
            }

            for (var state = 0; state < _targets.Length; state++)
            {
                _targets[state] |= origin.Rows[state];
            }
        }
    }

    /// <summary>States that do not follow from the one at entry.</summary>
    public void Add(StateSet states) => Fresh |= states;

    /// <summary>Another machine, of which is known from which states at entry the method has come so far.</summary>
    public void Add(StateRows rows, StateSet entries)
    {
        foreach (var state in entries)
        {
            _targets[state] |= rows.States;
        }
    }

    /// <summary>One more way to the end, with one result.</summary>
    public void Add(FlowState state, int @object, BoolValue? result, bool outcome)
    {
        var facts = state.FactsOf(@object);
        if (result is null)
        {
            Add(facts.Rows);
        }
        else if (result.When(outcome) is { } side)
        {
            Add(side.Find(@object) is { } known ? ObjectFacts.Intersect(facts, known).Rows : facts.Rows);
        }
    }
}
