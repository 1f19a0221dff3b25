using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>Where two paths meet: what holds whichever was taken.</summary>
internal static class FlowJoin
{
    /// <summary>Facts about one machine; one that a path has never met is as the other path says.</summary>
    public static ObjectFacts? Facts(ObjectFacts? left, ObjectFacts? right) =>
        left is null ? right : right is null ? left : ObjectFacts.Join(left, right);

    /// <summary>The value of one place; null where the paths do not agree on what can be said.</summary>
    public static FlowValue? Values(FlowValue? left, FlowValue? right, FlowState leftState, FlowState rightState, FlowState joined) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (NullValue, NullValue) => left,
        (NullValue, ObjectValue machine) => machine with { MayBeNull = true },
        (ObjectValue machine, NullValue) => machine with { MayBeNull = true },
        (ObjectValue l, ObjectValue r) => l.Object == r.Object && IsSame(l, r) ? l with { MayBeNull = l.MayBeNull || r.MayBeNull } : null,
        (NullValue, StateValue state) => state with { MayBeNull = true },
        (StateValue state, NullValue) => state with { MayBeNull = true },
        (StateValue l, StateValue r) => l.Object == r.Object ? new StateValue(l.Object, l.MayBeNull || r.MayBeNull) : null,
        (BoolValue l, BoolValue r) => Tests(l, r, leftState, rightState, joined),
        (ExceptionValue or PendingValue, ExceptionValue or PendingValue) => left.Equals(right) ? left : null,
        _ => null,
    };

    private static bool IsSame(ObjectValue left, ObjectValue right) => SymbolEqualityComparer.Default.Equals(left.Within, right.Within);

    private static BoolValue? Tests(BoolValue left, BoolValue right, FlowState leftState, FlowState rightState, FlowState joined)
    {
        var test = new BoolValue(
            Side(left.WhenTrue, right.WhenTrue, leftState, rightState, joined),
            Side(left.WhenFalse, right.WhenFalse, leftState, rightState, joined),
            left.Null == right.Null ? left.Null : null);
        return test.IsTrivial ? null : test;
    }

    /// <summary>One outcome. A path on which it cannot come about says nothing; so a flag that was set on one path only tells, later, which
    /// path was taken.</summary>
    private static ImmutableDictionary<int, ObjectFacts>? Side(
        ImmutableDictionary<int, ObjectFacts>? left,
        ImmutableDictionary<int, ObjectFacts>? right,
        FlowState leftState,
        FlowState rightState,
        FlowState joined)
    {
        if (left is null && right is null)
        {
            return null;
        }

        var side = BoolValue.Anything;
        for (var @object = 0; @object < joined.ObjectCount; @object++)
        {
            if (leftState.Find(@object) is not { } l || rightState.Find(@object) is not { } r)
            {
                continue;
            }

            if (Facts(On(left, @object, l), On(right, @object, r)) is { } facts && !facts.Equals(joined.Find(@object)))
            {
                side = side.Add(@object, facts);
            }
        }

        return side;
    }

    private static ObjectFacts? On(ImmutableDictionary<int, ObjectFacts>? side, int @object, ObjectFacts heap) =>
        side is null ? null
        : side.TryGetValue(@object, out var facts) ? ObjectFacts.Intersect(heap, facts)
        : heap;
}
