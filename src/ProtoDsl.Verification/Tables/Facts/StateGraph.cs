using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Tables.Facts;

/// <summary>A row that leads from one state to another one.</summary>
internal readonly record struct Edge(int From, int Row, int To);

/// <summary>Which states lead where: guards are free, and every event may happen. A row that no state ever takes counts as if all of its states did: it has a
/// finding of its own, and what would follow from its absence is none.</summary>
internal sealed class StateGraph
{
    private readonly List<Edge>[] _from;
    private readonly List<Edge>[] _to;
    private readonly bool[] _isAlive;

    public StateGraph(Machine machine, IEnumerable<CellUse> uses)
    {
        _from = machine.States.Select(_ => new List<Edge>()).ToArray();
        _to = machine.States.Select(_ => new List<Edge>()).ToArray();
        _isAlive = new bool[machine.States.Count];
        var seen = new HashSet<Edge>();
        var used = new bool[machine.Rows.Count];
        foreach (var use in uses)
        {
            foreach (var candidate in use.Cell.Candidates.Where(use.CanTake))
            {
                used[candidate.Row] = true;
                Add(use.Cell.State, candidate.Row);
            }
        }

        for (var row = 0; row < used.Length; row++)
        {
            foreach (var state in used[row] ? default : machine.Rows[row].States)
            {
                Add(state, row);
            }
        }

        void Add(int state, int row)
        {
            _isAlive[state] |= machine.Rows[row].Kind == RowKind.Transition;
            var edge = new Edge(state, row, machine.Rows[row].Target);
            if (machine.Rows[row].TargetKind == TargetKind.State && edge.To >= 0 && edge.To != state && seen.Add(edge))
            {
                _from[edge.From].Add(edge);
                _to[edge.To].Add(edge);
            }
        }
    }

    /// <summary>How many states.</summary>
    public int Count => _from.Length;

    /// <summary>True where some row does something, even if it stays.</summary>
    public bool IsAlive(int state) => _isAlive[state];

    /// <summary>The ways out of a state to other states, in the order of events.</summary>
    public IReadOnlyList<Edge> From(int state) => _from[state];

    /// <summary>The ways into a state from other states.</summary>
    public IReadOnlyList<Edge> To(int state) => _to[state];

    /// <summary>The states that lead to others.</summary>
    public IEnumerable<int> Successors(int state) => _from[state].Select(edge => edge.To);

    /// <summary>The states that lead there.</summary>
    public IEnumerable<int> Predecessors(int state) => _to[state].Select(edge => edge.From);
}
