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
    private bool _isMerged;

    /// <summary>Adds one more way to come here.</summary>
    /// <returns>The case that has become wider, with the new way in it; null when nothing is new.</returns>
    public FlowState? Add(FlowState state)
    {
        foreach (var @case in _cases)
        {
            if (_isMerged || IsAlike(@case.State, state))
            {
                return Widen(@case, state);
            }
        }

        if (_cases.Count < maxCases)
        {
            var added = new Case { State = state.Clone(), IsNew = true };
            _cases.Add(added);
            return added.State;
        }

        var merged = _cases.Select(@case => @case.State).Aggregate(state, FlowState.Join);
        _cases.Clear();
        _cases.Add(new Case { State = merged, IsNew = true });
        _isMerged = true;
        return merged;
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

    private static FlowState? Widen(Case @case, FlowState state)
    {
        var joined = FlowState.Join(@case.State, state);
        if (FlowState.AreEqual(joined, @case.State))
        {
            return null;
        }

        @case.State = joined;
        @case.IsNew = true;
        return joined;
    }

    /// <summary>True when two states differ in nothing that is worth to be kept apart.</summary>
    private static bool IsAlike(FlowState left, FlowState right)
    {
        for (var place = 0; place < System.Math.Max(left.PlaceCount, right.PlaceCount); place++)
        {
            if (!IsAlike(left.Get(place), right.Get(place)))
            {
                return false;
            }
        }

        for (var @object = 0; @object < System.Math.Max(left.ObjectCount, right.ObjectCount); @object++)
        {
            if (!IsAlike(left.Find(@object), right.Find(@object)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAlike(FlowValue? left, FlowValue? right) => (left, right) switch
    {
        (NullValue, NullValue) => true,
        (NullValue, _) or (_, NullValue) => false,
        (ObjectValue l, ObjectValue r) => l.Object == r.Object,
        (ObjectValue, _) or (_, ObjectValue) => false,
        (BoolValue l, BoolValue r) => l.Constant == r.Constant,
        (BoolValue l, _) => l.Constant is null,
        (_, BoolValue r) => r.Constant is null,
        _ => true,
    };

    private static bool IsAlike(ObjectFacts? left, ObjectFacts? right)
    {
        if (left is null || right is null || left.Rows.Origins.Length != right.Rows.Origins.Length)
        {
            return left is null && right is null;
        }

        for (var index = 0; index < left.Rows.Origins.Length; index++)
        {
            var (l, r) = (left.Rows.Origins[index], right.Rows.Origins[index]);
            if (l.Origin != r.Origin || (l.Origin.Kind == OriginKind.Known && l.Rows[0] != r.Rows[0]))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Case
    {
        public FlowState State { get; set; } = new();

        public bool IsNew { get; set; }
    }
}
