using System;

namespace ProtoDsl.Verification.Exploration;

/// <summary>An array that grows. For element types of our own it takes three methods to compile where a list takes ten, and most of the
/// first check inside a build is compiling; for the same reason this room does without queries over them.</summary>
internal struct Growing<T>
{
    private T[]? _items;

    public int Count { get; private set; }

    public void Add(T item)
    {
        _items ??= new T[16];
        if (Count == _items.Length)
        {
            var larger = new T[2 * Count];
            Array.Copy(_items, larger, Count);
            _items = larger;
        }

        _items[Count++] = item;
    }

    public readonly T[] ToArray()
    {
        var items = new T[Count];
        if (_items is not null) Array.Copy(_items, items, Count);
        return items;
    }
}
