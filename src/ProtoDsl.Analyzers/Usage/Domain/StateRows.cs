using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>The rows of one origin: row <c>e</c> holds the states that are possible now if the machine was in <c>e</c> there.</summary>
internal readonly record struct OriginRows(Origin Origin, ImmutableArray<StateSet> Rows)
{
    /// <summary>The states of all rows.</summary>
    public StateSet Union()
    {
        var union = default(StateSet);
        foreach (var row in Rows)
        {
            union |= row;
        }

        return union;
    }
}

/// <summary>The states that a machine may be in, seen from each place where it may have come into sight. Immutable, equal by value.</summary>
internal sealed class StateRows : IEquatable<StateRows>
{
    private readonly ImmutableArray<OriginRows> _origins;

    /// <param name="origins">By number of the origin, ascending; origins without a state are left out.</param>
    private StateRows(ImmutableArray<OriginRows> origins)
    {
        _origins = origins;
        foreach (var origin in origins)
        {
            States |= origin.Union();
            MustFinish |= origin.Origin.MustFinish;
        }
    }

    /// <summary>No state at all: this point is not reached.</summary>
    public static StateRows None { get; } = new(ImmutableArray<OriginRows>.Empty);

    /// <summary>The states of all rows together.</summary>
    public StateSet States { get; }

    /// <summary>True when it may be a machine that this body has made and is to finish.</summary>
    public bool MustFinish { get; }

    /// <summary>True when no state is possible.</summary>
    public bool IsEmpty => _origins.IsEmpty;

    /// <summary>The rows, origin by origin.</summary>
    public ImmutableArray<OriginRows> Origins => _origins;

    /// <summary>In one of some states, each of which is possible.</summary>
    public static StateRows Known(Origin origin, StateSet states) => Of(origin, ImmutableArray.Create(states));

    /// <summary>In one of some states, nobody here knows which; each row is the state itself.</summary>
    public static StateRows Each(Origin origin, StateSet states)
    {
        origin.Meet(states);
        var rows = ImmutableArray.CreateBuilder<StateSet>(origin.RowCount);
        for (var state = 0; state < origin.RowCount; state++)
        {
            rows.Add(states.Contains(state) ? StateSet.Of(state) : default);
        }

        return Of(origin, rows.MoveToImmutable());
    }

    /// <summary>Rows of one origin.</summary>
    public static StateRows Of(Origin origin, ImmutableArray<StateSet> rows)
    {
        foreach (var row in rows)
        {
            if (!row.IsEmpty)
            {
                return new StateRows(ImmutableArray.Create(new OriginRows(origin, rows)));
            }
        }

        return None;
    }

    /// <summary>Every row changed alike.</summary>
    public StateRows Select(Func<StateSet, StateSet> change)
    {
        List<OriginRows>? changed = null;
        for (var index = 0; index < _origins.Length; index++)
        {
            var (origin, rows) = _origins[index];
            var after = RowList.Select(rows, change);
            if (changed is null && after == rows)
            {
                continue;
            }

            changed ??= [.. _origins.Take(index)];
            AddUnlessEmpty(changed, origin, after);
        }

        return changed is null ? this : Of(changed);
    }

    /// <summary>Only some states are left.</summary>
    public StateRows And(StateSet states) => (States - states).IsEmpty ? this : Select(row => row & states);

    /// <summary>The same rows, of other origins.</summary>
    public StateRows Rehomed(Func<Origin, Origin> homeOf)
    {
        var (rows, isChanged) = (None, false);
        foreach (var origin in _origins)
        {
            var home = homeOf(origin.Origin);
            isChanged |= home != origin.Origin;
            rows = Join(rows, Of(home, origin.Rows));
        }

        return isChanged ? rows : this;
    }

    /// <summary>What is possible on one of two paths.</summary>
    public static StateRows Join(StateRows left, StateRows right) => ReferenceEquals(left, right) ? left
        : Merge(left, right, isUnion: true);

    /// <summary>What is possible by both of two accounts of the same moment.</summary>
    public static StateRows Intersect(StateRows left, StateRows right) => ReferenceEquals(left, right) ? left
        : Merge(left, right, isUnion: false);

    /// <summary>True when both know of one origin.</summary>
    public bool SharesOriginWith(StateRows other)
    {
        foreach (var origin in _origins)
        {
            foreach (var theirs in other._origins)
            {
                if (origin.Origin == theirs.Origin)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public bool Equals(StateRows? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || States != other.States || _origins.Length != other._origins.Length)
        {
            return false;
        }

        for (var index = 0; index < _origins.Length; index++)
        {
            var (left, right) = (_origins[index], other._origins[index]);
            if (left.Origin != right.Origin || !RowList.AreEqual(left.Rows, right.Rows))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StateRows);

    /// <inheritdoc/>
    public override int GetHashCode() => States.GetHashCode();

    private static StateRows Merge(StateRows left, StateRows right, bool isUnion)
    {
        var merged = new List<OriginRows>(left._origins.Length + right._origins.Length);
        var (isLeft, isRight) = (true, true);
        int l = 0, r = 0;
        while (l < left._origins.Length || r < right._origins.Length)
        {
            var order = l == left._origins.Length ? 1
                : r == right._origins.Length ? -1
                : left._origins[l].Origin.Number.CompareTo(right._origins[r].Origin.Number);
            if (order == 0)
            {
                var (one, two) = (left._origins[l++], right._origins[r++]);
                var rows = RowList.Merge(one.Rows, two.Rows, isUnion);
                isLeft &= rows == one.Rows;
                isRight &= rows == two.Rows;
                AddUnlessEmpty(merged, one.Origin, rows);
                continue;
            }

            var only = order < 0 ? left._origins[l++] : right._origins[r++];
            isLeft &= order < 0 == isUnion;
            isRight &= order > 0 == isUnion;
            if (isUnion)
            {
                merged.Add(only);
            }
        }

        return isLeft ? left : isRight ? right : Of(merged);
    }

    private static void AddUnlessEmpty(List<OriginRows> origins, Origin origin, ImmutableArray<StateSet> rows)
    {
        foreach (var row in rows)
        {
            if (!row.IsEmpty)
            {
                origins.Add(new OriginRows(origin, rows));
                return;
            }
        }
    }

    private static StateRows Of(List<OriginRows> origins) => origins.Count == 0 ? None : new StateRows(origins.ToImmutableArray());
}
