using System;
using System.Collections.Immutable;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>Where a piece of code leads a machine, for each state in which it may find it. Immutable, equal by value.</summary>
internal readonly struct StateMap(ImmutableArray<StateSet> targets) : IEquatable<StateMap>
{
    private readonly ImmutableArray<StateSet> _targets = targets;

    /// <summary>True when it leads nowhere from any state: the code never comes to this end.</summary>
    public bool IsEmpty
    {
        get
        {
            if (!_targets.IsDefault)
            {
                foreach (var target in _targets)
                {
                    if (!target.IsEmpty)
                    {
                        return false;
                    }
                }
            }

            return true;
        }
    }

    /// <summary>From one state.</summary>
    public StateSet this[int state] => _targets.IsDefault || state >= _targets.Length ? default : _targets[state];

    /// <summary>From any of some states.</summary>
    public StateSet After(StateSet states)
    {
        var after = default(StateSet);
        foreach (var state in states)
        {
            after |= this[state];
        }

        return after;
    }

    /// <summary>Those of some states from which it leads nowhere.</summary>
    public StateSet StatesWithoutTarget(StateSet states)
    {
        var without = states;
        foreach (var state in states)
        {
            without = this[state].IsEmpty ? without : without - StateSet.Of(state);
        }

        return without;
    }

    /// <summary>What either does.</summary>
    public static StateMap Join(StateMap left, StateMap right)
    {
        var length = Math.Max(left._targets.IsDefault ? 0 : left._targets.Length, right._targets.IsDefault ? 0 : right._targets.Length);
        var targets = ImmutableArray.CreateBuilder<StateSet>(length);
        for (var state = 0; state < length; state++)
        {
            targets.Add(left[state] | right[state]);
        }

        return new StateMap(targets.MoveToImmutable());
    }

    /// <inheritdoc/>
    public bool Equals(StateMap other)
    {
        var length = Math.Max(_targets.IsDefault ? 0 : _targets.Length, other._targets.IsDefault ? 0 : other._targets.Length);
        for (var state = 0; state < length; state++)
        {
            if (this[state] != other[state])
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StateMap other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => this[0].GetHashCode();
}
