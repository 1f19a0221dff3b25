using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Layout;

namespace ProtoDsl.Pictures.Svg;

/// <summary>A machine as SVG: one file, without a script, dark where the reader's screen is.</summary>
public static class SvgPicture
{
    private const string Arrow =
        "<marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
        + "<path class=\"head\" d=\"M0 1L10 5L0 9z\"/></marker>";

    private static readonly Lazy<string> Styles = new(() => Resources.Read("picture.css"));

    /// <summary>The picture, to be written to a file or put into a page.</summary>
    /// <param name="graph">What is drawn.</param>
    /// <exception cref="PictureTooLargeException">The machine is too large for a picture.</exception>
    public static string Of(MachineGraph graph) => Of(graph, Styles.Value);

    /// <summary>The picture for a page that brings the styles and the arrow.</summary>
    internal static string ForPage(MachineGraph graph) => Of(graph, "");

    private static string Of(MachineGraph graph, string styles)
    {
        var drawing = MachineDrawing.Of(graph);
        var (left, top) = (PictureSizes.Margin, PictureSizes.Margin);
        var legend = new Legend(graph.Legend, drawing.Layout.Width);
        var legendHeight = graph.Legend.Count == 0 ? 0 : legend.Height + PictureSizes.LegendGap + PictureSizes.Margin;
        var width = Math.Ceiling(Math.Max(drawing.Layout.Width, legend.Width) + (2 * left));
        var height = Math.Ceiling(drawing.Layout.Height + legendHeight + (2 * top));
        var svg = new SvgText();
        svg.Open(
            "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("xml:space", "preserve"), ("class", "machine"), ("viewBox", $"0 0 {SvgText.Number(width)} {SvgText.Number(height)}"),
            ("width", SvgText.Number(width)), ("height", SvgText.Number(height)), ("role", "img"), ("aria-label", Description(graph)));
        svg.Text("title", graph.Name);
        if (styles.Length > 0)
        {
            svg.Raw("style", "\n" + styles);
            svg.Raw("defs", Arrow);
        }

        svg.Element("rect", ("class", "canvas"), ("width", SvgText.Number(width)), ("height", SvgText.Number(height)), ("rx", "6"));
        var shift = Math.Max(0, (legend.Width - drawing.Layout.Width) / 2);
        svg.Open("g", ("transform", $"translate({SvgText.Number(left + shift)} {SvgText.Number(top)})"));
        Edges(svg, drawing);
        States(svg, drawing);
        svg.Close("g");
        if (graph.Legend.Count > 0)
        {
            legend.Write(svg, left, top + drawing.Layout.Height + PictureSizes.LegendGap + PictureSizes.Margin);
        }

        svg.Close("svg");
        return svg.ToString();
    }

    private static void Edges(SvgText svg, MachineDrawing drawing)
    {
        for (var index = 0; index < drawing.Edges.Count; index++)
        {
            var (edge, route, label) = (drawing.Edges[index], drawing.Layout.Routes[index], drawing.Labels[index]);
            svg.Open("g", ("class", "edge"), ("data-from", SvgText.Number(edge.From)), ("data-to", SvgText.Number(edge.To)), ("data-rows", Rows(edge)));
            for (var part = 0; part < route.Parts.Count; part++)
            {
                var isLast = part == route.Parts.Count - 1;
                svg.Element("path", isLast ? [("class", "line"), ("marker-end", "url(#arrow)"), ("d", Path(route.Parts[part]))] : [("class", "line"), ("d", Path(route.Parts[part]))]);
            }

            LabelBlock.Write(svg, label, route.Label.X + PictureSizes.LabelMargin, route.Label.Y + PictureSizes.LabelMargin);
            svg.Close("g");
        }
    }

    private static void States(SvgText svg, MachineDrawing drawing)
    {
        for (var index = 0; index < drawing.Boxes.Count; index++)
        {
            var (box, place) = (drawing.Boxes[index], drawing.Layout.Nodes[index]);
            if (box.State.IsInitial)
            {
                StateWriter.Start(svg, place);
            }

            if (box.Loop.Count > 0)
            {
                svg.Open("g", ("class", "edge"), ("data-from", SvgText.Number(index)), ("data-to", SvgText.Number(index)), ("data-rows", string.Join(" ", box.Loop.Select(line => line.Row).Distinct())));
                StateWriter.Loop(svg, box, place);
                svg.Close("g");
            }

            StateWriter.Write(svg, index, box, place);
        }
    }

    private static string Rows(GraphEdge edge) => string.Join(" ", edge.Labels.Select(label => label.Row));

    private static string Path(IReadOnlyList<Curve> curves) => Place("M", curves[0].Start) + string.Concat(curves.Select(curve =>
        curve.First == curve.Start && curve.Second == curve.End ? Place("L", curve.End) : Place("C", curve.First) + Place(" ", curve.Second) + Place(" ", curve.End)));

    private static string Place(string command, Point point) => $"{command}{SvgText.Number(point.X)} {SvgText.Number(point.Y)}";

    private static string Description(MachineGraph graph) =>
        $"State diagram of {graph.Name}: {graph.States.Count} states, beginning in {graph.States.Where(state => state.IsInitial).Select(state => state.Title).FirstOrDefault() ?? "none"}.";
}
