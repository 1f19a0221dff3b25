using ProtoDsl.Language.Model;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Tests.Drawn;

namespace ProtoDsl.Pictures.Tests.Graphs;

public sealed class GraphBuilderTests
{
    private const string Line = """
        message Ring, Data(int size), Ack(Data|End of)
        call Dial, Hang, Send(int size)
        timer Idle = 90s
        timer Retry = 250ms
        machine Line
        group Busy = Calling, Talking
        initial final state Free
            Dial                 / !Ring         -> Calling
            ?Ring [quiet]                        -> Free
            ?Ring [else]                         -> Talking
            forbid Hang "nobody is there"
        state Calling "on its way"
            entry start Retry
            ?Ack(Data) | ?Ack(End) / note        -> Talking
            ?Ring [quiet && !(late || far)]      -> Talking
            timeout Retry        / !Ring, start Retry
            defer ?Data
        state Talking
            ?Data                / !Ack(Data), deliver(size)
            Send                 / !Data(size)
            after Idle                           -> same
        in Busy
            Hang                                 -> Free
            ignore Dial
        """;

    [Fact]
    public void Parallel_rows_share_an_edge_and_what_stays_stands_in_its_state()
    {
        var graph = Machines.Graph(Line);

        Assert.Equal(
            ["0>0: ?Ring [quiet] ", "0>1: Dial  / !Ring", "0>2: ?Ring [else] ", "1>2: ?Ack(Data) | ?Ack(End)  / note; ?Ring [quiet && !(late || far)] ", "2>2: after Idle  "],
            graph.Edges.Select(edge => $"{edge.From}>{edge.To}: {string.Join("; ", edge.Labels.Select(Text))}"));
        Assert.Equal(["entry  / start Retry", "timeout Retry  / !Ring, start Retry", "defer ?Data  "], graph.States[1].Inner.Select(Text));
        Assert.Equal(["?Data  / !Ack(Data), deliver(size)", "Send  / !Data(size)"], graph.States[2].Inner.Select(Text));
        Assert.Equal(["Idle 90s"], graph.States[2].Timers);
        Assert.Equal("on its way", graph.States[1].Title);
    }

    [Fact]
    public void Shared_rows_are_a_legend_or_edges()
    {
        var legend = Assert.Single(Machines.Graph(Line).Legend);
        Assert.Equal(("in Busy", "Hang  ", "Free"), (legend.Title, Text(Assert.Single(legend.Labels)), legend.Labels[0].Target));

        var drawn = Machines.Graph(Line, new GraphOptions { SharedRowsAsEdges = true });
        Assert.Empty(drawn.Legend);
        Assert.Equal([(1, 0), (2, 0)], drawn.Edges.Where(edge => edge.Labels.Any(label => label.Events[0] == "Hang")).Select(edge => (edge.From, edge.To)));
    }

    [Fact]
    public void What_is_ignored_or_forbidden_is_drawn_where_it_is_asked_for()
    {
        var drawn = Machines.Graph(Line, new GraphOptions { ShowForbidden = true, ShowIgnored = true });

        Assert.Equal(["forbid Hang  "], drawn.States[0].Inner.Select(Text));
        Assert.Contains("ignore Dial  ", drawn.Legend[0].Labels.Select(Text));
    }

    [Fact]
    public void Actions_of_the_user_can_be_left_out()
    {
        var drawn = Machines.Graph(Line, new GraphOptions { HideActions = true });

        Assert.Equal(["?Data  / !Ack(Data)", "Send  / !Data(size)"], drawn.States[2].Inner.Select(Text));
    }

    [Theory]
    [InlineData("A, B, C, D, E", "any")]
    [InlineData("A, B", "First")]
    [InlineData("A, C, D, E", "any except B")]
    [InlineData("B, D", "B, D")]
    public void A_section_is_called_as_briefly_as_the_table_can(string states, string title)
    {
        var graph = Machines.Graph($"machine M\ncall Go\ngroup First = A, B\ninitial state A\nstate B\nstate C\nstate D\nstate E\nin {states}\n    Go -> A");

        Assert.Equal("in " + title, Assert.Single(graph.Legend).Title);
    }

    /// <summary>The picture shows the rows that cells hold, from where they are taken to where they lead, and no others.</summary>
    [Fact]
    public void Nothing_is_lost_and_nothing_is_invented()
    {
        foreach (var (protocol, machine) in Machines.Shipped.Concat(Machines.Small(150)))
        {
            var graph = Machines.Graph(protocol, machine, new GraphOptions { SharedRowsAsEdges = true, ShowIgnored = true, ShowForbidden = true });
            var drawn = graph.Edges.SelectMany(edge => edge.Labels.Select(label => (edge.From, label.Row, edge.To)))
                .Concat(graph.States.SelectMany((state, index) => state.Inner.Where(label => label.Row >= 0).Select(label => (index, label.Row, index))));
            var taken = machine.Cells.SelectMany(cell => cell.Candidates.Select(candidate => (cell.State, candidate.Row, Target(machine.Rows[candidate.Row], cell.State))));

            Assert.Equal(taken.Distinct().Order(), drawn.Order());
        }
    }

    private static int Target(Row row, int state) => row.TargetKind == TargetKind.State && row.Target >= 0 ? row.Target : state;

    private static string Text(RowLabel label) =>
        $"{string.Join(" | ", label.Events)} {(label.Guard is null ? "" : $"[{label.Guard}]")} {(label.Effects.Count == 0 ? "" : "/ " + string.Join(", ", label.Effects))}";
}
