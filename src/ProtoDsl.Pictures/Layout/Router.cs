using System;
using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Pictures.Layout;

/// <summary>Draws the lines. Inside the band of a layer a line is vertical, at a place that is its own; it moves sideways only between bands. So no line
/// passes through a box or a label, whatever the graph.</summary>
/// <param name="graph">With its order.</param>
/// <param name="x">The places of the vertices.</param>
/// <param name="ports">Where lines meet boxes.</param>
/// <param name="bands">The vertical places of the layers.</param>
internal sealed class Router(LayeredGraph graph, int[] x, Ports ports, Bands bands)
{
    /// <summary>An edge of the graph.</summary>
    /// <param name="edge">Its index.</param>
    /// <param name="label">Its label's width and height.</param>
    public Route Route(int edge, (double Width, double Height) label)
    {
        var chain = graph.Chains[edge];
        var labelled = label.Width > 0 ? graph.LabelOf(edge) : -1;
        var parts = new List<List<Curve>> { new() };
        for (var index = 1; index < chain.Count; index++)
        {
            var (upper, lower) = (chain[index - 1], chain[index]);
            var start = new Point(x[upper] + ports.Offset(edge, index - 1), upper == labelled ? bands.Bottom(upper) : LeavesAt(upper));
            var end = new Point(x[lower] + ports.Offset(edge, index), bands.Top(lower));
            var layer = graph.Vertices[upper].Layer;
            Down(parts[parts.Count - 1], start, bands.LayerBottom(layer));
            Across(parts[parts.Count - 1], new Point(start.X, bands.LayerBottom(layer)), new Point(end.X, bands.LayerTop(layer + 1)));
            Down(parts[parts.Count - 1], new Point(end.X, bands.LayerTop(layer + 1)), lower == labelled || index == chain.Count - 1 ? end.Y : bands.LayerBottom(layer + 1));
            if (lower == labelled)
            {
                parts.Add([]);
            }
        }

        if (graph.IsUpward[edge])
        {
            parts = [.. parts.AsEnumerable().Reverse().Select(part => part.AsEnumerable().Reverse().Select(curve => curve.Reversed()).ToList())];
        }

        var box = labelled < 0 ? default : new Box(x[labelled] - (label.Width / 2), bands.Top(labelled), label.Width, label.Height);
        return new Route([.. parts.Select(part => (IReadOnlyList<Curve>)part)], box);
    }

    // A line that passes has been drawn to the end of the band already.
    private double LeavesAt(int vertex) => graph.Vertices[vertex].IsNode ? bands.Bottom(vertex) : bands.LayerBottom(graph.Vertices[vertex].Layer);

    private static void Down(List<Curve> part, Point start, double y)
    {
        if (Math.Abs(y - start.Y) > 0.01)
        {
            part.Add(Curve.Line(start, new Point(start.X, y)));
        }
    }

    private static void Across(List<Curve> part, Point start, Point end)
    {
        var bend = (end.Y - start.Y) * 0.55;
        part.Add(Math.Abs(start.X - end.X) < 0.5
            ? Curve.Line(start, end)
            : new Curve(start, new Point(start.X, start.Y + bend), new Point(end.X, end.Y - bend), end));
    }
}
