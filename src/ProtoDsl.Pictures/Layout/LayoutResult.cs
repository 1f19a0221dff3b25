using System.Collections.Generic;

namespace ProtoDsl.Pictures.Layout;

/// <summary>Where everything is.</summary>
/// <param name="Nodes">One for each box, in the same order.</param>
/// <param name="Routes">One for each edge, in the same order.</param>
/// <param name="Width">From 0 to the right end of what is farthest right.</param>
/// <param name="Height">From 0 to the bottom.</param>
internal sealed record LayoutResult(IReadOnlyList<Box> Nodes, IReadOnlyList<Route> Routes, double Width, double Height);

/// <summary>A rectangle by its upper left corner.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double Center => X + (Width / 2);
}

/// <summary>A point.</summary>
internal readonly record struct Point(double X, double Y);

/// <summary>A cubic Bézier curve; a straight line is one too.</summary>
internal readonly record struct Curve(Point Start, Point First, Point Second, Point End)
{
    public static Curve Line(Point start, Point end) => new(start, start, end, end);

    /// <summary>The point at <paramref name="t"/> between 0 and 1.</summary>
    public Point At(double t)
    {
        var (a, b, c, d) = ((1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t);
        return new Point((a * Start.X) + (b * First.X) + (c * Second.X) + (d * End.X), (a * Start.Y) + (b * First.Y) + (c * Second.Y) + (d * End.Y));
    }

    public Curve Reversed() => new(End, Second, First, Start);
}

/// <summary>An edge as drawn: it ends at its label and goes on behind it.</summary>
/// <param name="Parts">Each without a gap, from where the edge begins; the last one ends in the arrow.</param>
/// <param name="Label">Where the label is; of width 0 for none.</param>
internal sealed record Route(IReadOnlyList<IReadOnlyList<Curve>> Parts, Box Label);
