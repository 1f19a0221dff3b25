using System.Text.Json.Nodes;
using ProtoDsl.Language;
using ProtoDsl.LanguageServer.Tests.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.LanguageServer.Tests;

/// <summary>What looks at the text as such: its format, its outline, what can be folded, the kinds of its names.</summary>
public sealed class TextTests
{
    public static TheoryData<string> Samples => new(SampleTables.Names);

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task FormattingIsThatOfTheCommandLine(string sample)
    {
        foreach (var lineBreak in new[] { "\n", "\r\n", "\r" })
        {
            var text = Untidy(SampleTables.Text(sample)).ReplaceLineEndings(lineBreak);
            await using var editor = await Editor.StartAsync();
            await editor.OpenAsync(sample, text);
            var edits = (await editor.AskAsync("textDocument/formatting", sample))!.AsArray();
            Assert.NotEmpty(edits);
            Assert.Equal(TransitionFile.Format(text), Place.Apply(text, edits));
            await editor.SetAsync(sample, TransitionFile.Format(text));
            Assert.Empty((await editor.AskAsync("textDocument/formatting", sample))!.AsArray());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("machine M")]
    [InlineData("\n\n  machine   M  \n\n\n\n  initial  state A // x\n\n\n")]
    [InlineData("\uFEFFmachine  M\nthis is ( nothing\n    ?A->B")]
    public async Task AnyTextCanBeFormatted(string text)
    {
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("Any", text);
        Assert.Equal(TransitionFile.Format(text), Place.Apply(text, (await editor.AskAsync("textDocument/formatting", "Any"))!.AsArray()));
    }

    [Fact]
    public async Task APartIsFormattedAlone()
    {
        const string Text = "machine  Door\ncall  Open\ninitial  state Closed\n  Open->Opened\n  forbid  Open\nstate  Opened\n";
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("Door", Text);
        var range = new { start = new { line = 2, character = 0 }, end = new { line = 4, character = 0 } };
        var edits = await editor.Client.RequestAsync("textDocument/rangeFormatting", new { textDocument = new { uri = editor.UriOf("Door") }, range });
        Assert.Equal("machine  Door\ncall  Open\ninitial state Closed\n    Open -> Opened\n  forbid  Open\nstate  Opened\n", Place.Apply(Text, edits!.AsArray()));
    }

    [Fact]
    public async Task TheOutlineIsThatOfSections()
    {
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("Pair", Tables.Client + Tables.Pair[Tables.Pair.IndexOf("session", StringComparison.Ordinal)..]);
        var outline = (await editor.AskAsync("textDocument/documentSymbol", "Pair"))!.AsArray();
        Assert.Equal(
            ["Client", "PING", "PONG", "BYE", "Go", "Stop", "Pinger(IDLE WAITING OVER)", "Talk(client server)", "\"once\""],
            outline.Select(item => $"{(string?)item!["name"]}{(item["children"] is JsonArray children ? $"({string.Join(' ', children.Select(child => (string?)child!["name"]))})" : "")}"));
        Assert.All(outline, item => CheckRanges(editor.Texts["Pair"], item!, 0, editor.Texts["Pair"].Length));
        Assert.EndsWith("forbid Go | Stop \"it is over\"", Place.TextAt(editor.Texts["Pair"], outline[6]!["range"]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeclarationsAreFoundInAllTables()
    {
        await using var editor = await Editor.StartAsync(("Client.transitions", Tables.Client), ("Server.transitions", Tables.Server));
        async Task<IEnumerable<string>> Find(string query) => (await editor.Client.RequestAsync("workspace/symbol", new { query }))!.AsArray()
            .Select(found => $"{Path.GetFileNameWithoutExtension((string?)found!["location"]!["uri"])}.{(string?)found["containerName"]}.{(string?)found["name"]}");
        Assert.Equal(["Client.Pinger.OVER", "Server..Server"], (await Find("ver")).Order());
        Assert.Equal(["Client.Pinger.WAITING"], await Find("wtg"));
        Assert.Empty(await Find("zz"));
        Assert.Equal(17, (await Find("")).Count());
    }

    [Fact]
    public async Task SectionsAndCommentsCanBeFolded()
    {
        const string Text = "// one\n// two\nmachine M\n\ninitial state A\n    // inside\n    ?X\n        -> A\n\nstate B\nin any\n    ignore ?X\n\n// end\n";
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("M", Text);
        var folds = (await editor.AskAsync("textDocument/foldingRange", "M"))!.AsArray().Select(fold => $"{(int)fold!["startLine"]!}-{(int)fold["endLine"]!}{(string?)fold["kind"]}");
        Assert.Equal(["0-1comment", "2-11", "4-7", "10-11"], folds);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task EveryNameHasItsKind(string sample)
    {
        var text = SampleTables.Text(sample).ReplaceLineEndings("\n");
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync(sample, text);
        var data = (await editor.AskAsync("textDocument/semanticTokens/full", sample))!["data"]!.AsArray().Select(number => (int)number!).ToArray();
        var uses = TransitionFile.Names(TransitionFile.Parse(text), sample).Uses.Select(use => use.Span).Distinct().ToArray();
        Assert.Equal(uses.Length, data.Length / 5);
        var lines = text.Split('\n');
        var (line, character) = (0, 0);
        for (var i = 0; i < uses.Length; i++)
        {
            (line, character) = data[5 * i] == 0 ? (line, character + data[5 * i + 1]) : (line + data[5 * i], data[5 * i + 1]);
            Assert.Equal(text.Substring(uses[i].Start, uses[i].Length), lines[line].Substring(character, data[5 * i + 2]));
            Assert.InRange(data[5 * i + 3], 0, 11);
        }
    }

    // More blanks, empty lines, and tabs.
    private static string Untidy(string text) =>
        text.Replace("    ", "\t", StringComparison.Ordinal).Replace(" -> ", "->", StringComparison.Ordinal).Replace("\nstate ", "\n\n\n\nstate  ", StringComparison.Ordinal) + "\n\n\n";

    private static void CheckRanges(string text, JsonNode item, int from, int to)
    {
        var (start, end) = (Place.OffsetOf(text, item["range"]!["start"]!), Place.OffsetOf(text, item["range"]!["end"]!));
        Assert.True(from <= start && start <= end && end <= to);
        Assert.True(start <= Place.OffsetOf(text, item["selectionRange"]!["start"]!) && Place.OffsetOf(text, item["selectionRange"]!["end"]!) <= end);
        foreach (var child in item["children"]?.AsArray() ?? [])
        {
            CheckRanges(text, child!, start, end);
        }
    }
}
