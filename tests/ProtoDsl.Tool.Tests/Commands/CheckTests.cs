using System.Text.Json;
using ProtoDsl.Testing;
using ProtoDsl.Tool.Tests.Running;

namespace ProtoDsl.Tool.Tests.Commands;

/// <summary><c>protodsl check</c>.</summary>
public sealed class CheckTests : IDisposable
{
    /// <summary>One misspelt state, with its repair.</summary>
    private const string Misspelt = "machine Door\ncall Open, Close\ninitial state Closed\n    Open -> Opend\nstate Opened\n    Close -> Closed\n";

    /// <summary>The second A is not listed in R1; a row that the first always hides is a warning too.</summary>
    private const string Near = """
        protocol Near
        import Far
        message A, B
        call Go
        machine Left
        initial state L0
            Go / !A  -> L1
        state L1
            ?B / !A  -> L2
        final state L2
            ignore Go
        session Pair
            left : Left
            right : Right
            over fifo(2)

        """;

    private const string Far = """
        protocol Far
        message A, B
        machine Right
        initial state R0
            ?A / !B  -> R1
        state R1
            ?B       -> R2
        final state R2
            ignore ?A

        """;

    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Every_shipped_table_is_clean()
    {
        foreach (var name in SampleTables.Names)
        {
            _tool.WithSample(name);
        }

        var result = await _tool.Run("check");

        Assert.Equal(new ToolResult(0, "", $"{SampleTables.Paths.Count} tables: nothing to report\n"), result);
    }

    [Fact]
    public async Task A_finding_is_the_line_that_a_build_writes()
    {
        _tool.With("tables/Door.transitions", Misspelt);

        Assert.Equal(
            new ToolResult(1, "tables/Door.transitions(4,13): error PDSL1020: 'Opend' is no state of 'Door'; did you mean 'Opened'?\n", "1 table: 1 error\n"),
            await _tool.Run("check"));
    }

    [Fact]
    public async Task Standard_input_is_checked_under_the_name_it_is_given()
    {
        _tool.Input = Misspelt;

        Assert.StartsWith("src/Door.transitions(4,13): error PDSL1020", (await _tool.Run("check", "-", "--stdin-path", "src/Door.transitions")).Out, StringComparison.Ordinal);
        Assert.StartsWith("stdin.transitions(4,13): error PDSL1020", (await _tool.Run("check", "-")).Out, StringComparison.Ordinal);
    }

    /// <summary>The imported table is checked with the other one, wherever it is; what is wrong in it is told where something was asked about.</summary>
    [Theory]
    [InlineData("Near.transitions Far.transitions", "Far.transitions(6,7): warning PDSL2101: left Go !A")]
    [InlineData("Near.transitions", "Near.transitions(12,9): warning PDSL2101: Far.transitions(6): left Go !A")]
    [InlineData("Far.transitions", null)]
    public async Task A_session_across_files_is_checked(string arguments, string? expected)
    {
        _tool.With("Near.transitions", Near).With("Far.transitions", Far);

        var result = await _tool.Run(["check", .. arguments.Split(' ')]);

        Assert.StartsWith(expected ?? "", result.Out, StringComparison.Ordinal);
        Assert.Equal(expected is null ? "" : result.Out, result.Out);
    }

    [Fact]
    public async Task An_import_is_looked_for_below_the_current_folder_and_told_where_there_is_none()
    {
        _tool.With("one/Near.transitions", Near).With("other/deep/Far.transitions", Far);

        Assert.Contains("one/Near.transitions(12,9): warning PDSL2101: other/deep/Far.transitions(6): left Go", (await _tool.Run("check", "one")).Out, StringComparison.Ordinal);
        File.Delete(_tool.PathOf("other/deep/Far.transitions"));
        Assert.Contains("warning PDSL2109: No table of this build or of a referenced project is the protocol 'Far'", (await _tool.Run("check", "one")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_and_settings_above_the_table_count()
    {
        const string unused = "message USED, UNUSED // protodsl: disable PDSL1090 next version\ncall Knock\nmachine Door\ninitial state Closed\n    ?USED / ring\n";
        _tool.With("a/b/Door.transitions", unused)
            .With(".editorconfig", "root = true\n[*.transitions]\nprotodsl_diagnostic.PDSL1090.severity = error\n")
            .With("a/.editorconfig", "[{Door,Gate}.transitions]\nprotodsl_diagnostic.PDSL1090.severity = none\n");

        Assert.Equal("", (await _tool.Run("check", "a")).Out);
        _tool.With("a/.editorconfig", "[Gate.transitions]\nprotodsl_diagnostic.PDSL1090.severity = none\n");
        Assert.StartsWith("a/b/Door.transitions(2,6): error PDSL1090: No row names the call 'Knock'", (await _tool.Run("check", "a")).Out, StringComparison.Ordinal);
        _tool.With("a/b/.globalconfig", "is_global = true\ndotnet_diagnostic.PDSL1090.severity = suggestion\n");
        var lesser = await _tool.Run("check", "a");
        Assert.Equal(new ToolResult(0, "", "1 table: nothing to report; 1 lesser finding not told (--severity info)\n"), lesser);
        Assert.StartsWith("a/b/Door.transitions(2,6): info PDSL1090", (await _tool.Run("check", "a", "--severity", "info")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_budget_is_for_each_session()
    {
        _tool.WithSample("Tcp");

        Assert.Contains("info PDSL2111: 'Pair' is checked in part: 100 configurations", (await _tool.Run("check", "--budget", "100", "--severity", "info")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("PDSL2111", (await _tool.Run("check", "--budget", "0", "--severity", "info")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("github")]
    [InlineData("sarif")]
    public async Task A_format_has_places_steps_and_repairs(string format)
    {
        _tool.With("Door.transitions", Misspelt).With("Far.transitions", Far).With("Near.transitions", Near);

        var result = await _tool.Run("check", "--format", format);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", result.Error);
        await Verifier.Verify(WithoutPages(result.Out), format);
    }

    [Fact]
    public async Task A_clean_table_is_an_empty_document()
    {
        _tool.WithSample("Door");

        Assert.Equal("{\n  \"findings\": []\n}\n", (await _tool.Run("check", "--format", "json")).Out);
        Assert.Empty(JsonDocument.Parse((await _tool.Run("check", "--format", "sarif")).Out).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        Assert.Equal("", (await _tool.Run("check", "--format", "github")).Out);
    }

    /// <summary>The pages are documents of their own; that they are there is enough.</summary>
    private static string WithoutPages(string text) => string.Join('\n', text.Split('\n').Select(line =>
        line.TrimStart() is var key && (key.StartsWith("\"text\": \"# PDSL", StringComparison.Ordinal) || key.StartsWith("\"markdown\": \"# PDSL", StringComparison.Ordinal))
            ? line[..(line.IndexOf("# PDSL", StringComparison.Ordinal) + 10)] + "…"
            : line));
}
