using System;
using System.Collections;
using System.Collections.Generic;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>Facts about some machines, by their numbers, ascending. There are one or two, mostly. Immutable.</summary>
internal sealed class FactMap : IEnumerable<KeyValuePair<int, ObjectFacts>>, IEquatable<FactMap>
{
    private readonly KeyValuePair<int, ObjectFacts>[] _facts;

    private FactMap(KeyValuePair<int, ObjectFacts>[] facts) => _facts = facts;

    /// <summary>Of no machine.</summary>
    public static FactMap Empty { get; } = new([]);

    /// <summary>True when there are none.</summary>
    public bool IsEmpty => _facts.Length == 0;

    /// <summary>How many machines.</summary>
    public int Count => _facts.Length;

    /// <summary>The facts about a machine; null where there are none.</summary>
    public ObjectFacts? Find(int @object)
    {
        foreach (var pair in _facts)
        {
            if (pair.Key == @object)
            {
                return pair.Value;
            }
        }

        return null;
    }

    /// <summary>True when there are facts about a machine.</summary>
    public bool ContainsKey(int @object) => Find(@object) is not null;

    /// <summary>With these facts about a machine.</summary>
    public FactMap SetItem(int @object, ObjectFacts facts)
    {
        var at = 0;
        while (at < _facts.Length && _facts[at].Key < @object)
        {
            at++;
        }

        var isThere = at < _facts.Length && _facts[at].Key == @object;
        if (isThere && ReferenceEquals(_facts[at].Value, facts))
        {
            return this;
        }

        var set = new KeyValuePair<int, ObjectFacts>[_facts.Length + (isThere ? 0 : 1)];
        Array.Copy(_facts, set, at);
        set[at] = new KeyValuePair<int, ObjectFacts>(@object, facts);
        var next = isThere ? at + 1 : at;
        Array.Copy(_facts, next, set, at + 1, _facts.Length - next);
        return new FactMap(set);
    }

    /// <summary>Without those about a machine.</summary>
    public FactMap Remove(int @object) => ContainsKey(@object) ? new FactMap(Array.FindAll(_facts, pair => pair.Key != @object)) : this;

    /// <summary>True when it has the very same facts.</summary>
    public bool IsCopyOf(FactMap? other)
    {
        if (Count != other?.Count)
        {
            return false;
        }

        for (var index = 0; index < _facts.Length; index++)
        {
            if (_facts[index].Key != other._facts[index].Key || !ReferenceEquals(_facts[index].Value, other._facts[index].Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public bool Equals(FactMap? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || Count != other.Count)
        {
            return false;
        }

        for (var index = 0; index < _facts.Length; index++)
        {
            if (_facts[index].Key != other._facts[index].Key || !_facts[index].Value.Equals(other._facts[index].Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactMap);

    /// <inheritdoc/>
    public override int GetHashCode() => _facts.Length;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<int, ObjectFacts>> GetEnumerator() => ((IEnumerable<KeyValuePair<int, ObjectFacts>>)_facts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
