using System.Collections.Immutable;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Collects, for one end of a method, where each state at entry has led.</summary>
internal sealed class MapBuilder(BoundSubject subject)
{
    private readonly StateSet[] _targets = new StateSet[subject.Machine.Table.Relation.States.Count];

    /// <summary>What follows from the state at entry.</summary>
    public StateMap Map => new(_targets.ToImmutableArray());

    /// <summary>What does not.</summary>
    public StateSet Fresh { get; private set; }

    /// <summary>One more way to the end.</summary>
    public void Add(ObjectFacts facts)
    {
        foreach (var origin in facts.Rows.Origins)
        {
            if (origin.Origin != subject.Origin)
            {
                Fresh |= origin.Union();
                continue;
            }

            for (var entry = 0; entry < _targets.Length; entry++)
            {
                _targets[entry] |= origin.Rows[entry];
            }
        }
    }

    /// <summary>One more way to the end, with one result.</summary>
    public void Add(FlowState state, BoolValue? result, bool outcome)
    {
        var facts = state.FactsOf(subject.Object);
        if (result is null)
        {
            Add(facts);
        }
        else if (result.When(outcome) is { } side)
        {
            Add(side.Find(subject.Object) is { } known ? ObjectFacts.Intersect(facts, known) : facts);
        }
    }
}
