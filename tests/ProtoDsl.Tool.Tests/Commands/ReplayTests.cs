using System.Text.Json;
using ProtoDsl.Testing;
using ProtoDsl.Tool.Tests.Running;

namespace ProtoDsl.Tool.Tests.Commands;

/// <summary><c>protodsl replay</c>.</summary>
public sealed class ReplayTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public ReplayTests() => _tool.WithSample("Door").WithSample("Tcp");

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Scenarios_that_the_table_allows()
    {
        // Its own: everything from the first scenario on.
        var table = _tool.Read("Tcp.transitions");
        _tool.With("trace.txt", table[table.IndexOf("scenario ", StringComparison.Ordinal)..]);

        var result = await _tool.Run("replay", "trace.txt", "Tcp.transitions");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(table.Split("\nscenario ").Length - 1, result.Out.Split(": the table allows it\n").Length - 1);
    }

    [Theory]
    [InlineData("client Connect\nclient Connect", "trace(2): 'client Connect' is not allowed: connection already exists\n    there: client SYN_SENT, server CLOSED\n    allowed: client Send; ")]
    [InlineData("client Connect\nserver -> client FIN", "trace(2): 'server -> client FIN' is not allowed: it is not the next message there\n")]
    [InlineData("client Conect", "trace(1): 'client Conect' is not allowed: no row of TcpConnection takes 'Conect'; did you mean 'Connect'?\n")]
    [InlineData("clint Connect", "trace(1): 'clint Connect' is not allowed: there is no role 'clint'; did you mean 'client'?\n")]
    [InlineData("client Connect\n\nexpect client LISTEN", "trace(3): 'expect client LISTEN' is not so\n    there: client SYN_SENT, server CLOSED\n")]
    [InlineData("from client LAST_ACK, server CLOSED\nclient Send", "trace(2): 'client Send' is not allowed: connection closing\n")]
    public async Task The_first_step_that_the_table_does_not_allow(string steps, string message)
    {
        _tool.With("trace", steps);

        var result = await _tool.Run("replay", "trace", "Tcp.transitions", "-s", "Pair");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(message, result.Out, StringComparison.Ordinal);
    }

    /// <summary>What the generated machines tell of their transitions, as a log has it.</summary>
    [Theory]
    [InlineData("SYN_SENT", "ESTABLISHED", 0, "trace.jsonl: 'trace', 6 steps: the table allows it\n")]
    [InlineData("SYN_SENT", "FIN_WAIT_1", 1, "trace.jsonl(2): 'expect c FIN_WAIT_1' is not so\n    there: tcpConnection ESTABLISHED\n")]
    [InlineData("LISTEN", "ESTABLISHED", 1, "trace.jsonl(1): 'expect c LISTEN' is not so\n    there: tcpConnection SYN_SENT\n")]
    public async Task Json_lines_of_one_machine(string afterConnect, string afterSynAck, int exitCode, string expected)
    {
        _tool.With("trace.jsonl", $$"""
            {"role": "c", "event": "Connect", "source": "CLOSED", "target": "{{afterConnect}}"}
            {"role": "c", "event": "?SYN_ACK", "target": "{{afterSynAck}}", "time": 17}
            {"role": "c", "event": "Close"}

            """);

        var result = await _tool.Run("replay", "trace.jsonl", "Tcp.transitions", "--machine", "TcpConnection");

        Assert.Equal((exitCode, expected), (result.ExitCode, result.Out));
    }

    [Fact]
    public async Task Json_lines_of_a_session()
    {
        _tool.Input = """
            {"session": "Pair", "role": "client", "event": "Connect"}
            {"role": "server", "event": "Listen"}
            {"from": "client", "to": "server", "message": "SYN", "target": "SYN_RCVD"}
            {"from": "server", "to": "client", "message": "SYN_ACK"}
            {"expect": {"client": "ESTABLISHED", "server": "SYN_RCVD"}}
            {"from": "client", "to": "server", "message": "ACK", "arguments": ["FIN"]}
            """;

        var result = await _tool.Run("replay", "-", "Tcp.transitions", "--format", "json");

        var failed = JsonDocument.Parse(result.Out).RootElement.GetProperty("traces")[0].GetProperty("failed");
        Assert.Equal((1, 6, "client -> server ACK(FIN)"), (result.ExitCode, failed.GetProperty("line").GetInt32(), failed.GetProperty("step").GetString()));
        Assert.Contains("client -> server ACK(SYN)", failed.GetProperty("allowed").EnumerateArray().Select(step => step.GetString()));
    }

    [Fact]
    public async Task One_role_of_a_trace_of_two_is_a_machine_alone()
    {
        _tool.With("trace.txt", "client Connect\nserver Listen\nclient -> server SYN\nserver -> client SYN_ACK\nserver Send\nserver Listen\n");

        var client = await _tool.Run("replay", "trace.txt", "Tcp.transitions", "-m", "TcpConnection", "--role", "client");
        var server = await _tool.Run("replay", "trace.txt", "Tcp.transitions", "-m", "TcpConnection", "--role", "server");
        var none = await _tool.Run("replay", "trace.txt", "Tcp.transitions", "-m", "TcpConnection");

        Assert.Equal((0, "trace.txt: 'trace', 2 steps: the table allows it\n"), (client.ExitCode, client.Out));
        Assert.StartsWith("trace.txt(6): 'server Listen' is not allowed: connection already exists\n", server.Out, StringComparison.Ordinal);
        Assert.Equal("error: the trace has the roles client, server; say which of them the machine is: --role client\n", none.Error);
    }

    [Theory]
    [InlineData("{\"a\": 1}", "cannot replay 'trace': line 1 is no step: it has neither 'event', nor 'from', 'to' and 'message', nor 'expect'")]
    [InlineData("{\"event\": \"Open\"", "cannot replay 'trace': line 1 is no step: ")]
    [InlineData("door Open Close", "cannot replay 'trace': line 1: Expected the end of the line after the event, found 'Close'")]
    [InlineData("// nothing", "cannot replay 'trace': it has no step; a trace is a scenario")]
    public async Task What_is_no_trace_is_told(string trace, string message)
    {
        _tool.Input = trace;

        var result = await _tool.Run("replay", "-", "Door.transitions");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"error: {message}", result.Error, StringComparison.Ordinal);
    }

    /// <summary>As the page about the runtime library shows what its recorder writes.</summary>
    [Fact]
    public async Task What_the_recorder_writes_is_read()
    {
        var page = await File.ReadAllTextAsync(RepositoryPaths.Combine("docs", "runtime.md"));
        var start = page.IndexOf("    scenario ", StringComparison.Ordinal);
        _tool.With("trace.txt", page[start..page.IndexOf("\n\n", start, StringComparison.Ordinal)]);

        Assert.Equal("trace.txt: 'four-way close', 5 steps: the table allows it\n", (await _tool.Run("replay", "trace.txt", "Tcp.transitions")).Out);
    }
}
