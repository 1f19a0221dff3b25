using ProtoDsl.Testing;
using ProtoDsl.Tool.Tests.Running;

namespace ProtoDsl.Tool.Tests.Commands;

/// <summary><c>protodsl simulate</c>.</summary>
public sealed class SimulateTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public SimulateTests() => _tool.WithSample("Door").WithSample("Tcp").WithSample("TcpLossy");

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task A_person_is_shown_what_can_happen_and_asked_for_guards()
    {
        _tool.IsTerminal = true;
        _tool.Variables["NO_COLOR"] = "1";
        _tool.Input = "Listen\nConnect\n?SYN\nserver Close\nn\nClose\n2\ny\nwhy client ?\nundo\nClsoe\nhelp\nquit\n";

        await Verifier.Verify((await _tool.Run("simulate", "Tcp.transitions", "--session", "Pair")).ToString());
    }

    [Fact]
    public async Task A_machine_alone_may_be_sent_anything()
    {
        _tool.Input = "Connect\n?SYN_ACK\n?FIN\nClose\n?ACK(FIN)\n";

        var result = await _tool.Run("simulate", "Tcp.transitions", "--machine", "TcpConnection");

        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith("""
            tcpConnection CLOSED, ended

            scenario "recorded" in TcpConnection
                tcpConnection Connect
                tcpConnection ?SYN_ACK
                tcpConnection ?FIN
                tcpConnection Close
                tcpConnection ?ACK(FIN)
                expect tcpConnection CLOSED

            """.ReplaceLineEndings("\n"), result.Out, StringComparison.Ordinal);
    }

    /// <summary>What is recorded runs again, from a script and as a scenario of the table.</summary>
    [Fact]
    public async Task What_is_recorded_is_a_script_and_a_test()
    {
        _tool.Input = "Connect\nListen\ndrop client -> server SYN\nclient after Retransmit\n?SYN\n?SYN_ACK\n";

        var first = await _tool.Run("simulate", "TcpLossy.transitions", "--record", "lost.txt", "--title", "the SYN is lost");
        var again = await _tool.Run("simulate", "TcpLossy.transitions", "--script", "lost.txt", "--record", "again.txt", "--title", "the SYN is lost");
        _tool.With("TcpLossy.transitions", _tool.Read("TcpLossy.transitions") + "\n" + _tool.Read("lost.txt"));

        Assert.Equal((0, "lost.txt written\n"), (first.ExitCode, first.Error));
        Assert.Contains("\nas expected\n", again.Out, StringComparison.Ordinal);
        Assert.Equal(_tool.Read("lost.txt"), _tool.Read("again.txt"));
        Assert.Equal(0, (await _tool.Run("check", "TcpLossy.transitions")).ExitCode);
    }

    [Theory]
    [InlineData("Lock", "", 0)]
    [InlineData("Open\nLock", "that cannot happen now:\n     door Lock  close it first\n", 1)]
    [InlineData("door Unlock", "that cannot happen now:\n     door Unlock  no row of Closed lists it\n", 1)]
    [InlineData("Opne", "'Opne' is nothing that can happen here; did you mean 'Open'?\n", 1)]
    [InlineData("Open\nexpect door Closed", "it is not so: door Opened\n", 1)]
    [InlineData("Open // a comment\n\n:undo\n99", "'99' is nothing that can happen here.\n", 1)]
    public async Task A_script_ends_at_the_first_line_that_cannot_be_done(string script, string message, int exitCode)
    {
        _tool.With("script.txt", script);

        var result = await _tool.Run("simulate", "Door.transitions", "--script", "script.txt");

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(message, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_script_leaves_open_is_told()
    {
        _tool.Input = "Connect\nListen\n?SYN\nserver Close\n";

        var result = await _tool.Run("simulate", "Tcp.transitions", "-s", "Pair");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("'server Close' may be 2 things; write one of: server Close [nothingQueued] / !FIN; server Close [else]\n", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tcp.transitions", "there are 2 sessions; choose one: --session Pair, --session Crossing")]
    [InlineData("Tcp.transitions -s pair", "there is no session 'pair'; did you mean 'Pair'?")]
    [InlineData("Door.transitions -s Pair", "there is no session 'Pair': the table has none")]
    [InlineData("Door.transitions -m Gate", "there is no machine 'Gate'; there is Door")]
    [InlineData("-", "the table comes from standard input, so that the steps cannot: give them with --script")]
    [InlineData("", "this works on one table, and there are 3: name one of Door.transitions, Tcp.transitions, TcpLossy.transitions")]
    public async Task What_to_step_is_one_thing(string arguments, string message) =>
        Assert.Equal(new ToolResult(2, "", $"error: {message}\n"), await _tool.Run(["simulate", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));
}
