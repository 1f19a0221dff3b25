using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Pictures.Layout;

/// <summary>The tree of a <see cref="NetworkSimplex"/>; its root is the last node.</summary>
internal sealed class SpanningTree(int count, IReadOnlyList<Arc> arcs)
{
    private readonly List<int>[] _incident = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
    private readonly int[] _arcAbove = new int[count];
    private readonly int[] _parent = new int[count];
    private readonly int[] _first = new int[count];
    private readonly int[] _last = new int[count];
    private readonly List<int> _order = new(count);

    public int Parent(int node) => _parent[node];

    /// <summary>The arc to the parent; -1 for the root.</summary>
    public int ArcAbove(int node) => _arcAbove[node];

    /// <summary>True for the node itself too.</summary>
    public bool IsBelow(int node, int ancestor) => _first[ancestor] <= _first[node] && _first[node] <= _last[ancestor];

    public void Add(int arc)
    {
        _incident[arcs[arc].Tail].Add(arc);
        _incident[arcs[arc].Head].Add(arc);
    }

    public void Exchange(int leaving, int entering)
    {
        _incident[arcs[leaving].Tail].Remove(leaving);
        _incident[arcs[leaving].Head].Remove(leaving);
        Add(entering);
        Index();
    }

    /// <summary>Numbers the nodes, each before those below it.</summary>
    public void Index()
    {
        _order.Clear();
        var open = new Stack<int>([count - 1]);
        _parent[count - 1] = _arcAbove[count - 1] = -1;
        while (open.Count > 0)
        {
            var node = open.Pop();
            _first[node] = _last[node] = _order.Count;
            _order.Add(node);
            foreach (var arc in _incident[node])
            {
                if (arc != _arcAbove[node])
                {
                    var child = arcs[arc].Tail == node ? arcs[arc].Head : arcs[arc].Tail;
                    _parent[child] = node;
                    _arcAbove[child] = arc;
                    open.Push(child);
                }
            }
        }

        for (var index = count - 1; index > 0; index--)
        {
            var node = _order[index];
            _last[_parent[node]] = System.Math.Max(_last[_parent[node]], _last[node]);
        }
    }

    /// <summary>For each node, the sum of its own and of all values below it.</summary>
    public long[] SumsBelow(long[] values)
    {
        var sums = values.ToArray();
        for (var index = count - 1; index > 0; index--)
        {
            sums[_parent[_order[index]]] += sums[_order[index]];
        }

        return sums;
    }
}
