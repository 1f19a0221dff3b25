using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Language.Collections;

/// <summary>An immutable array that is equal to another by its elements, so that a record that holds one is equal by value
/// (what an incremental generator needs to leave a step cached). <c>default</c> is the empty array.</summary>
public readonly struct EquatableArray<T> : IReadOnlyList<T>, IEquatable<EquatableArray<T>>
{
    private readonly T[]? _items;

    internal EquatableArray(T[] items) => _items = items;

    private T[] Items => _items ?? Array.Empty<T>();

    /// <inheritdoc/>
    public int Count => Items.Length;

    /// <summary>True when there is no element.</summary>
    public bool IsEmpty => Items.Length == 0;

    /// <inheritdoc/>
    public T this[int index] => Items[index];

    /// <summary>Enumerates without allocating.</summary>
    public Enumerator GetEnumerator() => new(Items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Items.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(EquatableArray<T> other) =>
        ReferenceEquals(Items, other.Items) || Items.AsEnumerable().SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var item in Items)
        {
            hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        }

        return hash;
    }

    /// <summary>Equal element by element.</summary>
    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    /// <summary>Not equal element by element.</summary>
    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    /// <summary>Walks the elements in order.</summary>
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items)
        {
            _items = items;
            _index = -1;
        }

        /// <summary>The element at the current place.</summary>
        public readonly T Current => _items[_index];

        /// <summary>Goes on to the next element; false at the end.</summary>
        public bool MoveNext() => ++_index < _items.Length;
    }
}

/// <summary>Makes <see cref="EquatableArray{T}"/> values.</summary>
public static class EquatableArray
{
    /// <summary>Copies the elements of a sequence.</summary>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items) => new(items.ToArray());

    /// <summary>Copies the elements given.</summary>
    public static EquatableArray<T> Create<T>(params T[] items) => new((T[])items.Clone());
}
