using System.Diagnostics;
using System.Text;
using ProtoDsl.Testing;
using Xunit.Abstractions;

namespace ProtoDsl.Language.Tests.Syntax;

/// <summary>Tables come from untrusted hands too: no text may crash, hang or exhaust.</summary>
public sealed class RobustnessTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("!")]
    [InlineData("[(")]
    [InlineData("<")]
    [InlineData("X<")]
    [InlineData("(int,")]
    [InlineData("?A [")]
    [InlineData("|")]
    [InlineData("\"\\")]
    [InlineData("(\n")]
    [InlineData("[\n")]
    [InlineData("a(\n)")]
    [InlineData("a -> ")]
    [InlineData("/")]
    [InlineData("a,\n,")]
    public void Repetition_is_read_in_no_time(string piece)
    {
        foreach (var before in new[] { "", "?A [", "message M(", "?A / f(", "in " })
        {
            var text = before + string.Concat(Enumerable.Repeat(piece, 100_000));
            var watch = Stopwatch.StartNew();
            TransitionFile.Parse(text);
            TransitionFile.Format(text);
            Assert.True(watch.Elapsed < HangGuard.Limit, $"'{before}{piece}…' took {watch.Elapsed}");
        }
    }

    [Fact]
    public void Balanced_depth_is_bounded_and_said()
    {
        const int depth = 100_000;
        Assert.Equal("PDSL0026", Parsing.Finding("?A [" + new string('(', depth) + "a" + new string(')', depth) + "] -> B").Rule.Id);
        Assert.Equal("PDSL0026", Parsing.Finding("message M(" + Nest("(int, ", ")", depth) + " x)").Rule.Id);
        Assert.Empty(TransitionFile.Parse("?A [" + new string('(', 60) + "a" + new string(')', 60) + "] -> B").Diagnostics);

        static string Nest(string open, string close, int depth) =>
            string.Concat(Enumerable.Repeat(open, depth)) + "int" + string.Concat(Enumerable.Repeat(close, depth));
    }

    [Fact]
    public void A_million_random_bytes_take_less_than_two_seconds()
    {
        var bytes = new byte[1_000_000];
        new Random(9293).NextBytes(bytes);
        var printable = bytes.Select(b => (byte)(b % 95 + 32)).ToArray();
        var lines = bytes.Select((b, i) => i % 40 == 0 ? (byte)'\n' : (byte)(b % 95 + 32)).ToArray();
        foreach (var text in new[] { Encoding.UTF8.GetString(bytes), Encoding.Latin1.GetString(bytes), Encoding.UTF8.GetString(printable), Encoding.UTF8.GetString(lines) })
        {
            var watch = Stopwatch.StartNew();
            var file = TransitionFile.Parse(text);
            output.WriteLine($"{file.Diagnostics.Count} findings in {watch.ElapsedMilliseconds} ms");
            Assert.InRange(file.Diagnostics.Count, 1, 101);
            Assert.True(watch.Elapsed < HangGuard.Limit);
        }
    }

    [Fact]
    public void Random_tokens_never_throw_and_never_give_two_findings_a_line()
    {
        string[] pieces =
        [
            "?", "!", "*", "(", ")", "[", "]", ",", "|", "||", "&&", "->", "/", "=", ":", ".", "::", "<", ">", "\"x\"", "\"", "12", "3s", "_", "@", "é",
            "A", "state", "in", "machine", "public", "message", "call", "tag", "timer", "group", "session", "scenario", "keep", "until", "after", "timeout",
            "ignore", "forbid", "entry", "over", "fifo", "never", "from", "expect", "drop", "else", "any", "except", "start", "//", "///", "\n", "\n    ", "\n",
        ];
        var random = new Random(1661);
        for (var run = 0; run < 3000; run++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 120)).Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(3) == 0 ? "" : " ")));
            var file = TransitionFile.Parse(text);
            Assert.True(file.Diagnostics.Count <= file.Lines.Count, text);
            TransitionFile.Format(text);
        }
    }

    [Fact]
    public void Reading_time_grows_with_the_text_and_not_faster()
    {
        var table = new StringBuilder("machine M\n");
        while (table.Length < (1 << 20) - 3000)
        {
            table.Append("state S").Append(table.Length).Append('\n');
            for (var row = 0; row < 20; row++)
            {
                table.Append("    ?ACK(FIN) | ?SYN [a && !(b || c)] / !ACK(FIN, _), restart T, deliver -> S").Append(row).Append(" // why\n");
            }
        }

        var text = table.ToString();
        TransitionFile.Parse(text);
        var watch = Stopwatch.StartNew();
        Assert.Empty(TransitionFile.Parse(text).Diagnostics);
        output.WriteLine($"{text.Length} characters parsed in {watch.ElapsedMilliseconds} ms");
        Assert.True(watch.Elapsed < HangGuard.Limit);
        watch.Restart();
        TransitionFile.Format(text);
        output.WriteLine($"formatted in {watch.ElapsedMilliseconds} ms");
        Assert.True(watch.Elapsed < HangGuard.Limit);
    }

    [Fact]
    public void Cancellation_is_honoured()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => TransitionFile.Parse(SampleTables.Text("Tcp"), source.Token));
        Assert.Throws<OperationCanceledException>(() => TransitionFile.Format(SampleTables.Text("Tcp"), source.Token));
    }
}
