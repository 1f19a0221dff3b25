using System;
using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Pictures.Layout;

/// <summary>Horizontal places: neighbours keep their distance, lines are as straight as that allows, long ones before short ones.</summary>
internal static class Placement
{
    private const int NodeGap = 36, LabelGap = 18, LineGap = 14;

    /// <summary>The x of each vertex, where lines meet it.</summary>
    /// <param name="graph">With its order.</param>
    /// <param name="segments">What stands exactly below each other.</param>
    /// <param name="offset">Where a line meets a vertex: how far to the right of its x, by chain and index in it.</param>
    public static int[] Of(LayeredGraph graph, Segments segments, Func<int, int, int> offset)
    {
        var arcs = Distances(graph, segments);
        var count = segments.Count;

        // Each line between two segments pulls its ends together, by way of a node of its own to the left of both.
        for (var chain = 0; chain < graph.Chains.Length; chain++)
        {
            var vertices = graph.Chains[chain];
            for (var index = 1; index < vertices.Count; index++)
            {
                var (upper, lower) = (segments[vertices[index - 1]], segments[vertices[index]]);
                if (upper != lower)
                {
                    var shift = offset(chain, index) - offset(chain, index - 1);
                    var weight = Weight(graph.Vertices[vertices[index - 1]], graph.Vertices[vertices[index]]);
                    arcs.Add(new Arc(count, upper, Math.Max(0, shift), weight));
                    arcs.Add(new Arc(count, lower, Math.Max(0, -shift), weight));
                    count++;
                }
            }
        }

        var places = NetworkSimplex.Solve(count, arcs);
        return [.. graph.Vertices.Select((_, vertex) => places[segments[vertex]])];
    }

    private static List<Arc> Distances(LayeredGraph graph, Segments segments)
    {
        var distances = new Dictionary<(int Left, int Right), int>();
        foreach (var layer in graph.Layers)
        {
            for (var place = 1; place < layer.Count; place++)
            {
                var pair = (segments[layer[place - 1]], segments[layer[place]]);
                distances.TryGetValue(pair, out var known);
                distances[pair] = Math.Max(known, Distance(graph.Vertices[layer[place - 1]], graph.Vertices[layer[place]]));
            }
        }

        return [.. distances.Select(pair => new Arc(pair.Key.Left, pair.Key.Right, pair.Value, 0))];
    }

    private static int Weight(Vertex upper, Vertex lower) => upper.IsNode && lower.IsNode ? 1 : upper.IsNode || lower.IsNode ? 2 : 8;

    private static int Distance(Vertex left, Vertex right)
    {
        var gap = left.IsNode || right.IsNode ? NodeGap : left.Height > 0 || right.Height > 0 ? LabelGap : LineGap;
        return (int)Math.Ceiling(left.Right + gap + right.Left);
    }
}
