using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>What is known where a block begins, kept apart for paths that differ in what matters later: the states of known machines, which machine
/// a variable holds, flags and null references that are known (property simulation; Das et al., ESP, PLDI 2002). Beyond a number of cases
/// they are joined.</summary>
/// <param name="maxCases">How many are kept apart.</param>
internal sealed class Disjuncts(int maxCases = Disjuncts.MaxCases)
{
    private const int MaxCases = 8;

    private readonly List<Case> _cases = [];

    /// <summary>Adds one more way to come here.</summary>
    /// <returns>The case that has become wider, with the new way in it; null when nothing is new.</returns>
    public FlowState? Add(FlowState state)
    {
        foreach (var @case in _cases)
        {
            if (Likeness.Distance(@case.State, state, limit: 0) == 0)
            {
                return @case.Widen(state);
            }
        }

        if (_cases.Count < maxCases)
        {
            _cases.Add(new Case(state.Clone()));
            return _cases[_cases.Count - 1].State;
        }

        // No room: it goes where it is most at home. Cases only ever become wider, so that comes to an end.
        var nearest = _cases[0];
        var distance = int.MaxValue;
        foreach (var @case in _cases)
        {
            var one = Likeness.Distance(@case.State, state, distance);
            (nearest, distance) = one < distance ? (@case, one) : (nearest, distance);
        }

        return nearest.Widen(state);
    }

    /// <summary>The next case that has not been looked at since it became wider.</summary>
    public bool TryTake(out FlowState state)
    {
        foreach (var @case in _cases)
        {
            if (@case.IsNew)
            {
                @case.IsNew = false;
                state = @case.State.Clone();
                return true;
            }
        }

        state = new FlowState();
        return false;
    }

    /// <summary>All cases.</summary>
    public IEnumerable<FlowState> All => _cases.Select(@case => @case.State.Clone());

    private sealed class Case(FlowState state)
    {
        public FlowState State { get; private set; } = state;

        public bool IsNew { get; set; } = true;

        /// <summary>Adds one more way, and returns what holds then; null when nothing is new.</summary>
        public FlowState? Widen(FlowState state)
        {
            if (state.IsCopyOf(State))
            {
                return null;
            }

            var joined = FlowJoin.States(State, state);
            if (FlowJoin.AreEqual(joined, State))
            {
                return null;
            }

            State = joined;
            IsNew = true;
            return joined;
        }
    }
}
