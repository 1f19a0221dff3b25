using ProtoDsl.Language.Model;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Layout;
using ProtoDsl.Pictures.Svg;
using ProtoDsl.Pictures.Tests.Drawn;

namespace ProtoDsl.Pictures.Tests.Layout;

/// <summary>No label, no state and no line lies on another label or state.</summary>
public sealed class OverlapTests
{
    private static readonly GraphOptions Everything = new() { SharedRowsAsEdges = true, ShowForbidden = true, ShowIgnored = true };

    [Fact]
    public void Shipped_tables() => All(Machines.Shipped);

    [Fact]
    public void Small_machines_of_every_kind() => All(Machines.Small(100));

    [Fact]
    public void Machines_of_forty_states() => All(Machines.Large(4));

    /// <summary>So that the tests above can fail.</summary>
    [Fact]
    public void What_overlaps_is_found()
    {
        var drawing = MachineDrawing.Of(Machines.Graph("machine M\ncall A\ninitial state S\n    A -> T\nstate T\n    A -> U\nstate U"));
        var (first, last) = (drawing.Layout.Nodes[0], drawing.Layout.Nodes[2]);
        var moved = drawing.Layout with { Nodes = [first, first with { X = first.X + 10 }, last with { Y = drawing.Layout.Routes[1].Label.Y }] };

        var overlaps = DrawnParts.Overlaps(drawing.With(moved));

        Assert.Contains("S overlaps T", overlaps);
        Assert.Contains("U overlaps T -> U", overlaps);
        Assert.Contains("T -> U runs through U", overlaps);
    }

    private static void All(IEnumerable<(Protocol Protocol, Machine Machine)> machines)
    {
        foreach (var (protocol, machine) in machines)
        {
            foreach (var options in new[] { GraphOptions.Default, Everything })
            {
                var overlaps = DrawnParts.Overlaps(MachineDrawing.Of(Machines.Graph(protocol, machine, options)));
                Assert.True(overlaps.Count == 0, $"{machine.Name} of {protocol.Name}\n{string.Join('\n', overlaps)}");
            }
        }
    }
}
