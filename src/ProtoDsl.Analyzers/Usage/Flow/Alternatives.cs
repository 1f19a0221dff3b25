using System;
using System.Collections.Generic;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>One operation may come out in several ways that are worth to be kept apart: a call that has assigned a variable or has not. It is then evaluated once
/// for each, from the same state.</summary>
internal sealed class Alternatives
{
    private readonly List<Decision> _decisions = [];
    private int _position;

    /// <summary>The next evaluation begins.</summary>
    public void Restart() => _position = 0;

    /// <summary>What comes out this time.</summary>
    /// <param name="outcomes">All that may come out, at least one; asked for once.</param>
    public T Choose<T>(Func<IReadOnlyList<T>> outcomes)
    {
        if (_position == _decisions.Count)
        {
            _decisions.Add(new Decision(outcomes()));
        }

        var decision = _decisions[_position++];
        return ((IReadOnlyList<T>)decision.Outcomes)[decision.Choice];
    }

    /// <summary>Goes on to the next way; false when there is none left.</summary>
    public bool Advance()
    {
        while (_decisions.Count > 0)
        {
            var last = _decisions[_decisions.Count - 1];
            if (++last.Choice < last.Count)
            {
                return true;
            }

            _decisions.RemoveAt(_decisions.Count - 1);
        }

        return false;
    }

    private sealed class Decision(object outcomes)
    {
        public object Outcomes { get; } = outcomes;

        public int Count { get; } = ((System.Collections.ICollection)outcomes).Count;

        public int Choice { get; set; }
    }
}
