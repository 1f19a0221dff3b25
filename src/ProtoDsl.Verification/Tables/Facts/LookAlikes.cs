using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Tables.Facts;

/// <summary>For a state that no row enters, one that waits for much the same and is entered by more rows than it needs: one of them may be meant for the former.</summary>
internal sealed class LookAlikes
{
    /// <summary>A state that more rows enter than this is no likely mistake for another one.</summary>
    private const int MostEntries = 4;

    /// <summary>How much of their events two states have in common that look alike.</summary>
    private const double Likeness = 0.75;

    private readonly HashSet<int>[] _events;
    private readonly HashSet<int>[] _rows;
    private readonly IReadOnlyList<Edge>[] _entries;
    private readonly int[] _others;

    public LookAlikes(MachineFacts facts)
    {
        var states = Enumerable.Range(0, facts.Graph.Count).ToArray();
        _events = states.Select(state => new HashSet<int>(facts.UsesOf[state].Where(use => HasPlainRow(facts, use)).Select(use => use.Cell.Event))).ToArray();
        _rows = states.Select(state => new HashSet<int>(facts.UsesOf[state].SelectMany(use => use.Cell.Candidates).Select(candidate => candidate.Row))).ToArray();
        _entries = states.Select(state => (IReadOnlyList<Edge>)facts.Graph.To(state).Where(edge => facts.IsReachable[edge.From]).OrderBy(edge => edge.Row).ToArray()).ToArray();
        _others = states.Where(state => facts.IsReachable[state] && _entries[state].Count is > 0 and <= MostEntries
            && _entries[state].Count + (facts.Starts.Contains(state) ? 1 : 0) > 1).ToArray();
    }

    /// <summary>The one that shares most rows, and whether it waits for exactly the same events; null for none.</summary>
    public (int State, bool IsEqual, IReadOnlyList<Edge> Entries)? Find(int state)
    {
        foreach (var other in _others.Where(other => IsAlike(_events[state], _events[other])).OrderByDescending(other => _rows[other].Count(_rows[state].Contains)))
        {
            return (other, _events[other].SetEquals(_events[state]), _entries[other]);
        }

        return null;
    }

    private static bool IsAlike(HashSet<int> events, HashSet<int> others)
    {
        var common = others.Count(events.Contains);
        return common > 0 && common >= Likeness * (events.Count + others.Count - common);
    }

    private static bool HasPlainRow(MachineFacts facts, CellUse use) => use.Cell.Candidates.Any(candidate => facts.RowOf(candidate).Kind == RowKind.Transition);
}
