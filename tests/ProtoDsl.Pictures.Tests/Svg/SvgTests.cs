using System.Xml.Linq;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Svg;
using ProtoDsl.Pictures.Tests.Drawn;
using ProtoDsl.Testing;

namespace ProtoDsl.Pictures.Tests.Svg;

public sealed class SvgTests
{
    private static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    [Fact]
    public void Every_row_that_is_drawn_can_be_read_in_it()
    {
        foreach (var (protocol, machine) in Machines.Shipped.Concat(Machines.Small(60)))
        {
            var graph = Machines.Graph(protocol, machine);
            var svg = XDocument.Parse(SvgPicture.Of(graph));

            var shown = svg.Descendants(Space + "text").Attributes("data-row").Select(row => (int)row).Distinct().Order();
            var meant = graph.Edges.SelectMany(edge => edge.Labels).Concat(graph.States.SelectMany(state => state.Inner)).Concat(graph.Legend.SelectMany(entry => entry.Labels));
            Assert.Equal(meant.Select(label => label.Row).Where(row => row >= 0).Distinct().Order(), shown);
            Assert.Equal(graph.States.Select(state => state.Title), svg.Descendants(Space + "text").Where(text => (string?)text.Attribute("class") == "title").Select(text => text.Value));
        }
    }

    [Fact]
    public void Whatever_a_label_holds_is_text()
    {
        var graph = Machines.Graph("machine M\ncall A\ninitial state S \"</text><script>alert('1 & 2')</script>\\\" \\\\ 日本\"\n    A -> S");

        var svg = XDocument.Parse(SvgPicture.Of(graph));

        Assert.Empty(svg.Descendants(Space + "script"));
        Assert.Contains("</text><script>alert('1 & 2')</script>\" \\ 日本", svg.Descendants(Space + "text").Select(text => text.Value));
    }

    /// <summary>So that a checked-in picture changes only when its table does, in every culture.</summary>
    [Fact]
    public void A_table_has_one_picture()
    {
        var culture = Thread.CurrentThread.CurrentCulture;
        var protocol = Machines.Read(SampleTables.Text("Ppp"));
        var first = SvgPicture.Of(Machines.Graph(protocol, protocol.Machines[0]));
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            Assert.Equal(first, SvgPicture.Of(Machines.Graph(protocol, protocol.Machines[0])));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_machine_without_rows_is_a_picture() =>
        Assert.Contains("Alone", XDocument.Parse(SvgPicture.Of(Machines.Graph("machine M\ninitial state Alone"))).Descendants(Space + "text").Select(text => text.Value));
}
