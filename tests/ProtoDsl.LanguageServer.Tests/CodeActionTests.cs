using System.Text.Json.Nodes;
using ProtoDsl.Language;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.LanguageServer.Tests.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.LanguageServer.Tests;

/// <summary>What is offered to be done about findings.</summary>
public sealed class CodeActionTests
{
    [Fact]
    public async Task AMisspeltNameIsPutRight()
    {
        const string Text = "machine Door\ncall Open\ninitial state Closed\n    Open -> Closd\n";
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("Door", Text);
        var action = Assert.Single(await ActionsAsync(editor, "Door", 3), action => (bool?)action["isPreferred"] == true);
        Assert.Equal("quickfix", (string?)action["kind"]);
        Assert.Equal("PDSL1020", (string?)action["diagnostics"]![0]!["code"]);
        Assert.Equal(Text.Replace("Closd", "Closed", StringComparison.Ordinal), editor.Apply(action["edit"]!)["Door"]);
        Assert.Empty(await ActionsAsync(editor, "Door", 1));
        Assert.Empty(await ActionsAsync(editor, "Door", 3, "refactor"));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task AMessageThatArrivesCanBeIgnoredOrKept(string lineBreak)
    {
        await using var editor = await Editor.StartAsync();
        var text = SampleTables.Text("Tcp").ReplaceLineEndings(lineBreak)
            .Replace($"    ?FIN                        / !ACK(FIN), endOfStream  -> CLOSING       // simultaneous close{lineBreak}", "", StringComparison.Ordinal);
        await editor.OpenAsync("Tcp", text);
        await editor.FindingsAsync("Tcp", all => all.Any(one => one.Contains("PDSL2101", StringComparison.Ordinal)));
        var line = text[..text.IndexOf("state FIN_WAIT_1", StringComparison.Ordinal)].Count(c => c == '\n');
        var actions = await ActionsAsync(editor, "Tcp", line);
        Assert.Contains(actions, action => (string?)action["title"] == "Add 'defer ?FIN' to FIN_WAIT_1");
        var ignore = actions.Single(action => (string?)action["title"] == "Add 'ignore ?FIN' to FIN_WAIT_1" && action["diagnostics"] is not null);
        var changed = editor.Apply(ignore["edit"]!)["Tcp"];
        Assert.Contains($"// closed while still in SYN_RCVD{lineBreak}    ignore ?FIN{lineBreak}{lineBreak}", changed, StringComparison.Ordinal);
        await editor.SetAsync("Tcp", changed);
        Assert.DoesNotContain(await editor.FindingsAsync("Tcp"), one => one.Contains("no row in FIN_WAIT_1 for FIN ", StringComparison.Ordinal));
    }

    public static TheoryData<string> Samples => new(SampleTables.Names);

    /// <summary>Whatever is offered for what a state does not list leaves a table without new mistakes, and lists it.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public async Task WhatAStateDoesNotListCanBeIgnoredOrForbidden(string sample)
    {
        var text = SampleTables.Text(sample);
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync(sample, text);
        var states = TransitionFile.Read(text, sample).Map.Machines.SelectMany(machine => machine.States).Select(span => text[..span.Start].Count(c => c == '\n'));
        foreach (var line in states)
        {
            var actions = (await ActionsAsync(editor, sample, line)).Where(action => ((string?)action["title"])!.StartsWith("Add '", StringComparison.Ordinal)).ToArray();
            foreach (var action in actions)
            {
                var changed = editor.Apply(action["edit"]!)[sample];
                Assert.Equal(Errors(text, sample), Errors(changed, sample));
                await using var other = await Editor.StartAsync();
                await other.OpenAsync(sample, changed);
                Assert.DoesNotContain(await ActionsAsync(other, sample, line), again => (string?)again["title"] == (string?)action["title"]);
            }
        }
    }

    private static string[] Errors(string text, string name) =>
        [.. TransitionFile.Read(text, name).Diagnostics.Where(found => found.Rule.DefaultSeverity == TableSeverity.Error).Select(found => found.Message)];

    private static async Task<JsonNode[]> ActionsAsync(Editor editor, string name, int line, params string[] only)
    {
        var range = new { start = new { line, character = 0 }, end = new { line, character = 0 } };
        var answer = await editor.Client.RequestAsync("textDocument/codeAction", new { textDocument = new { uri = editor.UriOf(name) }, range, context = new { diagnostics = Array.Empty<object>(), only = only.Length > 0 ? only : null } });
        return [.. answer!.AsArray().Select(action => action!)];
    }
}
