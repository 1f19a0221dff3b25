using ProtoDsl.Language;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.LanguageServer.Tests.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.LanguageServer.Tests;

/// <summary>What is told while a table is typed.</summary>
public sealed class DiagnosticTests
{
    private const string Door = "machine Door\ncall Open, Close\ninitial state Closed\n    Open -> Opened\nstate Opened\n    Close -> Closed\n";

    [Fact]
    public async Task AMistakeIsToldAtItsPlaceAndGoesWithIt()
    {
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("Door", Door.Replace("-> Opened", "-> Opned", StringComparison.Ordinal));
        var found = await editor.FindingsAsync("Door", all => all.Length > 0);
        Assert.Contains(found, one => one.StartsWith("4: PDSL1020 ", StringComparison.Ordinal));
        var range = editor.LastDiagnostics("Door").First(one => (string?)one!["code"] == "PDSL1020")!["range"]!;
        Assert.Equal("Opned", Place.TextAt(editor.Texts["Door"], range));
        Assert.Equal((3, 12), ((int)range["start"]!["line"]!, (int)range["start"]!["character"]!));

        await editor.TypeAsync("Door", editor.Texts["Door"].IndexOf("Opned", StringComparison.Ordinal), 5, "Opened");
        Assert.Empty(await editor.FindingsAsync("Door"));
    }

    [Fact]
    public async Task PlacesCountUtf16Units()
    {
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("Door", Door.Replace("Open -> Opened", "forbid Open \"\U0001F6AA\" -> X", StringComparison.Ordinal));
        var found = await editor.FindingsAsync("Door", all => all.Length > 0);
        Assert.StartsWith("4: PDSL", found[0], StringComparison.Ordinal);
        var range = editor.LastDiagnostics("Door")[0]!["range"]!;
        Assert.Equal("->", Place.TextAt(editor.Texts["Door"], range));
        Assert.Equal(21, (int)range["start"]!["character"]!); // the door is two units
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task EveryLineBreakCounts(string lineBreak)
    {
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("Door", Door.Replace("-> Opened", "-> Opned", StringComparison.Ordinal).ReplaceLineEndings(lineBreak));
        Assert.Contains(await editor.FindingsAsync("Door", all => all.Length > 0), one => one.StartsWith("4: PDSL1020", StringComparison.Ordinal));
        await editor.TypeAsync("Door", 0, 0, "// above" + lineBreak + lineBreak);
        Assert.Contains(await editor.FindingsAsync("Door", all => all.Length > 0), one => one.StartsWith("6: PDSL1020", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFindingAboutASessionHasItsWayThere()
    {
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("Tcp", SampleTables.Text("Tcp").Replace("    ?FIN                        / !ACK(FIN), endOfStream  -> CLOSING       // simultaneous close\n", "", StringComparison.Ordinal));
        var found = await editor.FindingsAsync("Tcp", all => all.Any(one => one.Contains("PDSL2101", StringComparison.Ordinal)));
        Assert.Contains(found, one => one.Contains("no row in FIN_WAIT_1 for FIN", StringComparison.Ordinal));
        var steps = editor.LastDiagnostics("Tcp").First(one => (string?)one!["code"] == "PDSL2101")!["relatedInformation"]!.AsArray();
        Assert.True(steps.Count > 3);
        Assert.All(steps, step => Assert.Equal(editor.UriOf("Tcp"), (string?)step!["location"]!["uri"]));
        Assert.Contains("Connect", Place.TextAt(editor.Texts["Tcp"], steps[0]!["location"]!["range"]!) + Place.TextAt(editor.Texts["Tcp"], steps[1]!["location"]!["range"]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EverySampleIsAsCleanAsInABuild()
    {
        foreach (var name in SampleTables.Names)
        {
            await using var editor = await Editor.StartAsync();
            await editor.OpenAsync(name, SampleTables.Text(name));
            var expected = TransitionFile.Read(SampleTables.Text(name), name).Diagnostics.Where(found => found.Rule.DefaultSeverity == TableSeverity.Error);
            Assert.Equal(expected.Count(), (await editor.FindingsAsync(name)).Count(found => found.Contains("PDSL0", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task AChangeInAnImportedTableIsToldWhereItMatters()
    {
        await using var editor = await Editor.StartAsync(("Client.transitions", Tables.Client), ("Server.transitions", Tables.Server), ("Pair.transitions", Tables.Pair));
        Assert.Empty(await editor.FindingsAsync("Pair.transitions"));

        // The server no longer answers: the scenario of the third table cannot happen.
        var row = editor.Texts["Server.transitions"].IndexOf(" / !PONG", StringComparison.Ordinal);
        await editor.TypeAsync("Server.transitions", row, " / !PONG".Length, "");
        Assert.Contains(await editor.FindingsAsync("Pair.transitions", all => all.Length > 0), one => one.Contains("PDSL2107", StringComparison.Ordinal));
        await editor.TypeAsync("Server.transitions", row, 0, " / !PONG");
        Assert.Empty(await editor.FindingsAsync("Pair.transitions", all => all.Length == 0));

        // What is wrong in an imported table is told there while it is open, and at the session once it is not.
        var ping = editor.Texts["Server.transitions"].IndexOf("?PING(Fast)", StringComparison.Ordinal);
        await editor.TypeAsync("Server.transitions", ping, "?PING(Fast)".Length, "?PING(Slow)");
        Assert.Contains(await editor.FindingsAsync("Server.transitions", all => all.Length > 0), one => one.Contains("PDSL2101", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFileThatNobodyHasOpenIsReadAndWatched()
    {
        using var folder = new TemporaryFolder(("a/Client.transitions", Tables.Client), ("b/Server.transitions", Tables.Server), ("bin/Server.transitions", "protocol Server\n"), ("Pair.transitions", Tables.Pair));
        await using var client = await LspClient.OpenAsync(folder.Path, new { workspace = new { didChangeWatchedFiles = new { dynamicRegistration = true } } });
        await client.WaitAsync(message => (string?)message["method"] == "client/registerCapability");
        var uri = new Uri(Path.Combine(folder.Path, "Pair.transitions")).AbsoluteUri;
        await client.NotifyAsync("textDocument/didOpen", new { textDocument = new { uri, version = 1, text = Tables.Pair } });
        await client.WaitAsync(_ => Last(client, uri) is "");
        folder.Write("b/Server.transitions", Tables.Server.Replace("?PING(Fast)", "?PING(Slow)", StringComparison.Ordinal));
        await client.NotifyAsync("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = new Uri(Path.Combine(folder.Path, "b", "Server.transitions")).AbsoluteUri, type = 2 } } });
        await client.WaitAsync(_ => Last(client, uri) is { } told && told.Contains("Server.transitions(4): ", StringComparison.Ordinal));
        File.Delete(Path.Combine(folder.Path, "b", "Server.transitions"));
        await client.NotifyAsync("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = new Uri(Path.Combine(folder.Path, "b", "Server.transitions")).AbsoluteUri, type = 3 } } });
        await client.WaitAsync(_ => Last(client, uri) is { } told && told.Contains("PDSL2109", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FoldersComeAndGo()
    {
        using var first = new TemporaryFolder(("Client.transitions", Tables.Client), ("Pair.transitions", Tables.Pair));
        using var second = new TemporaryFolder(("Server.transitions", Tables.Server));
        await using var client = await LspClient.OpenAsync(first.Path);
        var uri = new Uri(Path.Combine(first.Path, "Pair.transitions")).AbsoluteUri;
        await client.NotifyAsync("textDocument/didOpen", new { textDocument = new { uri, version = 1, text = Tables.Pair } });
        await client.WaitAsync(_ => Last(client, uri) is { } told && told.Contains("PDSL2109", StringComparison.Ordinal));
        var folder = new[] { new { uri = new Uri(second.Path).AbsoluteUri, name = "second" } };
        await client.NotifyAsync("workspace/didChangeWorkspaceFolders", new { @event = new { added = folder, removed = Array.Empty<object>() } });
        await client.WaitAsync(_ => Last(client, uri) is "");
        await client.NotifyAsync("workspace/didChangeWorkspaceFolders", new { @event = new { added = Array.Empty<object>(), removed = folder } });
        await client.WaitAsync(_ => Last(client, uri) is { } told && told.Contains("PDSL2109", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ClosingATableTakesItsFindingsAway()
    {
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("Broken", "machine\n    nonsense");
        await editor.FindingsAsync("Broken", all => all.Length > 0);
        await editor.CloseAsync("Broken");
        await editor.Client.WaitAsync(_ => editor.LastDiagnostics("Broken").Count == 0);
        Assert.Null(await editor.AskAsync("textDocument/foldingRange", "Broken"));
    }

    [Fact]
    public async Task TheProjectSaysHowGraveARuleIs()
    {
        var options = new ServerOptions
        {
            Severities = _ => SeverityChoices.From([new("protodsl_diagnostic.PDSL1109.severity", "error"), new("protodsl_diagnostic.PDSL1090.severity", "none")]),
        };
        using var folder = new TemporaryFolder(("Door.transitions", Door));
        await using var client = await LspClient.OpenAsync(folder.Path, options: options);
        var uri = new Uri(Path.Combine(folder.Path, "Door.transitions")).AbsoluteUri;
        await client.NotifyAsync("textDocument/didOpen", new { textDocument = new { uri, version = 1, text = Door + "timer Unused = 1s\n" } });
        await client.WaitAsync(_ => Last(client, uri) is { } told && told.Contains("1 PDSL1109", StringComparison.Ordinal) && !told.Contains("PDSL1090", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FastTypingEndsWithTheFindingsOfTheLastText()
    {
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("Tcp", "");
        foreach (var c in SampleTables.Text("Tcp").ReplaceLineEndings("\n")[..2000])
        {
            await editor.TypeAsync("Tcp", editor.Texts["Tcp"].Length, 0, c.ToString());
        }

        await editor.SetAsync("Tcp", SampleTables.Text("Tcp"));
        Assert.Empty(await editor.FindingsAsync("Tcp"));

        // Never a version after a newer one, and not every text was worth a word.
        var versions = editor.Client.Notifications.Where(message => (string?)message["method"] == "textDocument/publishDiagnostics").Select(message => (int)message["params"]!["version"]!).ToArray();
        Assert.Equal(versions.Order(), versions);
        Assert.DoesNotContain(editor.Client.Notifications, message => (string?)message["method"] == "window/logMessage");
    }

    [Fact]
    public async Task ASlowSessionKeepsNobodyFromTyping()
    {
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("Ring", Tables.SlowSession);
        for (var i = 0; i < 20; i++)
        {
            await editor.TypeAsync("Ring", editor.Texts["Ring"].Length, 0, "\nmistake " + i);
            Assert.NotEmpty(await editor.FindingsAsync("Ring", all => all.Length > 0));
        }
    }

    private static string? Last(LspClient client, string uri) => client.Notifications
        .LastOrDefault(message => (string?)message["method"] == "textDocument/publishDiagnostics" && (string?)message["params"]!["uri"] == uri) is { } last
        ? string.Join('\n', last["params"]!["diagnostics"]!.AsArray().Select(one => $"{(int)one!["severity"]!} {(string?)one["code"]} {(string?)one["message"]}"))
        : null;
}
