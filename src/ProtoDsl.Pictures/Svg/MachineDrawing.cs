using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Layout;
using ProtoDsl.Pictures.Text;

namespace ProtoDsl.Pictures.Svg;

/// <summary>A machine with all its texts broken into lines, measured and placed.</summary>
internal sealed class MachineDrawing
{
    private MachineDrawing(IReadOnlyList<StateBox> boxes, IReadOnlyList<GraphEdge> edges, IReadOnlyList<IReadOnlyList<LabelLine>> labels, LayoutResult layout)
    {
        Boxes = boxes;
        Edges = edges;
        Labels = labels;
        Layout = layout;
    }

    /// <summary>One for each state.</summary>
    public IReadOnlyList<StateBox> Boxes { get; }

    /// <summary>Those between different states.</summary>
    public IReadOnlyList<GraphEdge> Edges { get; }

    /// <summary>One for each edge.</summary>
    public IReadOnlyList<IReadOnlyList<LabelLine>> Labels { get; }

    /// <summary>The places of boxes and edges.</summary>
    public LayoutResult Layout { get; }

    /// <exception cref="PictureTooLargeException">There are more lines than can be drawn so that anybody can read them.</exception>
    public static MachineDrawing Of(MachineGraph graph)
    {
        var loops = graph.Edges.Where(edge => edge.From == edge.To).ToDictionary(edge => edge.From);
        var boxes = graph.States.Select((state, index) => StateBox.Of(state, loops.TryGetValue(index, out var loop) ? loop : null)).ToArray();
        var edges = graph.Edges.Where(edge => edge.From != edge.To).ToArray();
        var wrapper = new LabelWrapper(PictureSizes.LabelSize, PictureSizes.LabelWidth);
        var labels = edges.Select(edge => (IReadOnlyList<LabelLine>)[.. edge.Labels.SelectMany(wrapper.Wrap)]).ToArray();
        var layout = LayeredLayout.Of(
            [.. boxes.Select(box => box.Measure())],
            Math.Max(0, Array.FindIndex(boxes, box => box.State.IsInitial)),
            [.. edges.Select((edge, index) => new LayoutEdge(edge.From, edge.To, Room(LabelBlock.Width(labels[index])), Room(LabelBlock.Height(labels[index]))))]);
        return new MachineDrawing(boxes, edges, labels, layout);
    }

    /// <summary>The same with other places.</summary>
    public MachineDrawing With(LayoutResult layout) => new(Boxes, Edges, Labels, layout);

    private static double Room(double size) => Math.Ceiling(size + (2 * PictureSizes.LabelMargin));
}
