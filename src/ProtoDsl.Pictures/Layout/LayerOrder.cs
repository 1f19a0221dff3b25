using System;
using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Pictures.Layout;

/// <summary>Orders each layer so that few lines cross: medians, downwards and upwards in turn, and exchanges of neighbours (Gansner and others, 1993).
/// Where nothing decides, the order of the file stays.</summary>
internal sealed class LayerOrder
{
    private const int Rounds = 24;
    private const int MostForExchange = 4_000;

    private readonly LayeredGraph _graph;

    private LayerOrder(LayeredGraph graph) => _graph = graph;

    /// <summary>Sets the order of every layer.</summary>
    public static void Set(LayeredGraph graph) => new LayerOrder(graph).Set();

    private void Set()
    {
        var best = Snapshot();
        var least = Crossings();
        for (var start = 0; start < 2 && least > 0; start++)
        {
            Walk(start == 0);
            for (var round = 0; round < Rounds && least > 0; round++)
            {
                Medians(round % 2 == 0);
                Exchange();
                if (Crossings() is var crossings && crossings < least)
                {
                    least = crossings;
                    best = Snapshot();
                }
            }
        }

        Restore(best);
    }

    private List<int>[] Snapshot() => [.. _graph.Layers.Select(layer => layer.ToList())];

    private void Restore(List<int>[] layers)
    {
        for (var layer = 0; layer < layers.Length; layer++)
        {
            Apply(layer, layers[layer]);
        }
    }

    private void Apply(int layer, IEnumerable<int> order)
    {
        _graph.Layers[layer] = [.. order];
        for (var place = 0; place < _graph.Layers[layer].Count; place++)
        {
            _graph.Vertices[_graph.Layers[layer][place]].Order = place;
        }
    }

    // In the order in which a walk from the first box meets them.
    private void Walk(bool isDown)
    {
        var met = new HashSet<int>();
        var layers = _graph.Layers.Select(_ => new List<int>()).ToArray();
        for (var root = 0; root < _graph.Vertices.Count; root++)
        {
            var queue = new Queue<int>([root]);
            while (queue.Count > 0)
            {
                var vertex = queue.Dequeue();
                if (met.Add(vertex))
                {
                    layers[_graph.Vertices[vertex].Layer].Add(vertex);
                    var (near, far) = (_graph.Vertices[vertex].Below, _graph.Vertices[vertex].Above);
                    (isDown ? near.Concat(far) : far.Concat(near)).ToList().ForEach(queue.Enqueue);
                }
            }
        }

        Restore(layers);
    }

    private void Medians(bool isDown)
    {
        for (var step = 1; step < _graph.Layers.Length; step++)
        {
            var layer = isDown ? step : _graph.Layers.Length - 1 - step;
            var medians = _graph.Layers[layer].ToDictionary(vertex => vertex, vertex => Median(isDown ? _graph.Vertices[vertex].Above : _graph.Vertices[vertex].Below));
            var moved = new Queue<int>(_graph.Layers[layer].Where(vertex => medians[vertex] >= 0).OrderBy(vertex => medians[vertex]));
            Apply(layer, _graph.Layers[layer].Select(vertex => medians[vertex] < 0 ? vertex : moved.Dequeue()).ToList());
        }
    }

    // -1 for no neighbours: such a vertex keeps its place.
    private double Median(List<int> neighbours)
    {
        if (neighbours.Count == 0)
        {
            return -1;
        }

        var places = neighbours.Select(vertex => _graph.Vertices[vertex].Order).OrderBy(place => place).ToArray();
        var middle = places.Length / 2;
        if (places.Length % 2 == 1)
        {
            return places[middle];
        }

        var (left, right) = (places[middle - 1] - places[0], places[places.Length - 1] - places[middle]);
        return places.Length == 2 || left + right == 0
            ? (places[middle - 1] + places[middle]) / 2.0
            : ((places[middle - 1] * right) + (places[middle] * left)) / (double)(left + right);
    }

    private void Exchange()
    {
        if (_graph.Vertices.Count > MostForExchange)
        {
            return;
        }

        for (var (improved, round) = (true, 0); improved && round < Rounds; round++)
        {
            improved = false;
            for (var layer = 0; layer < _graph.Layers.Length; layer++)
            {
                for (var place = 0; place + 1 < _graph.Layers[layer].Count; place++)
                {
                    var (left, right) = (_graph.Layers[layer][place], _graph.Layers[layer][place + 1]);
                    if (Between(left, right) > Between(right, left))
                    {
                        (_graph.Layers[layer][place], _graph.Layers[layer][place + 1]) = (right, left);
                        (_graph.Vertices[left].Order, _graph.Vertices[right].Order) = (place + 1, place);
                        improved = true;
                    }
                }
            }
        }
    }

    // Crossings of the lines of two neighbours, if they stand in this order.
    private int Between(int left, int right) =>
        Between(_graph.Vertices[left].Above, _graph.Vertices[right].Above) + Between(_graph.Vertices[left].Below, _graph.Vertices[right].Below);

    private int Between(List<int> left, List<int> right)
    {
        var crossings = 0;
        foreach (var one in left)
        {
            var place = _graph.Vertices[one].Order;
            foreach (var other in right)
            {
                crossings += place > _graph.Vertices[other].Order ? 1 : 0;
            }
        }

        return crossings;
    }

    private long Crossings() => Enumerable.Range(0, Math.Max(0, _graph.Layers.Length - 1)).Sum(Crossings);

    // Inversions of the lower ends, taken in the order of the upper ones.
    private long Crossings(int layer)
    {
        var lower = new long[_graph.Layers[layer + 1].Count + 1];
        long crossings = 0, total = 0;
        foreach (var vertex in _graph.Layers[layer])
        {
            var ends = _graph.Vertices[vertex].Below.Select(below => _graph.Vertices[below].Order).ToArray();
            foreach (var end in ends)
            {
                crossings += total - Sum(lower, end + 1);
            }

            foreach (var end in ends)
            {
                total++;
                for (var index = end + 1; index < lower.Length; index += index & -index)
                {
                    lower[index]++;
                }
            }
        }

        return crossings;
    }

    // A Fenwick tree: the sum of the first entries.
    private static long Sum(long[] tree, int count)
    {
        long sum = 0;
        for (var index = count; index > 0; index -= index & -index)
        {
            sum += tree[index];
        }

        return sum;
    }
}
