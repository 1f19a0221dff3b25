using System;
using System.Collections.Generic;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>A set of states of one machine, by index: one word up to 64 states, more beyond. Immutable, equal by value;
/// <c>default</c> is the empty set.</summary>
internal readonly struct StateSet : IEquatable<StateSet>
{
    private const int WordBits = 64;

    private readonly ulong _first;

    /// <summary>The words after the first; null when they are all zero, and the last one is not zero.</summary>
    private readonly ulong[]? _rest;

    private StateSet(ulong first, ulong[]? rest)
    {
        _first = first;
        _rest = Trim(rest);
    }

    /// <summary>True when no state is in it.</summary>
    public bool IsEmpty => _first == 0 && _rest is null;

    /// <summary>How many states are in it.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var _ in this)
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>The set of one state.</summary>
    public static StateSet Of(int state) => default(StateSet).With(state);

    /// <summary>The first so many states.</summary>
    public static StateSet FirstStates(int count)
    {
        if (count <= WordBits)
        {
            return new StateSet(LowBits(count), null);
        }

        var rest = new ulong[(count - 1) / WordBits];
        for (var word = 0; word < rest.Length; word++)
        {
            rest[word] = LowBits(Math.Min(WordBits, count - ((word + 1) * WordBits)));
        }

        return new StateSet(ulong.MaxValue, rest);
    }

    /// <summary>True when the state is in it.</summary>
    public bool Contains(int state) => (Word(state / WordBits) >> (state % WordBits) & 1) != 0;

    /// <summary>The set and one more state.</summary>
    public StateSet With(int state)
    {
        var bit = 1UL << (state % WordBits);
        if (state < WordBits)
        {
            return new StateSet(_first | bit, _rest);
        }

        var rest = new ulong[Math.Max(_rest?.Length ?? 0, state / WordBits)];
        _rest?.CopyTo(rest, 0);
        rest[(state / WordBits) - 1] |= bit;
        return new StateSet(_first, rest);
    }

    /// <summary>What is in one or both.</summary>
    public static StateSet operator |(StateSet left, StateSet right) => left._rest is null && right._rest is null
        ? new StateSet(left._first | right._first, null)
        : Combine(left, right, (l, r) => l | r);

    /// <summary>What is in both.</summary>
    public static StateSet operator &(StateSet left, StateSet right) => left._rest is null && right._rest is null
        ? new StateSet(left._first & right._first, null)
        : Combine(left, right, (l, r) => l & r);

    /// <summary>What is in the left one only.</summary>
    public static StateSet operator -(StateSet left, StateSet right) => left._rest is null && right._rest is null
        ? new StateSet(left._first & ~right._first, null)
        : Combine(left, right, (l, r) => l & ~r);

    /// <summary>Equal by value.</summary>
    public static bool operator ==(StateSet left, StateSet right) => left.Equals(right);

    /// <summary>Not equal by value.</summary>
    public static bool operator !=(StateSet left, StateSet right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(StateSet other) =>
        _first == other._first && _rest.AsSpan().SequenceEqual(other._rest.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StateSet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _first.GetHashCode() ^ (_rest?.Length ?? 0);

    /// <summary>The states, ascending.</summary>
    public Enumerator GetEnumerator() => new(this);

    private ulong Word(int index) => index == 0 ? _first : _rest is { } rest && index <= rest.Length ? rest[index - 1] : 0;

    private static ulong LowBits(int count) => count >= WordBits ? ulong.MaxValue : (1UL << count) - 1;

    private static StateSet Combine(StateSet left, StateSet right, Func<ulong, ulong, ulong> combine)
    {
        var first = combine(left._first, right._first);
        var length = Math.Max(left._rest?.Length ?? 0, right._rest?.Length ?? 0);
        if (length == 0)
        {
            return new StateSet(first, null);
        }

        var rest = new ulong[length];
        for (var word = 0; word < length; word++)
        {
            rest[word] = combine(left.Word(word + 1), right.Word(word + 1));
        }

        return new StateSet(first, rest);
    }

    private static ulong[]? Trim(ulong[]? rest)
    {
        var length = rest?.Length ?? 0;
        while (rest is not null && length > 0 && rest[length - 1] == 0)
        {
            length--;
        }

        if (rest is null || length == 0)
        {
            return null;
        }

        if (length < rest.Length)
        {
            Array.Resize(ref rest, length);
        }

        return rest;
    }

    /// <summary>Walks over the states of a set.</summary>
    public struct Enumerator(StateSet set)
    {
        private ulong _bits = set._first;
        private int _word;
        private int _bit = -1;

        /// <summary>The state at hand.</summary>
        public readonly int Current => (_word * WordBits) + _bit;

        /// <summary>Goes to the next one.</summary>
        public bool MoveNext()
        {
            while (_bits == 0)
            {
                _word++;
                if (_word > (set._rest?.Length ?? 0))
                {
                    return false;
                }

                _bits = set.Word(_word);
                _bit = -1;
            }

            do
            {
                _bit++;
            }
            while ((_bits & (1UL << _bit)) == 0);

            _bits &= ~(1UL << _bit);
            return true;
        }
    }
}
