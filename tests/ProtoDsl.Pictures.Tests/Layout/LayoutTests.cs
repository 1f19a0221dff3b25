using System.Diagnostics;
using ProtoDsl.Pictures.Layout;
using ProtoDsl.Pictures.Svg;
using ProtoDsl.Pictures.Tests.Drawn;

namespace ProtoDsl.Pictures.Tests.Layout;

public sealed class LayoutTests
{
    [Fact]
    public void Reading_begins_at_the_top_and_goes_down_in_the_order_of_the_file()
    {
        var nodes = MachineDrawing.Of(Machines.Graph("""
            machine M
            call Next, Back
            state Before
                Next -> First
            initial state First
                Next -> Second
            state Second
                Next -> Third
                Back -> First
            state Third
                Back -> First
            """)).Layout.Nodes;

        Assert.True(nodes[1].Y < nodes[0].Y && nodes[1].Y < nodes[2].Y && nodes[2].Y < nodes[3].Y);
    }

    [Fact]
    public void The_lines_of_a_tree_do_not_cross()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var nodes = Enumerable.Range(0, 12).Select(_ => new LayoutNode(40 + random.Next(200), 30, 0, 0)).ToArray();
            var edges = Enumerable.Range(1, 11).Select(node => new LayoutEdge(random.Next(node), node, 60, 14)).ToArray();
            var layout = LayeredLayout.Of(nodes, 0, edges);

            var lines = layout.Routes.Select(route => route.Parts.SelectMany(part => part).SelectMany(curve => Enumerable.Range(0, 9).Select(step => curve.At(step / 8.0))).ToArray()).ToArray();
            for (var first = 0; first < lines.Length; first++)
            {
                for (var second = 0; second < first; second++)
                {
                    Assert.False(Cross(lines[first], lines[second]), $"seed {seed}: edges {first} and {second}");
                }
            }
        }
    }

    [Fact]
    public void A_line_ends_at_its_boxes()
    {
        var drawing = MachineDrawing.Of(Machines.Graph("machine M\ncall A\ninitial state S\n    A -> T\nstate T\n    A -> S"));
        var (upper, lower) = (drawing.Layout.Nodes[0], drawing.Layout.Nodes[1]);

        foreach (var (edge, route) in drawing.Edges.Zip(drawing.Layout.Routes))
        {
            var (start, end) = (route.Parts[0][0].Start, route.Parts[^1][^1].End);
            Assert.Equal(edge.From == 0 ? upper.Bottom : lower.Y, start.Y, 3);
            Assert.Equal(edge.From == 0 ? lower.Y : upper.Bottom, end.Y, 3);
            Assert.InRange(start.X, drawing.Layout.Nodes[edge.From].X, drawing.Layout.Nodes[edge.From].Right);
        }
    }

    [Fact]
    public void What_nobody_could_read_is_refused_at_once_with_what_to_do_instead()
    {
        var clock = Stopwatch.StartNew();
        var nodes = Enumerable.Repeat(new LayoutNode(40, 30, 0, 0), 400).ToArray();
        var edges = Enumerable.Range(0, 400).SelectMany(from => Enumerable.Range(1, 30).Select(step => new LayoutEdge(from, (from + (step * 13)) % 400, 60, 14))).ToArray();

        var told = Assert.Throws<PictureTooLargeException>(() => LayeredLayout.Of(nodes, 0, edges));

        Assert.Contains("400 states and 12000 edges", told.Message, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < ProtoDsl.Testing.HangGuard.Limit);
    }

    [Fact]
    public void Nothing_is_a_picture_too() => Assert.Empty(LayeredLayout.Of([], 0, []).Nodes);

    private static bool Cross(Point[] first, Point[] second)
    {
        for (var i = 1; i < first.Length; i++)
        {
            for (var j = 1; j < second.Length; j++)
            {
                if (Side(first[i - 1], first[i], second[j - 1]) * Side(first[i - 1], first[i], second[j]) < 0
                    && Side(second[j - 1], second[j], first[i - 1]) * Side(second[j - 1], second[j], first[i]) < 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static double Side(Point from, Point to, Point point) => ((to.X - from.X) * (point.Y - from.Y)) - ((to.Y - from.Y) * (point.X - from.X));
}
