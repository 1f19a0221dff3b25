using System;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>Where two paths meet: what holds whichever was taken.</summary>
internal static class FlowJoin
{
    /// <summary>What two states have in common; neither is changed.</summary>
    public static FlowState States(FlowState left, FlowState right)
    {
        right = FlowUnion.Renumber(left, right);
        var joined = left.Clone();
        joined.LoseLike(right);
        for (var @object = 0; @object < right.ObjectCount; @object++)
        {
            joined.Put(@object, Facts(left.Find(@object), right.Find(@object)));
        }

        for (var place = 0; place < Math.Max(left.PlaceCount, right.PlaceCount); place++)
        {
            var (l, r) = (left.Get(place), right.Get(place));
            var value = joined.IsLost(place) ? null : Values(l, r, left, right, joined);
            joined.Write(place, value);
            if (value is not (ObjectValue or PendingValue))
            {
                // The place may hold one machine or another: what happens by way of it may happen to either.
                joined.Escape(l);
                joined.Escape(r);
            }
        }

        return joined;
    }

    /// <summary>True when two states say the same.</summary>
    public static bool AreEqual(FlowState left, FlowState right)
    {
        if (left.IsCopyOf(right))
        {
            return true;
        }

        for (var @object = 0; @object < Math.Max(left.ObjectCount, right.ObjectCount); @object++)
        {
            if (!Equals(left.Find(@object), right.Find(@object)))
            {
                return false;
            }
        }

        for (var place = 0; place < Math.Max(left.PlaceCount, right.PlaceCount); place++)
        {
            if (!Equals(left.Get(place), right.Get(place)))
            {
                return false;
            }
        }

        return left.Lost.SetEquals(right.Lost);
    }

    /// <summary>Facts about one machine; one that a path has never met is as the other path says.</summary>
    private static ObjectFacts? Facts(ObjectFacts? left, ObjectFacts? right) =>
        left is null ? right : right is null ? left : ObjectFacts.Join(left, right);

    /// <summary>The value of one place; null where the paths do not agree on what can be said.</summary>
    private static FlowValue? Values(FlowValue? left, FlowValue? right, FlowState leftState, FlowState rightState, FlowState joined) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (NullValue, NullValue) => left,
        (NullValue, ObjectValue machine) => machine with { MayBeNull = true },
        (ObjectValue machine, NullValue) => machine with { MayBeNull = true },
        (ObjectValue l, ObjectValue r) => l.Object != r.Object || !IsSame(l, r) ? null : l.MayBeNull ? l : r,
        (NullValue, StateValue state) => state with { MayBeNull = true },
        (StateValue state, NullValue) => state with { MayBeNull = true },
        (StateValue l, StateValue r) => l.Object != r.Object ? null : l.MayBeNull ? l : r,
        (BoolValue l, BoolValue r) => Tests(l, r, leftState, rightState, joined),
        (ExceptionValue or PendingValue, ExceptionValue or PendingValue) => left.Equals(right) ? left : null,
        _ => null,
    };

    private static bool IsSame(ObjectValue left, ObjectValue right) => SymbolEqualityComparer.Default.Equals(left.Within, right.Within);

    private static BoolValue? Tests(BoolValue left, BoolValue right, FlowState leftState, FlowState rightState, FlowState joined)
    {
        var whenTrue = Side(left.WhenTrue, right.WhenTrue, leftState, rightState, joined);
        var whenFalse = Side(left.WhenFalse, right.WhenFalse, leftState, rightState, joined);
        var @null = left.Null == right.Null ? left.Null : null;
        var isAsLeft = ReferenceEquals(whenTrue, left.WhenTrue) && ReferenceEquals(whenFalse, left.WhenFalse) && ReferenceEquals(@null, left.Null);
        var test = isAsLeft ? left : new BoolValue(whenTrue, whenFalse, @null);
        return test.IsTrivial ? null : test;
    }

    /// <summary>One outcome. A path on which it cannot come about says nothing; so a flag that was set on one path only tells, later, which
    /// path was taken.</summary>
    private static FactMap? Side(FactMap? left, FactMap? right, FlowState leftState, FlowState rightState, FlowState joined)
    {
        if (left is null && right is null)
        {
            return null;
        }

        if (left is { IsEmpty: true } && right is { IsEmpty: true })
        {
            return left;
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
                side = side.SetItem(@object, facts);
            }
        }

        return side.IsCopyOf(left) ? left : side;
    }

    private static ObjectFacts? On(FactMap? side, int @object, ObjectFacts heap) =>
        side is null ? null
        : side.Find(@object) is { } facts ? ObjectFacts.Intersect(heap, facts)
        : heap;
}
