using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Pictures.Layout;

/// <summary>An arc of a <see cref="NetworkSimplex"/>: the head's number is at least the tail's and <paramref name="Length"/>.</summary>
internal readonly record struct Arc(int Tail, int Head, int Length, int Weight);

/// <summary>Gives each node of a graph without cycles a number, so that every arc is at least as long as it must be and the weighted sum of
/// all lengths is least (Gansner, Koutsofios, North, Vo: A technique for drawing directed graphs, 1993). Used for layers, and again for
/// horizontal places. Every intermediate solution is one that keeps the lengths, so it may stop at any time.</summary>
internal sealed class NetworkSimplex
{
    private const long MostWork = 150_000_000;

    private readonly List<Arc> _arcs;
    private readonly int _count;
    private readonly int[] _number;
    private readonly long[] _excess;
    private readonly List<int>[] _incident;
    private readonly SpanningTree _tree;

    private NetworkSimplex(int count, IEnumerable<Arc> arcs)
    {
        // A root that pulls at nothing makes the graph connected.
        _count = count + 1;
        _arcs = [.. arcs, .. Enumerable.Range(0, count).Select(node => new Arc(count, node, 0, 0))];
        _number = new int[_count];
        _excess = new long[_count];
        _incident = [.. Enumerable.Range(0, _count).Select(_ => new List<int>())];
        for (var index = 0; index < _arcs.Count; index++)
        {
            var arc = _arcs[index];
            _excess[arc.Tail] += arc.Weight;
            _excess[arc.Head] -= arc.Weight;
            _incident[arc.Tail].Add(index);
            _incident[arc.Head].Add(index);
        }

        _tree = new SpanningTree(_count, _arcs);
    }

    /// <param name="count">How many nodes.</param>
    /// <param name="arcs">Without cycles.</param>
    /// <returns>A number for each node; the least is 0.</returns>
    public static int[] Solve(int count, IEnumerable<Arc> arcs) => count == 0 ? [] : new NetworkSimplex(count, arcs).Solve();

    private int[] Solve()
    {
        Longest();
        Tighten();
        var search = 0;
        for (long work = 0; work < MostWork && Leaving(ref search) is var leaving and >= 0; work += _arcs.Count)
        {
            var entering = Entering(leaving, out var slack);
            if (entering < 0)
            {
                break;
            }

            var isTailBelow = _tree.Parent(_arcs[leaving].Tail) == _arcs[leaving].Head;
            var below = isTailBelow ? _arcs[leaving].Tail : _arcs[leaving].Head;
            var shift = isTailBelow ? -slack : slack;
            for (var node = 0; node < _count && slack > 0; node++)
            {
                _number[node] += _tree.IsBelow(node, below) ? shift : 0;
            }

            _tree.Exchange(leaving, entering);
        }

        var least = _number.Take(_count - 1).Min();
        return [.. _number.Take(_count - 1).Select(number => number - least)];
    }

    private int Slack(Arc arc) => _number[arc.Head] - _number[arc.Tail] - arc.Length;

    // Each node as near to the root as its arcs allow.
    private void Longest()
    {
        var open = new int[_count];
        _arcs.ForEach(arc => open[arc.Head]++);
        var ready = new Queue<int>([_count - 1]);
        while (ready.Count > 0)
        {
            var node = ready.Dequeue();
            foreach (var index in _incident[node])
            {
                var arc = _arcs[index];
                if (arc.Tail == node)
                {
                    _number[arc.Head] = System.Math.Max(_number[arc.Head], _number[node] + arc.Length);
                    if (--open[arc.Head] == 0)
                    {
                        ready.Enqueue(arc.Head);
                    }
                }
            }
        }
    }

    // Grows a tree of arcs without slack; where it ends, the nearest arc is made tight by moving the whole tree.
    private void Tighten()
    {
        var inside = new bool[_count];
        var members = new List<int>();
        Grow(_count - 1, inside, members);
        while (members.Count < _count)
        {
            var best = -1;
            for (var index = 0; index < _arcs.Count; index++)
            {
                if (inside[_arcs[index].Tail] != inside[_arcs[index].Head] && (best < 0 || Slack(_arcs[index]) < Slack(_arcs[best])))
                {
                    best = index;
                }
            }

            var shift = inside[_arcs[best].Head] ? -Slack(_arcs[best]) : Slack(_arcs[best]);
            members.ForEach(node => _number[node] += shift);
            _tree.Add(best);
            Grow(inside[_arcs[best].Head] ? _arcs[best].Tail : _arcs[best].Head, inside, members);
        }

        _tree.Index();
    }

    private void Grow(int from, bool[] inside, List<int> members)
    {
        var open = new Stack<int>([from]);
        inside[from] = true;
        while (open.Count > 0)
        {
            var node = open.Pop();
            members.Add(node);
            foreach (var index in _incident[node])
            {
                var other = _arcs[index].Tail == node ? _arcs[index].Head : _arcs[index].Tail;
                if (!inside[other] && Slack(_arcs[index]) == 0)
                {
                    inside[other] = true;
                    _tree.Add(index);
                    open.Push(other);
                }
            }
        }
    }

    // A tree arc of which both ends would rather be farther apart. What crosses the cut of a tree arc is the sum of what leaves the nodes below it.
    private int Leaving(ref int search)
    {
        var below = _tree.SumsBelow(_excess);
        for (var step = 0; step < _count; step++)
        {
            search = search + 1 < _count ? search + 1 : 0;
            var arc = _tree.ArcAbove(search);
            if (arc >= 0 && (_arcs[arc].Tail == search ? below[search] : -below[search]) < 0)
            {
                return arc;
            }
        }

        return -1;
    }

    // The tightest arc across the same cut that points the other way.
    private int Entering(int leaving, out int slack)
    {
        var isTailBelow = _tree.Parent(_arcs[leaving].Tail) == _arcs[leaving].Head;
        var below = isTailBelow ? _arcs[leaving].Tail : _arcs[leaving].Head;
        var best = -1;
        slack = int.MaxValue;
        for (var index = 0; index < _arcs.Count; index++)
        {
            var arc = _arcs[index];
            if (_tree.IsBelow(arc.Tail, below) != isTailBelow && _tree.IsBelow(arc.Head, below) == isTailBelow && Slack(arc) < slack)
            {
                best = index;
                slack = Slack(arc);
            }
        }

        return best;
    }
}
