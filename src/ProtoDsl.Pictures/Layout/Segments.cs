using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Pictures.Layout;

/// <summary>Which vertices stand exactly below each other: those of one edge between its boxes, label included. Where two such lines cross, the shorter one
/// may bend. Lines that do not cross have an order from left to right without cycles, so that there is a place for each.</summary>
internal sealed class Segments
{
    private readonly int[] _segment;

    private Segments(int[] segment, int count)
    {
        _segment = segment;
        Count = count;
    }

    /// <summary>How many there are; a box is one by itself.</summary>
    public int Count { get; }

    /// <summary>The segment of a vertex.</summary>
    public int this[int vertex] => _segment[vertex];

    /// <param name="graph">With its order.</param>
    public static Segments Of(LayeredGraph graph)
    {
        var bends = Bends(graph);
        var segment = Enumerable.Repeat(-1, graph.Vertices.Count).ToArray();
        var count = 0;
        for (var chain = 0; chain < graph.Chains.Length; chain++)
        {
            var vertices = graph.Chains[chain];
            for (var index = 1; index < vertices.Count - 1; index++)
            {
                segment[vertices[index]] = index == 1 || bends.Contains((chain, index - 1)) ? count++ : count - 1;
            }
        }

        for (var vertex = 0; vertex < segment.Length; vertex++)
        {
            segment[vertex] = segment[vertex] < 0 ? count++ : segment[vertex];
        }

        return new Segments(segment, count);
    }

    // Chains, and the index of the vertex below which they bend.
    private static HashSet<(int Chain, int Index)> Bends(LayeredGraph graph)
    {
        var bends = new HashSet<(int Chain, int Index)>();
        foreach (var gap in InnerLines(graph).GroupBy(line => line.Layer))
        {
            var lines = gap.OrderBy(line => line.Upper).ToArray();
            for (var right = 1; right < lines.Length; right++)
            {
                for (var left = 0; left < right; left++)
                {
                    var (first, second) = (lines[left], lines[right]);
                    if (first.Lower > second.Lower && !bends.Contains((first.Chain, first.Index)) && !bends.Contains((second.Chain, second.Index)))
                    {
                        var shorter = graph.Chains[first.Chain].Count < graph.Chains[second.Chain].Count ? first : second;
                        bends.Add((shorter.Chain, shorter.Index));
                    }
                }
            }
        }

        return bends;
    }

    // The pieces of lines that do not touch a box: the layer above them, and their ends' places there and in the layer below.
    private static IEnumerable<(int Layer, int Upper, int Lower, int Chain, int Index)> InnerLines(LayeredGraph graph)
    {
        for (var chain = 0; chain < graph.Chains.Length; chain++)
        {
            var vertices = graph.Chains[chain];
            for (var index = 1; index < vertices.Count - 2; index++)
            {
                var upper = graph.Vertices[vertices[index]];
                yield return (upper.Layer, upper.Order, graph.Vertices[vertices[index + 1]].Order, chain, index);
            }
        }
    }
}
