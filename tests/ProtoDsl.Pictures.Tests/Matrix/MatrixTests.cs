using ProtoDsl.Language.Model;
using ProtoDsl.Pictures.Matrix;
using ProtoDsl.Pictures.Tests.Drawn;
using ProtoDsl.Testing;

namespace ProtoDsl.Pictures.Tests.Matrix;

public sealed class MatrixTests
{
    private const string Odd = """
        message __init__, Ack(Data|End of)
        call Go
        machine Odd
        initial state A
            ?Ack(End) [ok] / !__init__, note -> B
            ?Ack           / note
            forbid Go "not yet, \"friend\" | foe"
        state B
            Go                               -> same
            ignore ?__init__
        """;

    [Fact]
    public void As_text()
    {
        Assert.Equal("""
            Odd  Go       ?__init__  ?Ack
            A    forbid   ·          (End) [ok] -> B; stay
            B    -> same  ignore     ·

            """.Replace("\r\n", "\n", StringComparison.Ordinal), MatrixWriter.Text(Of(Odd)));
    }

    [Fact]
    public void As_narrow_text_every_event_is_there_once()
    {
        var matrix = Of(SampleTables.Text("Tcp"));
        var lines = MatrixWriter.Text(matrix, width: 60).Split('\n');
        var headers = lines.Where(line => line.StartsWith(matrix.Machine, StringComparison.Ordinal)).ToArray();

        Assert.True(headers.Length > 1);
        Assert.Equal(matrix.Events, headers.SelectMany(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)));
        Assert.Equal(headers.Length, lines.Count(line => line.StartsWith("TIME_WAIT ", StringComparison.Ordinal)));
    }

    [Fact]
    public void As_Markdown_nothing_means_more_than_itself()
    {
        Assert.Equal("""
            | Odd | Go | ?\_\_init\_\_ | ?Ack |
            | --- | --- | --- | --- |
            | initial A | forbid "not yet, \\"friend\\" \| foe" | · | (End) \[ok\] / !\_\_init\_\_, note -\> B; / note |
            | B | -\> same | ignore | · |

            """.Replace("\r\n", "\n", StringComparison.Ordinal), MatrixWriter.Markdown(Of(Odd), withEffects: true));
    }

    [Fact]
    public void As_CSV_with_quotes_where_they_must_be()
    {
        string[] lines =
        [
            "Odd,Go,?__init__,?Ack",
            "initial A,\"forbid \"\"not yet, \\\"\"friend\\\"\" | foe\"\"\",,\"(End) [ok] / !__init__, note -> B; / note\"",
            "B,-> same,ignore,",
        ];
        Assert.Equal(string.Join("\n", lines) + "\n", MatrixWriter.Csv(Of(Odd)));
    }

    [Fact]
    public void Cells_are_those_of_the_machine()
    {
        foreach (var (protocol, machine) in Machines.Shipped.Concat(Machines.Small(100)))
        {
            var matrix = StateEventMatrix.Of(protocol, machine);
            for (var state = 0; state < machine.States.Count; state++)
            {
                for (var @event = 0; @event < machine.Events.Count; @event++)
                {
                    var rows = machine.CellOf(state, @event)?.Candidates.Select(candidate => candidate.Row) ?? [];
                    Assert.Equal(rows, matrix.Rows[state][@event].Entries.Select(entry => entry.Row));
                }
            }
        }
    }

    private static StateEventMatrix Of(string text)
    {
        var protocol = Machines.Read(text);
        return StateEventMatrix.Of(protocol, protocol.Machines.Single());
    }
}
