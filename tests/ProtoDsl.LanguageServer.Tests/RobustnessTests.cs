using ProtoDsl.LanguageServer.Tests.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.LanguageServer.Tests;

/// <summary>No text is too broken to be asked about.</summary>
public sealed class RobustnessTests
{
    private static readonly string[] s_aboutPlaces =
    [
        "textDocument/completion", "textDocument/hover", "textDocument/definition", "textDocument/references", "textDocument/documentHighlight",
    ];

    private static readonly string[] s_aboutTexts =
    [
        "textDocument/documentSymbol", "textDocument/foldingRange", "textDocument/formatting", "textDocument/semanticTokens/full",
    ];

    public static TheoryData<string> Samples => new(SampleTables.Names);

    /// <summary>Every text that there is while a sample is typed from its beginning to its end is asked everything, at its end and where the name before it began.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public async Task EveryBeginningOfASampleCanBeAskedEverything(string sample)
    {
        var text = SampleTables.Text(sample);
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync(sample, "");
        for (var length = 1; length <= text.Length; length += length < 200 ? 1 : 31)
        {
            await editor.SetAsync(sample, text[..length]);
            await AskAllAsync(editor, sample, length);
        }

        Assert.DoesNotContain(editor.Client.Notifications, message => (string?)message["method"] == "window/logMessage");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("\r")]
    [InlineData("\uFEFF")]
    [InlineData("\uD83D\uDEAA\uD83D")]
    [InlineData("((((((((((((((((((((")]
    [InlineData("state")]
    [InlineData("machine M\n    ?A(")]
    [InlineData("scenario \"x\" in\n    a -> ")]
    [InlineData("session S\n    a :")]
    [InlineData("import X\nprotocol X")]
    [InlineData("protocol P\nimport P")]
    public async Task OddTextsCanBeAskedEverything(string text)
    {
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("Odd", text);
        await AskAllAsync(editor, "Odd", text.Length);
        await AskAllAsync(editor, "Odd", 0);
        Assert.DoesNotContain(editor.Client.Notifications, message => (string?)message["method"] == "window/logMessage");
    }

    [Theory]
    [InlineData(-1, -1)]
    [InlineData(0, 1_000_000)]
    [InlineData(1_000_000, 0)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public async Task APlaceOutsideOfTheTextIsItsNearest(int line, int character)
    {
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("Tcp", SampleTables.Text("Tcp"));
        var position = new { line, character };
        foreach (var method in s_aboutPlaces)
        {
            await editor.Client.RequestAsync(method, new { textDocument = new { uri = editor.UriOf("Tcp") }, position });
        }

        await editor.Client.NotifyAsync("textDocument/didChange", new
        {
            textDocument = new { uri = editor.UriOf("Tcp"), version = 2 },
            contentChanges = new[] { new { range = new { start = position, end = position }, text = "x" } },
        });
        Assert.NotNull(await editor.AskAsync("textDocument/foldingRange", "Tcp"));
    }

    [Fact]
    public async Task TablesThatImportEachOtherAreNoTrap()
    {
        await using var editor = await Editor.StartAsync(("A.transitions", "protocol A\nimport B\n" + Tables.Client[Tables.Client.IndexOf("message", StringComparison.Ordinal)..]), ("B.transitions", "protocol B\nimport A\nsession S\n    a : Pinger\n    b : Pinger\n    over fifo(1)\n"));
        await editor.FindingsAsync("A.transitions");
        await AskAllAsync(editor, "B.transitions", editor.Texts["B.transitions"].IndexOf("Pinger", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MessagesAboutWhatIsNotOpenMeanNothing()
    {
        await using var editor = await Editor.StartAsync();
        await editor.Client.NotifyAsync("textDocument/didChange", new { textDocument = new { uri = "untitled:none", version = 3 }, contentChanges = new[] { new { text = "x" } } });
        await editor.Client.NotifyAsync("textDocument/didClose", new { textDocument = new { uri = "untitled:none" } });
        await editor.Client.NotifyAsync("textDocument/didClose", new { textDocument = new { uri = "not a uri" } });
        await editor.OpenAsync("Door", "machine Door");
        Assert.NotNull(await editor.AskAsync("textDocument/foldingRange", "Door"));
    }

    private static async Task AskAllAsync(Editor editor, string name, int offset)
    {
        foreach (var method in s_aboutTexts)
        {
            Assert.NotNull(await editor.AskAsync(method, name));
        }

        foreach (var method in s_aboutPlaces)
        {
            await editor.AskAsync(method, name, offset);
        }

        var place = Place.Of(editor.Texts[name], offset);
        await editor.Client.RequestAsync("textDocument/codeAction", new { textDocument = new { uri = editor.UriOf(name) }, range = new { start = place, end = place } });
        foreach (var method in new[] { "textDocument/prepareRename", "textDocument/rename" })
        {
            try
            {
                await editor.Client.RequestAsync(method, new { textDocument = new { uri = editor.UriOf(name) }, position = place, newName = "other" });
            }
            catch (LspError error)
            {
                Assert.Equal(-32803, error.Code); // refused, with a word; not failed
            }
        }
    }
}
