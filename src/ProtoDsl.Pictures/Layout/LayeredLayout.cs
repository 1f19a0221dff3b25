using System;
using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Pictures.Layout;

/// <summary>The door of this room: a layered drawing (Sugiyama, Tagawa, Toda 1981), from top to bottom, in which labels are boxes of the layers too and so
/// overlap nothing.</summary>
internal static class LayeredLayout
{
    /// <summary>The most pieces of lines that are placed.</summary>
    private const int MostPieces = 20_000;

    // Where lines meet a box follows from the places of their other ends; once that is known, more of them can be straight.
    private const int Placements = 2;

    /// <param name="nodes">The boxes, in the order in which a reader expects them.</param>
    /// <param name="first">The box where reading begins.</param>
    /// <param name="edges">Between different boxes.</param>
    /// <exception cref="PictureTooLargeException">There are more lines than can be drawn so that anybody can read them.</exception>
    public static LayoutResult Of(IReadOnlyList<LayoutNode> nodes, int first, IReadOnlyList<LayoutEdge> edges)
    {
        var ranks = Ranking.Of(nodes.Count, first, edges);
        var pieces = edges.Sum(edge => 2L * Math.Abs(ranks[edge.From] - ranks[edge.To]));
        if (pieces > MostPieces)
        {
            throw new PictureTooLargeException(nodes.Count, edges.Count);
        }

        nodes = [.. nodes.Select((node, index) => node with { Width = Math.Max(node.Width, Ports.WidthFor(LinesAtOneSide(index, edges, ranks))) })];
        var graph = LayeredGraph.Of(nodes, edges, ranks);
        LayerOrder.Set(graph);
        var widths = nodes.Select(node => node.Width).ToArray();
        var segments = Segments.Of(graph);
        var x = Placement.Of(graph, segments, (_, _) => 0);
        var ports = Ports.Of(graph, widths, x);
        for (var round = 1; round < Placements; round++)
        {
            x = Placement.Of(graph, segments, ports.Offset);
            ports = Ports.Of(graph, widths, x);
        }

        return Result(nodes, edges, graph, x, ports);
    }

    private static int LinesAtOneSide(int node, IReadOnlyList<LayoutEdge> edges, int[] ranks)
    {
        var others = edges.Where(edge => edge.From == node || edge.To == node).Select(edge => edge.From == node ? edge.To : edge.From).ToArray();
        var below = others.Count(other => ranks[other] > ranks[node]);
        return Math.Max(below, others.Length - below);
    }

    private static LayoutResult Result(IReadOnlyList<LayoutNode> nodes, IReadOnlyList<LayoutEdge> edges, LayeredGraph graph, int[] x, Ports ports)
    {
        var left = graph.Vertices.Select((vertex, index) => x[index] - vertex.Left).DefaultIfEmpty().Min();
        var moved = x.Select(place => (int)(place - Math.Floor(left))).ToArray();
        var bands = new Bands(graph, moved, ports);
        var router = new Router(graph, moved, ports, bands);
        return new LayoutResult(
            [.. nodes.Select((node, index) => new Box(moved[index] - (node.Width / 2), bands.Top(index), node.Width, node.Height))],
            [.. edges.Select((edge, index) => router.Route(index, (edge.LabelWidth, edge.LabelHeight)))],
            graph.Vertices.Select((vertex, index) => moved[index] + vertex.Right).DefaultIfEmpty().Max(),
            bands.Height);
    }
}
