using System.Text.Json;
using System.Text.RegularExpressions;
using ProtoDsl.Testing;
using ProtoDsl.Tool.Tests.Running;
using ProtoDsl.Tool.Verifying;
using ProtoDsl.Verification.Exploration;

namespace ProtoDsl.Tool.Tests.Commands;

/// <summary><c>protodsl verify</c>.</summary>
public sealed partial class VerifyTests : IDisposable
{
    /// <summary>More configurations than anybody waits for.</summary>
    private const string Big = """
        message A, B
        call c, d
        machine P
        initial state S0
            c / !A -> S0
            d / !B -> S0
            ?A -> S0
            ?B -> S0
        session Big
            a : P
            b : P
            over fifo(20)

        """;

    private const string ThreeRoles = """
        message ASK, ANSWER
        call Go
        machine Asker
        initial state A0
            Go / !ASK to relay  -> A1
        state A1
            ?ANSWER             -> A2
        final state A2
            ignore Go
        machine Relay
        initial final state R0
            ?ASK / !ASK to teller
        machine Teller
        initial final state T0
            ?ASK / !ANSWER to relay
        session Three
            asker  : Asker
            relay  : Relay
            teller : Teller
            over lossy fifo(1)

        """;

    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Verdicts_of_the_shipped_tables()
    {
        foreach (var name in SampleTables.Names)
        {
            _tool.WithSample(name);
        }

        var result = await _tool.Run("verify");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        await Verifier.Verify(WithoutSeconds(result.Out));
    }

    [Theory]
    [InlineData("pair")]
    [InlineData("three")]
    public async Task A_finding_comes_with_its_message_sequence_and_a_scenario(string session)
    {
        _tool.With("Case.transitions", session == "three" ? ThreeRoles
            : string.Join('\n', SampleTables.Text("Tcp").Split('\n').Where(line => !line.Contains("// simultaneous close", StringComparison.Ordinal))));

        var result = await _tool.Run("verify", "Case.transitions");

        Assert.Equal(1, result.ExitCode);
        await Verifier.Verify(WithoutSeconds(result.Out), session);
    }

    [Fact]
    public async Task One_session_may_be_asked_for_by_name()
    {
        _tool.WithSample("Tcp");

        Assert.StartsWith("Crossing (Tcp.transitions): ", (await _tool.Run("verify", "--session", "Crossing")).Out, StringComparison.Ordinal);
        Assert.Equal(new ToolResult(2, "", "error: there is no session 'pair'; did you mean 'Pair'?\n"), await _tool.Run("verify", "-s", "Crossing", "-s", "pair"));
    }

    [Fact]
    public async Task A_table_without_sessions_and_one_with_errors_are_told()
    {
        _tool.WithSample("Door").With("Bad.transitions", Big.Replace("-> S0", "-> S7", StringComparison.Ordinal));

        var none = await _tool.Run("verify", "Door.transitions");
        var bad = await _tool.Run("verify", "Bad.transitions");

        Assert.Equal((2, "error: there is no session in 'Door.transitions'; 'session NAME' and its roles say which machines talk to each other\n"), (none.ExitCode, none.Error));
        Assert.StartsWith("Big (Bad.transitions): not verified: 'Big' is not checked, since this file has errors; remove those first\nBad.transitions(5,15): error PDSL1020", bad.Out, StringComparison.Ordinal);
        Assert.Equal(1, bad.ExitCode);
    }

    /// <summary>A budget that ends first is no clean bill.</summary>
    [Fact]
    public async Task What_is_not_looked_at_to_the_end_is_not_clean()
    {
        _tool.With("Big.transitions", Big);

        var result = await _tool.Run("verify", "--budget", "5000");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("5,000 configurations at fifo(20), N s, and there are more: the budget ended\n", WithoutSeconds(result.Out), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ctrl_C_and_the_end_of_memory_give_what_is_known_so_far(bool isCtrlC)
    {
        _tool.With("Big.transitions", Big);
        using var cancel = new CancellationTokenSource();
        _tool.Cancelled = cancel.Token;
        cancel.CancelAfter(isCtrlC ? TimeSpan.FromSeconds(0.2) : HangGuard.Limit);

        var result = await _tool.Run(["verify", .. isCtrlC ? (string[])[] : ["--memory", "1"]]);

        Assert.Equal(isCtrlC ? 130 : 1, result.ExitCode);
        Assert.Contains("and there are more: the search was stopped\n    no unlisted message", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_verdicts_grades_and_findings()
    {
        _tool.With("Three.transitions", ThreeRoles);

        var result = await _tool.Run("verify", "--format", "json");

        var root = JsonDocument.Parse(result.Out).RootElement;
        var verdict = root.GetProperty("sessions")[0].GetProperty("verdict");
        Assert.True(verdict.GetProperty("isComplete").GetBoolean());
        Assert.Equal("lossy fifo(1)", verdict.GetProperty("channel").GetString());
        Assert.Equal("everyCapacity", verdict.GetProperty("absent").GetProperty("orphan").GetProperty("reach").GetString());
        Assert.Equal(["deadlock", "unspecifiedReception"], verdict.GetProperty("found").EnumerateArray().Select(kind => kind.GetString()));
        Assert.Contains("PDSL2101", root.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()));
        Assert.StartsWith("::warning file=Three.transitions,", (await _tool.Run("verify", "--format", "github")).Out, StringComparison.Ordinal);
    }

    /// <summary>A check looks at several capacities one after the other; what it has looked at only grows.</summary>
    [Fact]
    public void Progress_counts_what_all_sessions_have_looked_at()
    {
        using var meter = new ProgressMeter(new Terminals.Terminal(Stream.Null, Stream.Null, Stream.Null) { Folder = "/" }, long.MaxValue, () => { }) { Total = 2 };
        using var first = meter.Begin("First");
        using (var second = meter.Begin("Second"))
        {
            first.Tell(new ExplorationProgress(30_000, 7, 3));
            first.Tell(new ExplorationProgress(10_000, 2, 4));
            second.Tell(new ExplorationProgress(20_000, 9, 1));

            Assert.Equal((40_000, 20_000), (first.Looked, second.Looked));
            Assert.Matches(@"^0 of 2 sessions, 0:0\d, [\d.]+ [kM] configurations/s, [\d,]+ MiB: First 10,000 at capacity 4, step 2, Second 20,000 at capacity 1, step 9$", meter.Line());
        }

        Assert.EndsWith("MiB: First 10,000 at capacity 4, step 2", meter.Line(), StringComparison.Ordinal);
    }

    private static string WithoutSeconds(string text) => Seconds().Replace(text, "N s");

    [GeneratedRegex(@"\d+\.\d s")]
    private static partial Regex Seconds();
}
