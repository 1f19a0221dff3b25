using System;
using System.Collections.Immutable;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>Operations on the rows of one origin. Where nothing is changed the rows themselves come back, so that most comparisons need no look inside.</summary>
internal static class RowList
{
    /// <summary>Equal row by row.</summary>
    public static bool AreEqual(ImmutableArray<StateSet> left, ImmutableArray<StateSet> right)
    {
        if (left == right)
        {
            return true;
        }

        for (var row = 0; row < left.Length; row++)
        {
            if (left[row] != right[row])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What is in one or both, or what is in both, row by row.</summary>
    public static ImmutableArray<StateSet> Merge(ImmutableArray<StateSet> left, ImmutableArray<StateSet> right, bool isUnion)
    {
        if (left == right)
        {
            return left;
        }

        var (isLeft, isRight) = (true, true);
        for (var row = 0; row < left.Length; row++)
        {
            var both = Merge(left[row], right[row], isUnion);
            isLeft &= both == left[row];
            isRight &= both == right[row];
        }

        if (isLeft || isRight)
        {
            return isLeft ? left : right;
        }

        var rows = ImmutableArray.CreateBuilder<StateSet>(left.Length);
        for (var row = 0; row < left.Length; row++)
        {
            rows.Add(Merge(left[row], right[row], isUnion));
        }

        return rows.MoveToImmutable();
    }

    /// <summary>Every row changed alike; one without a state stays so.</summary>
    public static ImmutableArray<StateSet> Select(ImmutableArray<StateSet> rows, Func<StateSet, StateSet> change)
    {
        ImmutableArray<StateSet>.Builder? changed = null;
        for (var row = 0; row < rows.Length; row++)
        {
            var after = rows[row].IsEmpty ? rows[row] : change(rows[row]);
            if (changed is null && after != rows[row])
            {
                changed = ImmutableArray.CreateBuilder<StateSet>(rows.Length);
                changed.AddRange(rows, row);
            }

            changed?.Add(after);
        }

        return changed?.MoveToImmutable() ?? rows;
    }

    private static StateSet Merge(StateSet left, StateSet right, bool isUnion) => isUnion ? left | right : left & right;
}
