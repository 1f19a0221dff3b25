using System.Collections.Generic;
using System.Collections.Immutable;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>Where two paths meet: what holds whichever was taken.</summary>
internal static class FlowJoin
{
    /// <summary>Facts about one machine; one that a path has never met is as the other path says.</summary>
    public static ObjectFacts Facts(int @object, FlowState left, FlowState right) =>
        !left.Objects.TryGetValue(@object, out var l) ? right.FactsOf(@object)
        : !right.Objects.TryGetValue(@object, out var r) ? l
        : ObjectFacts.Join(l, r);

    /// <summary>The value of one place; null where the paths do not agree on what can be said.</summary>
    public static FlowValue? Values(
        FlowValue? left, FlowValue? right, FlowState leftState, FlowState rightState, IReadOnlyDictionary<int, ObjectFacts> joined) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (NullValue, NullValue) => left,
        (NullValue, ObjectValue machine) => machine with { MayBeNull = true },
        (ObjectValue machine, NullValue) => machine with { MayBeNull = true },
        (ObjectValue l, ObjectValue r) => l.Object == r.Object ? new ObjectValue(l.Object, l.MayBeNull || r.MayBeNull) : null,
        (NullValue, StateValue state) => state with { MayBeNull = true },
        (StateValue state, NullValue) => state with { MayBeNull = true },
        (StateValue l, StateValue r) => l.Object == r.Object ? new StateValue(l.Object, l.MayBeNull || r.MayBeNull) : null,
        (BoolValue l, BoolValue r) => Tests(l, r, leftState, rightState, joined),
        (PendingValue, PendingValue) => left.Equals(right) ? left : null,
        _ => null,
    };

    private static BoolValue? Tests(
        BoolValue left, BoolValue right, FlowState leftState, FlowState rightState, IReadOnlyDictionary<int, ObjectFacts> joined)
    {
        var test = new BoolValue(
            Side(left.WhenTrue, right.WhenTrue, leftState, rightState, joined),
            Side(left.WhenFalse, right.WhenFalse, leftState, rightState, joined));
        return test.IsTrivial ? null : test;
    }

    /// <summary>One outcome. A path on which it cannot come about says nothing; so a flag that was set on one path only tells, later, which
    /// path was taken.</summary>
    private static ImmutableDictionary<int, StateSet>? Side(
        ImmutableDictionary<int, StateSet>? left,
        ImmutableDictionary<int, StateSet>? right,
        FlowState leftState,
        FlowState rightState,
        IReadOnlyDictionary<int, ObjectFacts> joined)
    {
        if (left is null && right is null)
        {
            return null;
        }

        var side = ImmutableDictionary.CreateBuilder<int, StateSet>();
        foreach (var pair in joined)
        {
            if (!leftState.Objects.ContainsKey(pair.Key) || !rightState.Objects.ContainsKey(pair.Key))
            {
                continue;
            }

            var states = StatesOn(left, pair.Key, leftState) | StatesOn(right, pair.Key, rightState);
            if (states != pair.Value.States)
            {
                side.Add(pair.Key, states);
            }
        }

        return side.ToImmutable();
    }

    private static StateSet StatesOn(ImmutableDictionary<int, StateSet>? side, int @object, FlowState state) =>
        side is null ? default
        : side.TryGetValue(@object, out var states) ? states & state.FactsOf(@object).States
        : state.FactsOf(@object).States;
}
