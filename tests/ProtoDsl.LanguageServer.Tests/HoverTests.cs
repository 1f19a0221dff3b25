using ProtoDsl.LanguageServer.Tests.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.LanguageServer.Tests;

/// <summary>What is shown over a place.</summary>
public sealed class HoverTests
{
    private static readonly object s_markdown = new { textDocument = new { hover = new { contentFormat = new[] { "markdown", "plaintext" } } } };

    [Theory]
    [InlineData("state FIN_WAIT_2", "state FIN_WAIT_2 = 7", "Our FIN is acknowledged", "`?FIN / !ACK(FIN), endOfStream -> TIME_WAIT`", "`forbid Send | Close \"connection closing\"`", "`after UserTimeout / timedOut -> CLOSED`", "- `?SYN`")]
    [InlineData("call Close", "call Close", "`ESTABLISHED`: `Close / !FIN -> FIN_WAIT_1`", "`LISTEN`: `Close | Abort -> CLOSED`", "`CLOSED`: `forbid Send | Close | Abort \"connection does not exist\"`")]
    [InlineData("DATA(ReadOnly", "message DATA(ReadOnlyMemory<byte> payload)", "**Received**", "**Sent**", "`ESTABLISHED`: `Send / !DATA(data)`")]
    [InlineData("timer UserTimeout", "timer UserTimeout = 5min", "`LAST_ACK`: `after UserTimeout / timedOut -> CLOSED`")]
    [InlineData("Ending       =", "group Ending", "- `CLOSING`")]
    [InlineData("deliver\n    Close", "effect deliver", "`Deliver` of the actions of `TcpConnection`", "the message `DATA`", "`?DATA / deliver -> FIN_WAIT_2`")]
    [InlineData("unacknowledged] / timedOut         -> CLOSED\n    after UserTimeout [else]                              -> ESTABLISHED", "guard unacknowledged", "handed nothing")]
    [InlineData("TcpConnection\n\ngroup", "machine TcpConnection", "11 states", "begins in `CLOSED`")]
    [InlineData("Pair\n    client", "session Pair", "`client`: TcpConnection", "What the check shows")]
    [InlineData("FIN of)", "value FIN")]
    [InlineData("of)", "parameter of")]
    [InlineData("Tcp version", "protocol Tcp", "RFC 9293")]
    public async Task WhatIsNamedIsExplained(string at, params string[] expected)
    {
        await using var editor = await Editor.StartAsync(s_markdown);
        var text = SampleTables.Text("Tcp").ReplaceLineEndings("\n");
        await editor.OpenAsync("Tcp", text);
        var offset = text.IndexOf(at, StringComparison.Ordinal) + at.IndexOf(' ', StringComparison.Ordinal) switch
        {
            > 0 and var blank when at.StartsWith("state", StringComparison.Ordinal) || at.StartsWith("call", StringComparison.Ordinal) || at.StartsWith("timer", StringComparison.Ordinal) => blank + 1,
            _ => 0,
        };
        var hover = await editor.AskAsync("textDocument/hover", "Tcp", offset);
        Assert.Equal("markdown", (string?)hover!["contents"]!["kind"]);
        Assert.All(expected, part => Assert.Contains(part, (string)hover["contents"]!["value"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFindingHasItsHelp()
    {
        var options = new ServerOptions { RulePage = id => $"# {id}: Title\n\nSeverity: error\n\nWhat it means.\n\n## Fires\n\nExample.\n\n## Fix\n\nWhat to do.\n" };
        await using var editor = await Editor.StartAsync(s_markdown, options);
        const string Text = "machine Door\ncall Open\ninitial state Closed\n    Open -> Opend\n";
        await editor.OpenAsync("Door", Text);
        var value = (string)(await editor.AskAsync("textDocument/hover", "Door", Text.IndexOf("Opend", StringComparison.Ordinal)))!["contents"]!["value"]!;
        Assert.Contains("**PDSL1020: ", value, StringComparison.Ordinal);
        Assert.Contains("What it means.\n\n**Fix.** What to do.", value, StringComparison.Ordinal);
        Assert.DoesNotContain("Example", value, StringComparison.Ordinal);
        Assert.DoesNotContain("Severity", value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClientWithoutMarkdownReadsPlainText()
    {
        await using var editor = await Editor.StartAsync();
        const string Text = "machine Door\ncall Open\ninitial state Closed\n    Open -> Closed\n";
        await editor.OpenAsync("Door", Text);
        var contents = (await editor.AskAsync("textDocument/hover", "Door", Text.IndexOf("Closed", StringComparison.Ordinal)))!["contents"]!;
        Assert.Equal("plaintext", (string?)contents["kind"]);
        Assert.Equal("initial state Closed\n\nMay happen\n\n- Open -> Closed", (string?)contents["value"]);
    }

    [Fact]
    public async Task NothingIsShownOverNothing()
    {
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("Door", "// a comment\n");
        Assert.Null(await editor.AskAsync("textDocument/hover", "Door", 4));
    }
}
