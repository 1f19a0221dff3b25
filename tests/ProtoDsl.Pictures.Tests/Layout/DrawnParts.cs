using ProtoDsl.Pictures.Layout;
using ProtoDsl.Pictures.Svg;

namespace ProtoDsl.Pictures.Tests.Layout;

/// <summary>All that a picture puts on the canvas, and which of it overlaps.</summary>
internal sealed class DrawnParts
{
    private const double Touch = 0.5;
    private const int Samples = 24;

    private readonly List<(string Name, Box Box)> _boxes = [];
    private readonly List<(string Name, Curve Curve)> _lines = [];

    /// <summary>A box and a label with a distance of more than nothing, each line apart from its ends.</summary>
    public static IReadOnlyList<string> Overlaps(MachineDrawing drawing)
    {
        var parts = new DrawnParts();
        for (var index = 0; index < drawing.Boxes.Count; index++)
        {
            var (box, place) = (drawing.Boxes[index], drawing.Layout.Nodes[index]);
            parts._boxes.Add((box.State.Name, place));
            if (box.State.IsInitial)
            {
                parts._boxes.Add(("start", new Box(place.X - PictureSizes.StartRoom, place.Y + (place.Height / 2) - 6, PictureSizes.StartRoom, 12)));
            }

            if (box.Loop.Count > 0)
            {
                parts._boxes.Add(("loop of " + box.State.Name, box.LoopLabel(place) with { X = place.Right, Width = box.LoopLabel(place).Right - place.Right }));
            }
        }

        for (var index = 0; index < drawing.Edges.Count; index++)
        {
            var (edge, route) = (drawing.Edges[index], drawing.Layout.Routes[index]);
            var name = $"{drawing.Boxes[edge.From].State.Name} -> {drawing.Boxes[edge.To].State.Name}";
            parts._boxes.Add((name, route.Label));
            parts._lines.AddRange(route.Parts.SelectMany(part => part).Select(curve => (name, curve)));
        }

        return [.. parts.BoxesThatOverlap().Concat(parts.LinesInBoxes()).Concat(parts.Outside(drawing.Layout))];
    }

    private IEnumerable<string> BoxesThatOverlap() =>
        from first in Enumerable.Range(0, _boxes.Count)
        from second in Enumerable.Range(first + 1, _boxes.Count - first - 1)
        where Overlap(_boxes[first].Box, _boxes[second].Box)
        select $"{_boxes[first].Name} overlaps {_boxes[second].Name}";

    private IEnumerable<string> LinesInBoxes() => (
        from line in _lines
        from box in _boxes
        where MayMeet(line.Curve, box.Box)
        from step in Enumerable.Range(0, Samples + 1)
        let point = line.Curve.At(step / (double)Samples)
        where point.X > box.Box.X + Touch && point.X < box.Box.Right - Touch && point.Y > box.Box.Y + Touch && point.Y < box.Box.Bottom - Touch
        select $"{line.Name} runs through {box.Name}").Distinct();

    // A curve lies between its points.
    private static bool MayMeet(Curve curve, Box box)
    {
        Point[] points = [curve.Start, curve.First, curve.Second, curve.End];
        return points.Min(point => point.X) < box.Right && points.Max(point => point.X) > box.X && points.Min(point => point.Y) < box.Bottom && points.Max(point => point.Y) > box.Y;
    }

    private IEnumerable<string> Outside(LayoutResult layout) => _boxes
        .Where(box => box.Box.X < -Touch || box.Box.Y < -Touch || box.Box.Right > layout.Width + Touch || box.Box.Bottom > layout.Height + Touch)
        .Select(box => $"{box.Name} is outside");

    private static bool Overlap(Box first, Box second) =>
        first.X < second.Right - Touch && second.X < first.Right - Touch && first.Y < second.Bottom - Touch && second.Y < first.Bottom - Touch;
}
