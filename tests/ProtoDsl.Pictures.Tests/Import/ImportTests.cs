using ProtoDsl.Language;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Pictures.Import;
using ProtoDsl.Pictures.Matrix;
using ProtoDsl.Pictures.Tests.Drawn;

namespace ProtoDsl.Pictures.Tests.Import;

/// <summary>From a matrix to a table.</summary>
public sealed class ImportTests
{
    /// <summary>There and back through both formats: the same cells, but for what effects hand on, which no matrix declares; or a word about the cell.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_matrix_that_was_written_is_read_again(bool isMarkdown)
    {
        var (same, told) = (0, 0);
        foreach (var (protocol, machine) in Machines.Shipped.Concat(Machines.Small(40)).Where(each => each.Machine.Events.Count > 0))
        {
            var matrix = StateEventMatrix.Of(protocol, machine);
            var written = isMarkdown ? MatrixWriter.Markdown(matrix, withEffects: true) : MatrixWriter.Csv(matrix);

            var made = MatrixImport.Of(MatrixGrid.Read(written), "Other");

            var read = TransitionFile.Read(made.Text, "Other");
            Assert.DoesNotContain(read.Diagnostics, diagnostic => diagnostic.Rule.DefaultSeverity == TableSeverity.Error);
            Assert.Equal(made.Text, TransitionFile.Format(made.Text));
            if (made.Losses.Count > 0)
            {
                told++;
                continue;
            }

            same++;
            var again = StateEventMatrix.Of(read.Protocol, read.Protocol.Machines.Single());
            Assert.Equal(matrix.Machine, again.Machine);
            Assert.Equal(matrix.States, again.States);
            Assert.Equal(matrix.Marks, again.Marks);
            for (var state = 0; state < matrix.States.Count; state++)
            {
                for (var column = 0; column < matrix.Events.Count; column++)
                {
                    var other = again.Events.ToList().IndexOf(matrix.Events[column]);
                    Assert.True(other >= 0 || matrix.Rows.All(row => row[column].IsHole), matrix.Events[column]);
                    Assert.Equal(other < 0 ? "" : Cell(again, state, other), Cell(matrix, state, column));
                }
            }
        }

        Assert.True(same > 4 * told, $"{same} the same, {told} told");
    }

    [Fact]
    public void What_people_write_is_read()
    {
        const string sheet = """
            State;coin;push door;?ALARM(LOUD);after Idle
            locked;un locked / thank;-;on fire;
            un locked;/ giveBack;locked;on fire;locked
            final on fire;ignore;forbid "burning";;

            """;

        var made = MatrixImport.Of(MatrixGrid.Read(sheet), "turn-stile");

        Assert.Empty(made.Losses);
        Assert.Equal("""
            message ALARM(LOUD|Other value1)
            call coin, push_door
            timer Idle = 1s

            machine turn_stile

            initial state locked
                coin / thank -> un_locked
                ?ALARM(LOUD) -> on_fire

            state un_locked
                coin / giveBack
                push_door    -> locked
                ?ALARM(LOUD) -> on_fire
                after Idle   -> locked

            final state on_fire
                ignore coin
                forbid push_door "burning"

            """.Replace("\r\n", "\n", StringComparison.Ordinal), made.Text);
        Assert.Contains("'push door' is called 'push_door'", made.Assumptions);
        Assert.Contains("no state says 'initial': the machine begins in the first, 'locked'", made.Assumptions);
        Assert.Contains("how long 'Idle' takes is not in a matrix: written as 1s", made.Assumptions);
    }

    [Theory]
    [InlineData("opned", "(A, Go): 'opned': 'opned' is no state (did you mean 'opened'?), and no 'ignore', 'defer' or 'forbid'; write '-> STATE', or '/ effect'")]
    [InlineData("-> nowhere", "(A, Go): '-> nowhere': 'nowhere' is no state of this matrix; each state has a line of its own")]
    [InlineData("stay", "(A, Go): 'stay': 'stay' says that something is done, and not what; write '/ effect', or 'ignore'")]
    [InlineData("[g", "(A, Go): '[g': the '[' is not closed")]
    [InlineData("[g] -> A; [g] -> opened", "(A, Go): 'Go' with this guard already has a row in line 7, so that this one is never taken; remove one, or tell them apart by a guard")]
    [InlineData("defer", "(A, Go): ")]
    [InlineData("-> A; (X) -> opened", "(A, Go): '-> A; (X) -> opened' becomes '(X) -> opened; -> A': a table tries rows in an order of its own")]
    public void What_cannot_be_taken_over_is_a_comment_and_told(string cell, string loss)
    {
        var made = MatrixImport.Of([["M", "Go", "?B"], ["A", cell, "opened"], ["opened", "", ""]], "M");

        Assert.StartsWith(loss, Assert.Single(made.Losses), StringComparison.Ordinal);
        Assert.Contains("?B", made.Text, StringComparison.Ordinal);
        Assert.True(TransitionFile.Read(made.Text, "M").IsSound, made.Text);
    }

    [Fact]
    public void Cells_may_have_separators_quotes_and_marks_in_them()
    {
        string[] cells = ["M", "?A, \"x\"", "| \\"];

        Assert.Equal(cells, Assert.Single(MatrixGrid.Csv("M,\"?A, \"\"x\"\"\",| \\\r\n")));
        Assert.Equal(cells, Assert.Single(MatrixGrid.Markdown("Words before.\n\n| M | ?A, \"x\" | \\| \\\\ |\r\n| --- | :-: | - |\n\nWords after.\n\n| not | this |")));
        Assert.Equal(["a", "b,c", "d"], MatrixGrid.Csv("a\tb,c\td").Single());
    }

    [Theory]
    [InlineData("")]
    [InlineData("only a head")]
    [InlineData("M,Go\nA,B\nA,A")]
    public void What_is_no_matrix_is_refused(string text) =>
        Assert.Throws<FormatException>(() => MatrixImport.Of(MatrixGrid.Read(text), "M"));

    // Without what is handed on.
    private static string Cell(StateEventMatrix matrix, int state, int column) => string.Join("; ", matrix.Rows[state][column].Entries.Select(entry =>
        $"{entry.Kind} {entry.Case} [{(entry.Guard == "else" ? null : entry.Guard)}] {string.Join(", ", entry.Effects.Select(effect => effect.Split('(')[0]))} {entry.Target} {entry.Reason}"));
}
