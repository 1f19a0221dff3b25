using ProtoDsl.Analyzers.Generation.Emission;
using ProtoDsl.Language;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Generation;

/// <summary>The text of what is generated.</summary>
public sealed class SourceTests
{
    [Fact]
    public Task The_smallest_machine_reads_well() => Verifier.Verify(Emitted.Source(SampleTables.Text("Door"), "Door"));

    /// <summary>The handler of the event that does most in the largest sample.</summary>
    [Fact]
    public Task Rows_with_effects_timers_and_tags_read_well()
    {
        var source = Emitted.Source(SampleTables.Text("Tcp"), "Tcp");
        var start = source.IndexOf("        private string? HandleFin(", StringComparison.Ordinal);
        var end = source.IndexOf("\n        }\n", start, StringComparison.Ordinal);
        return Verifier.Verify(source[start..end] + "\n        }");
    }

    [Fact]
    public void The_same_table_gives_the_same_bytes() =>
        Assert.All(SampleTables.Names, name => Assert.Equal(Emitted.Source(SampleTables.Text(name), name), Emitted.Source(SampleTables.Text(name), name)));

    [Fact]
    public void A_comment_and_another_line_break_change_nothing()
    {
        var table = SampleTables.Text("Tcp");
        var lines = table.Split('\n').Select(line => line.Contains("//", StringComparison.Ordinal) ? line : line + "   // remark");

        Assert.Equal(Emitted.Source(table, "Tcp"), Emitted.Source("// one more\r\n\r\n" + string.Join("\r\n", lines), "Tcp"));
    }

    [Fact]
    public void Lines_end_with_line_feeds_and_bear_no_trailing_blanks() =>
        Assert.All(
            SampleTables.Names.SelectMany(name => Emitted.Source(SampleTables.Text(name), name).Split('\n')),
            line => Assert.Equal(line.TrimEnd(), line));

    [Fact]
    public void Culture_changes_nothing()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = (System.Globalization.CultureInfo)before.Clone();
            Thread.CurrentThread.CurrentCulture.NumberFormat.NegativeSign = "~";
            var file = TransitionFile.Read("message A(int n)\ntag T = 1 | 2 = int\ncall Go\nmachine M\ninitial state S = 1\n    Go -> S\n", "Sample");
            var cultured = ProtocolEmitter.Emit(file.Protocol, CancellationToken.None);
            Thread.CurrentThread.CurrentCulture = before;

            Assert.Equal(ProtocolEmitter.Emit(file.Protocol, CancellationToken.None), cultured);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
