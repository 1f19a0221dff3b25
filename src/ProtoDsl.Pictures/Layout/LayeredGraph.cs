using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Pictures.Layout;

/// <summary>What takes room in one layer: a box, a label, or the line of an edge that passes.</summary>
internal sealed class Vertex
{
    /// <summary>Room to the left of the place where lines meet it.</summary>
    public double Left { get; init; }

    /// <summary>Room to the right of it.</summary>
    public double Right { get; init; }

    public double Height { get; init; }

    public int Layer { get; init; }

    /// <summary>True for a box.</summary>
    public bool IsNode { get; init; }

    /// <summary>Place in its layer, from the left.</summary>
    public int Order { get; set; }

    /// <summary>The neighbours one layer up and one layer down.</summary>
    public List<int> Above { get; } = [];

    public List<int> Below { get; } = [];
}

/// <summary>Boxes in layers, and every edge as a chain of vertices with one in each layer on its way. Boxes stand in even layers, labels in odd ones, next
/// to the box that their edge leaves.</summary>
internal sealed class LayeredGraph
{
    private const double LineRoom = 1;

    private LayeredGraph(int layers) => Layers = [.. Enumerable.Range(0, layers).Select(_ => new List<int>())];

    /// <summary>The boxes first, in their order.</summary>
    public List<Vertex> Vertices { get; } = [];

    /// <summary>Vertices, from the left.</summary>
    public List<int>[] Layers { get; }

    /// <summary>For each edge, its vertices from top to bottom, both boxes included.</summary>
    public List<int>[] Chains { get; private set; } = [];

    /// <summary>For each edge, true where it leads from bottom to top.</summary>
    public bool[] IsUpward { get; private set; } = [];

    /// <param name="nodes">The boxes.</param>
    /// <param name="edges">Between different boxes.</param>
    /// <param name="ranks">A number for each box; different for the ends of an edge.</param>
    public static LayeredGraph Of(IReadOnlyList<LayoutNode> nodes, IReadOnlyList<LayoutEdge> edges, int[] ranks)
    {
        var graph = new LayeredGraph(ranks.Length == 0 ? 0 : (2 * ranks.Max()) + 1);
        for (var node = 0; node < nodes.Count; node++)
        {
            var half = nodes[node].Width / 2;
            graph.Add(new Vertex { Left = half + nodes[node].Before, Right = half + nodes[node].After, Height = nodes[node].Height, Layer = 2 * ranks[node], IsNode = true });
        }

        graph.IsUpward = [.. edges.Select(edge => ranks[edge.From] > ranks[edge.To])];
        graph.Chains = [.. edges.Select((edge, index) => graph.Chain(edge, graph.IsUpward[index]))];
        return graph;
    }

    /// <summary>The vertex of an edge's label.</summary>
    public int LabelOf(int edge) => IsUpward[edge] ? Chains[edge][Chains[edge].Count - 2] : Chains[edge][1];

    private int Add(Vertex vertex)
    {
        vertex.Order = Layers[vertex.Layer].Count;
        Layers[vertex.Layer].Add(Vertices.Count);
        Vertices.Add(vertex);
        return Vertices.Count - 1;
    }

    private List<int> Chain(LayoutEdge edge, bool isUpward)
    {
        var (top, bottom) = isUpward ? (edge.To, edge.From) : (edge.From, edge.To);
        var (first, last) = (Vertices[top].Layer, Vertices[bottom].Layer);
        var chain = new List<int> { top };
        for (var layer = first + 1; layer < last; layer++)
        {
            var isLabel = layer == (isUpward ? last - 1 : first + 1);
            var half = isLabel ? edge.LabelWidth / 2 : LineRoom;
            chain.Add(Add(new Vertex { Left = half, Right = half, Height = isLabel ? edge.LabelHeight : 0, Layer = layer }));
        }

        chain.Add(bottom);
        for (var index = 1; index < chain.Count; index++)
        {
            Vertices[chain[index - 1]].Below.Add(chain[index]);
            Vertices[chain[index]].Above.Add(chain[index - 1]);
        }

        return chain;
    }
}
