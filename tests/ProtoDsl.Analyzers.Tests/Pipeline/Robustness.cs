using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.Analyzers.Generation;
using ProtoDsl.Analyzers.Generation.Emission;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Language;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Pipeline;

/// <summary>Texts, paths and defects that must not stop a build without a clear word.</summary>
public sealed class Robustness
{
    private static readonly string _door = SampleTables.Text("Door");

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("")]
    public void A_byte_order_mark_and_the_line_ends_of_Windows_change_nothing(string start)
    {
        var plain = GeneratorHarness.Run(new TestTable("Door.transitions", _door));
        var windows = GeneratorHarness.Run(new TestTable("Door.transitions", start + _door.Replace("\n", "\r\n")));

        Assert.Empty(windows.Messages);
        Assert.Equal(plain.Source("Door.g.cs"), windows.Source("Door.g.cs"));
    }

    [Theory]
    [InlineData("Räume & Türen/Tür an Tür.transitions")]
    [InlineData("a \"quoted\"\nname.transitions")]
    [InlineData("#line 1/*.transitions")]
    [InlineData("../shared/Door.TRANSITIONS")]
    [InlineData("/elsewhere/Door.transitions")]
    public void Any_path_serves(string path)
    {
        var project = GeneratorHarness.Run(new TestTable(path, "protocol Door\n" + _door.Replace("call Open", "call Knock(DateTime when), Open").Replace("    Unlock -> Closed", "    Unlock -> Closed\n    Knock -> Closed")));

        Assert.Empty(project.Messages);
        Assert.Equal(2, project.Result.GeneratedSources.Length);
    }

    [Fact]
    public async Task An_empty_file_gives_a_hint_and_no_source()
    {
        var project = GeneratorHarness.Run(new TestTable("Empty.transitions", ""));

        Assert.Empty(project.Messages);
        Assert.Empty(project.Result.GeneratedSources);
        Assert.Equal(["PDSL1003"], (await project.Analyze()).Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task A_file_that_the_compiler_cannot_read_is_left_to_the_compiler()
    {
        var project = GeneratorHarness.Run(new TestTable("Noise.transitions", null), new TestTable("Door.transitions", _door));

        Assert.Empty(project.Messages);
        Assert.Single(project.Result.GeneratedSources);
        Assert.Empty(await project.Analyze());
    }

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(30_000_000)]
    public void Noise_is_refused_at_once(int length)
    {
        var noise = new byte[length];
        new Random(1).NextBytes(noise);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var project = GeneratorHarness.Run(
            new TestTable("Noise.transitions", Encoding.Latin1.GetString(noise)), new TestTable("Door.transitions", _door));

        Assert.All(project.Messages, message => Assert.StartsWith("Noise.transitions(", message));
        Assert.InRange(project.Messages.Count, 1, 600);
        Assert.Contains("Door.g.cs", project.Result.GeneratedSources.Select(source => source.HintName));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, HangGuard.Limit);
    }

    [Fact]
    public void A_file_named_twice_counts_once()
    {
        var project = GeneratorHarness.Run(new TestTable("Door.transitions", _door), new TestTable("Door.transitions", _door));

        Assert.Empty(project.Messages);
        Assert.Single(project.Result.GeneratedSources);
    }

    [Fact]
    public void Other_additional_files_are_not_ours()
    {
        var project = GeneratorHarness.Run(new TestTable("stylecop.json", "{}"));

        Assert.Empty(project.Messages);
        Assert.Empty(project.Result.GeneratedSources);
    }

    [Theory]
    [InlineData("machine A\ninitial state S\n")]
    [InlineData("machine A\ninitial final state S\nstate T\n")]
    [InlineData("async machine A\ninitial state S\n")]
    [InlineData("synchronized machine A\ninitial state S\n")]
    [InlineData("machine A\nmessage M\ninitial state S = 1\n    entry note\n")]
    public void A_machine_to_which_nothing_happens_compiles_without_a_word(string text) =>
        Assert.Empty(GeneratorHarness.Run(new TestTable("A.transitions", text)).Messages);

    /// <summary>A mistake in a table is told in the table: what is generated of the rest gives no error of its own.</summary>
    [Theory]
    [InlineData("Door", 1)]
    [InlineData("Smtp", 1)]
    [InlineData("Tcp", 5)]
    public void A_table_that_lacks_a_line_still_generates_what_compiles(string name, int stride)
    {
        var lines = SampleTables.Text(name).Split('\n');
        var project = GeneratorHarness.Run(new TestTable(name + ".transitions", ""));

        for (var i = 0; i < lines.Length; i += stride)
        {
            if (lines[i].StartsWith("using ", StringComparison.Ordinal) || lines[i].StartsWith("tag ", StringComparison.Ordinal))
            {
                continue; // The name is then taken for a type of C#, and the C# compiler tells.
            }

            project.Edit(project.Tables[0], string.Join('\n', lines.Where((_, index) => index != i)));

            Assert.All(project.Messages, message => Assert.True(message.Contains("error PDSL", StringComparison.Ordinal), $"Without '{lines[i]}': {message}"));
        }
    }

    [Fact]
    public void A_defect_while_reading_is_told_and_stops_no_other_table()
    {
        var project = GeneratorHarness.Run(
            new TransitionGenerator(
                (text, name, cancellation) => name == "Bad" ? throw new InvalidOperationException("first\nsecond") : TransitionFile.Read(text, name, cancellation),
                ProtocolEmitter.Emit),
            [new TestTable("Bad.transitions", _door), new TestTable("Door.transitions", _door)]);

        Assert.Equal(
            ["Bad.transitions(1,1): error PDSL9003: ProtoDsl failed while reading 'Bad.transitions', which is a defect of ProtoDsl and not of the table (InvalidOperationException: first second): please report it together with the table; the project's other tables are not affected"],
            project.Messages);
        Assert.Single(project.Result.GeneratedSources);
    }

    [Fact]
    public void A_defect_while_generating_is_told_and_stops_no_other_table()
    {
        var project = GeneratorHarness.Run(
            new TransitionGenerator(
                TransitionFile.Read,
                (protocol, cancellation) => protocol.Name == "Bad" ? throw new InvalidOperationException(new string('x', 1000)) : ProtocolEmitter.Emit(protocol, cancellation)),
            [new TestTable("Bad.transitions", _door.Replace("machine Door", "machine Gate")), new TestTable("Door.transitions", _door)]);

        var message = Assert.Single(project.Messages);
        Assert.StartsWith("Bad.transitions(1,1): error PDSL9003: ProtoDsl failed while generating code from 'Bad.transitions', ", message);
        Assert.InRange(message.Length, 1, 600);
        Assert.Single(project.Result.GeneratedSources);
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var source = new CancellationTokenSource();
        var generator = new TransitionGenerator(
            (text, name, cancellation) =>
            {
                source.Cancel();
                return TransitionFile.Read(text, name, cancellation);
            },
            ProtocolEmitter.Emit);
        var driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], [new TestTable("Tcp.transitions", SampleTables.Text("Tcp"))]);

        Assert.ThrowsAny<OperationCanceledException>(() => driver.RunGenerators(TestCompilation.Create(), source.Token));
    }
}
