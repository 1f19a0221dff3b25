using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Layout;
using ProtoDsl.Pictures.Text;

namespace ProtoDsl.Pictures.Svg;

/// <summary>A state as a box with a title, its timers, what happens in it, and the rows that lead back to it: measured, before it is placed.</summary>
internal sealed class StateBox
{
    private StateBox(GraphState state, IReadOnlyList<LabelLine> inner, IReadOnlyList<LabelLine> loop)
    {
        State = state;
        Inner = inner;
        Loop = loop;
    }

    public GraphState State { get; }

    /// <summary>The lines below the title, apart from the timers.</summary>
    public IReadOnlyList<LabelLine> Inner { get; }

    /// <summary>The label of its loop; no lines for no loop.</summary>
    public IReadOnlyList<LabelLine> Loop { get; }

    public static StateBox Of(GraphState state, GraphEdge? loop)
    {
        var inner = new LabelWrapper(PictureSizes.LabelSize, PictureSizes.InnerWidth);
        var outer = new LabelWrapper(PictureSizes.LabelSize, PictureSizes.LabelWidth);
        return new StateBox(state, [.. state.Inner.SelectMany(inner.Wrap)], [.. (loop?.Labels ?? []).SelectMany(outer.Wrap)]);
    }

    public LayoutNode Measure()
    {
        var lines = Inner.Select(line => line.Width(PictureSizes.LabelSize)).Concat(State.Timers.Select(TimerWidth));
        var width = lines.Append(TextWidths.Of(State.Title, PictureSizes.TitleSize, isBold: true)).Max() + (2 * PictureSizes.PaddingX);
        var below = Inner.Count + State.Timers.Count;
        var height = PictureSizes.TitleHeight + (2 * PictureSizes.PaddingY) + (below == 0 ? 0 : PictureSizes.InnerGap + (below * PictureSizes.LineHeight));
        var loopHeight = Loop.Count * PictureSizes.LineHeight;
        return new LayoutNode(
            Math.Ceiling(Math.Max(width, 72)),
            Math.Ceiling(Math.Max(height, loopHeight)),
            State.IsInitial ? PictureSizes.StartRoom : 0,
            Loop.Count == 0 ? 0 : Math.Ceiling(PictureSizes.LoopWidth + PictureSizes.LoopGap + LabelBlock.Width(Loop)));
    }

    /// <summary>Where the label of its loop is, once the box has its place.</summary>
    public Box LoopLabel(Box place) => new(
        place.Right + PictureSizes.LoopWidth + PictureSizes.LoopGap, place.Y + ((place.Height - LabelBlock.Height(Loop)) / 2), LabelBlock.Width(Loop), LabelBlock.Height(Loop));

    /// <summary>With the clock before it.</summary>
    public static double TimerWidth(string timer) => PictureSizes.LineHeight + TextWidths.Of(timer, PictureSizes.LabelSize);
}
