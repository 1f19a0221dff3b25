using System;
using ProtoDsl.Pictures.Layout;

namespace ProtoDsl.Pictures.Svg;

/// <summary>Writes a state: its box, what stands in it, the dot from which the machine begins, and its loop.</summary>
internal static class StateWriter
{
    private const double Inset = 3, Radius = 8, LoopSpread = 8;

    public static void Write(SvgText svg, int index, StateBox box, Box place)
    {
        var state = box.State;
        var kind = "state" + (state.IsInitial ? " initial" : "") + (state.IsFinal ? " final" : "");
        svg.Open("g", ("class", kind), ("data-state", SvgText.Number(index)));
        Rectangle(svg, "box", place, 0);
        if (state.IsFinal)
        {
            Rectangle(svg, "inner", place, Inset);
        }

        var below = box.Inner.Count + state.Timers.Count;
        var content = PictureSizes.TitleHeight + (below == 0 ? 0 : PictureSizes.InnerGap + (below * PictureSizes.LineHeight));
        var y = place.Y + ((place.Height - content) / 2);
        svg.Text("text", state.Title, ("class", "title"), ("x", SvgText.Number(place.Center)), ("y", SvgText.Number(y + 13.5)));
        y += PictureSizes.TitleHeight;
        if (below > 0)
        {
            svg.Element("path", ("class", "rule"), ("d", $"M{SvgText.Number(place.X + Inset)} {SvgText.Number(y + 1)}H{SvgText.Number(place.Right - Inset)}"));
            y += PictureSizes.InnerGap;
        }

        foreach (var timer in state.Timers)
        {
            Timer(svg, timer, place.X + PictureSizes.PaddingX, y);
            y += PictureSizes.LineHeight;
        }

        LabelBlock.Write(svg, box.Inner, place.X + PictureSizes.PaddingX, y);
        svg.Close("g");
    }

    /// <summary>The dot and the arrow from which the machine begins.</summary>
    public static void Start(SvgText svg, Box place)
    {
        var y = place.Y + (place.Height / 2);
        var x = place.X - PictureSizes.StartRoom + PictureSizes.StartRadius + 1;
        svg.Element("circle", ("class", "start"), ("cx", SvgText.Number(x)), ("cy", SvgText.Number(y)), ("r", SvgText.Number(PictureSizes.StartRadius)));
        svg.Element("path", ("class", "line"), ("marker-end", "url(#arrow)"), ("d", $"M{SvgText.Number(x + PictureSizes.StartRadius)} {SvgText.Number(y)}H{SvgText.Number(place.X - 1)}"));
    }

    /// <summary>The arrow back to the state, and what leads along it.</summary>
    public static void Loop(SvgText svg, StateBox box, Box place)
    {
        var middle = place.Y + (place.Height / 2);
        var (x, far) = (place.Right, place.Right + (PictureSizes.LoopWidth * 1.3));
        svg.Element(
            "path", ("class", "line"), ("marker-end", "url(#arrow)"),
            ("d", FormattableString.Invariant($"M{x:0.#} {middle - LoopSpread:0.#}C{far:0.#} {middle - (2.4 * LoopSpread):0.#} {far:0.#} {middle + (2.4 * LoopSpread):0.#} {x + 1:0.#} {middle + LoopSpread:0.#}")));
        var label = box.LoopLabel(place);
        LabelBlock.Write(svg, box.Loop, label.X, label.Y);
    }

    private static void Rectangle(SvgText svg, string kind, Box place, double inset) => svg.Element(
        "rect", ("class", kind), ("x", SvgText.Number(place.X + inset)), ("y", SvgText.Number(place.Y + inset)), ("width", SvgText.Number(place.Width - (2 * inset))),
        ("height", SvgText.Number(place.Height - (2 * inset))), ("rx", SvgText.Number(Radius - inset)));

    // A clock, since no font is sure to have one.
    private static void Timer(SvgText svg, string timer, double x, double y)
    {
        var (cx, cy) = (x + 5, y + 7);
        svg.Element("circle", ("class", "clock"), ("cx", SvgText.Number(cx)), ("cy", SvgText.Number(cy)), ("r", "4"));
        svg.Element("path", ("class", "clock"), ("d", $"M{SvgText.Number(cx)} {SvgText.Number(cy - 2.6)}V{SvgText.Number(cy)}H{SvgText.Number(cx + 2)}"));
        svg.Text("text", timer, ("class", "timer"), ("x", SvgText.Number(x + PictureSizes.LineHeight)), ("y", SvgText.Number(y + 10.6)));
    }
}
