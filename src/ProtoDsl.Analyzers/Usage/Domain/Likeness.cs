using System;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>How far apart two paths are in what is worth to be kept apart: the states of known machines, which machine a variable holds, flags and
/// null references that are known.</summary>
internal static class Likeness
{
    /// <summary>In how many places and machines two states differ; counted no further than just over a limit.</summary>
    public static int Distance(FlowState left, FlowState right, int limit)
    {
        if (left.IsCopyOf(right))
        {
            return 0;
        }

        var distance = 0;
        for (var @object = 0; @object < Math.Max(left.ObjectCount, right.ObjectCount) && distance <= limit; @object++)
        {
            distance += IsAlike(left.Find(@object), right.Find(@object)) ? 0 : 1;
        }

        for (var place = 0; place < Math.Max(left.PlaceCount, right.PlaceCount) && distance <= limit; place++)
        {
            distance += IsAlike(left.Get(place), right.Get(place)) ? 0 : 1;
        }

        return distance;
    }

    private static bool IsAlike(FlowValue? left, FlowValue? right) => ReferenceEquals(left, right) || (left, right) switch
    {
        (NullValue, NullValue) => true,
        (NullValue, _) or (_, NullValue) => false,
        (ObjectValue l, ObjectValue r) => l.Object == r.Object,
        (ObjectValue, _) or (_, ObjectValue) => false,
        (BoolValue l, BoolValue r) => l.Constant == r.Constant,
        (BoolValue l, _) => l.Constant is null,
        (_, BoolValue r) => r.Constant is null,
        (ExceptionValue, ExceptionValue) => left.Equals(right),
        _ => true,
    };

    private static bool IsAlike(ObjectFacts? left, ObjectFacts? right)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (left is not null && right is not null && IsKnown(left) && IsKnown(right))
        {
            return left.States == right.States;
        }

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

    private static bool IsKnown(ObjectFacts facts)
    {
        foreach (var origin in facts.Rows.Origins)
        {
            if (origin.Origin.Kind != OriginKind.Known)
            {
                return false;
            }
        }

        return true;
    }
}
