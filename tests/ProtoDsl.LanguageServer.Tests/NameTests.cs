using System.Text.Json.Nodes;
using ProtoDsl.Language;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Names;
using ProtoDsl.LanguageServer.Tests.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.LanguageServer.Tests;

/// <summary>Finding names and giving them others, in one table and across several.</summary>
public sealed class NameTests
{
    private static readonly (string, string)[] s_pair = [("Client.transitions", Tables.Client), ("Server.transitions", Tables.Server), ("Pair.transitions", Tables.Pair)];

    [Theory]
    [InlineData("-> FIN_WAIT_2", 4, "FIN_WAIT_2 = 7")]
    [InlineData("in Ending", 4, "Ending       =")]
    [InlineData("!ACK(FIN), endOfStream  -> CLOSE_WAIT", 1, "ACK(SYN|FIN of)")]
    [InlineData("!ACK(FIN), endOfStream  -> CLOSE_WAIT", 5, "FIN of)")]
    [InlineData("!DATA(data)", 7, "data)\ncall Close")]
    [InlineData("after UserTimeout", 8, "UserTimeout = 5min")]
    [InlineData("client : TcpConnection", 10, "TcpConnection\n\ngroup")]
    [InlineData("calls Connect", 7, "Connect(System")]
    [InlineData("deliver                 -> FIN_WAIT_2", 0, "deliver\n    Close")] // its first use
    public async Task ADefinitionIsFound(string at, int inside, string declared)
    {
        await using var editor = await Editor.StartAsync();
        var text = SampleTables.Text("Tcp").ReplaceLineEndings("\n");
        await editor.OpenAsync("Tcp", text);
        var found = (await editor.AskAsync("textDocument/definition", "Tcp", text.IndexOf(at, StringComparison.Ordinal) + inside))!.AsArray();
        Assert.Equal(text.IndexOf(declared, StringComparison.Ordinal), Place.OffsetOf(text, Assert.Single(found)!["range"]!["start"]!));
    }

    [Fact]
    public async Task DefinitionsAreFoundInImportedTables()
    {
        await using var editor = await Editor.StartAsync(s_pair);
        async Task<string> Of(string at, int inside = 0)
        {
            var found = (await editor.AskAsync("textDocument/definition", "Pair.transitions", Tables.Pair.IndexOf(at, StringComparison.Ordinal) + inside))!.AsArray();
            var name = editor.Texts.Keys.Single(name => editor.UriOf(name) == (string?)found[0]!["uri"]);
            return $"{name}:{(int)found[0]!["range"]!["start"]!["line"]! + 1}";
        }

        Assert.Equal("Server.transitions:1", await Of("Server\nsession"));
        Assert.Equal("Client.transitions:4", await Of("Pinger"));
        Assert.Equal("Client.transitions:3", await Of("Go, Stop"));
        Assert.Equal("Server.transitions:4", await Of("READY"));
        Assert.Equal("Client.transitions:2", await Of("PING(Fast)"));
        Assert.Equal("Client.transitions:2", await Of("PING(Fast)", 5));
        Assert.Equal("Server.transitions:2", await Of("PONG"));
        Assert.Equal("Pair.transitions:4", await Of("client Go"));
    }

    [Fact]
    public async Task ReferencesAreThoseOfAllTables()
    {
        await using var editor = await Editor.StartAsync(s_pair);
        var offset = Tables.Client.IndexOf("IDLE", StringComparison.Ordinal);
        async Task<IEnumerable<string>> Ask(bool includeDeclaration) =>
            (await editor.Client.RequestAsync("textDocument/references", new { textDocument = new { uri = editor.UriOf("Client.transitions") }, position = Place.Of(Tables.Client, offset), context = new { includeDeclaration } }))!
            .AsArray().Select(one => $"{Path.GetFileName((string?)one!["uri"])}:{(int)one["range"]!["start"]!["line"]! + 1}");

        Assert.Equal(["Client.transitions:5", "Client.transitions:9", "Pair.transitions:11"], await Ask(true));
        Assert.Equal(["Client.transitions:9", "Pair.transitions:11"], await Ask(false));
        var lit = (await editor.AskAsync("textDocument/documentHighlight", "Client.transitions", offset))!.AsArray();
        Assert.Equal([3, 2], lit.Select(one => (int)one!["kind"]!));
    }

    [Theory]
    [InlineData("Client.transitions", "IDLE", "RESTING", 3)]
    [InlineData("Pair.transitions", "IDLE", "RESTING", 3)] // from a use in another table
    [InlineData("Client.transitions", "Go,", "Start", 5)] // the comma keeps it apart from the group of letters
    [InlineData("Pair.transitions", "PONG", "REPLY", 5)] // a message is one in all tables of a session
    [InlineData("Server.transitions", "Fast", "Quick", 5)] // and so are the values of its tags
    [InlineData("Client.transitions", "noted", "remember", 1)]
    [InlineData("Pair.transitions", "Client", "Caller", 2)]
    [InlineData("Pair.transitions", "Talk", "Chat", 2)]
    [InlineData("Pair.transitions", "client :", "caller", 5)]
    [InlineData("Client.transitions", "Pinger", "Asker", 2)]
    public async Task ANameIsChangedInAllTables(string file, string at, string name, int count)
    {
        await using var editor = await Editor.StartAsync(s_pair);
        var offset = editor.Texts[file].IndexOf(at, StringComparison.Ordinal);
        var edit = await RenameAsync(editor, file, offset, name);
        var changed = editor.Apply(edit!);
        var old = at.TrimEnd(',', ' ', ':');
        Assert.Equal(count, changed.Values.Sum(text => text.Split(name).Length - 1));
        foreach (var (other, text) in changed)
        {
            await editor.SetAsync(other, text);
        }

        foreach (var other in changed.Keys)
        {
            Assert.Empty(await editor.FindingsAsync(other, all => all.Length == 0));
        }

        // And back.
        var back = editor.Apply((await RenameAsync(editor, file, editor.Texts[file].IndexOf(name, StringComparison.Ordinal), old))!);
        Assert.Equal(s_pair.Select(pair => pair.Item2), s_pair.Select(pair => back[pair.Item1]));
    }

    [Theory]
    [InlineData("Closed", "Opened", "there is a state of that name on line 6")]
    [InlineData("Closed", "Both", "there is a group of that name on line 3")]
    [InlineData("Closed", "two words", "'two words' is no name")]
    [InlineData("Closed", "1st", "is no name")]
    [InlineData("Closed", "", "is no name")]
    [InlineData("Closed", "state", "'state' is a word of the language")]
    [InlineData("Closed", "opened", "would make an error in")] // one name in C#
    [InlineData("creak", "ready", "there is a guard of that name")]
    [InlineData("Open,", "Close", "there is a call of that name")]
    [InlineData("machine", "x", "no name here")]
    public async Task ANameThatWouldClashIsRefused(string at, string name, string why)
    {
        const string Text = "machine Door\ncall Open, Close\ngroup Both = Closed, Opened\ninitial state Closed\n    Open [ready] / creak -> Opened\nstate Opened\n    Close -> Closed\nin Both\n    forbid Open [!ready]\n";
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("Door", Text);
        var error = await Assert.ThrowsAsync<LspError>(() => RenameAsync(editor, "Door", Text.IndexOf(at, StringComparison.Ordinal), name));
        Assert.Equal(-32803, error.Code);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCanBeRenamedIsSaidFirst()
    {
        await using var editor = await Editor.StartAsync();
        var text = SampleTables.Text("Tcp");
        await editor.OpenAsync("Tcp", text);
        var answer = await editor.AskAsync("textDocument/prepareRename", "Tcp", text.IndexOf("-> LISTEN", StringComparison.Ordinal) + 5);
        Assert.Equal("LISTEN", (string?)answer!["placeholder"]);
        Assert.Equal("LISTEN", Place.TextAt(text, answer["range"]!));
        Assert.Null(await editor.AskAsync("textDocument/prepareRename", "Tcp", text.IndexOf("timer TimeWait", StringComparison.Ordinal) + 1));
    }

    [Fact]
    public async Task ADeclarationOutOfReachIsSaidToBe()
    {
        await using var editor = await Editor.StartAsync(("Pair.transitions", Tables.Pair));
        var error = await Assert.ThrowsAsync<LspError>(() => RenameAsync(editor, "Pair.transitions", Tables.Pair.IndexOf("Pinger", StringComparison.Ordinal), "Other"));
        Assert.Contains("not in the open folders", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditsSayForWhichVersionTheyAre()
    {
        await using var editor = await Editor.StartAsync(new { workspace = new { workspaceEdit = new { documentChanges = true } } });
        await editor.OpenAsync("Door", "machine Door\ncall Open\ninitial state Closed\n    Open -> Closed\n");
        await editor.TypeAsync("Door", 0, 0, "\n");
        var edit = await RenameAsync(editor, "Door", editor.Texts["Door"].IndexOf("Closed", StringComparison.Ordinal), "Shut");
        Assert.Equal(2, (int)edit!["documentChanges"]![0]!["textDocument"]!["version"]!);
        Assert.Equal(2, editor.Apply(edit)["Door"].Split("Shut").Length - 1);
    }

    [Fact]
    public async Task EverySampleKeepsItsMeaningUnderEveryName()
    {
        foreach (var sample in SampleTables.Names)
        {
            var text = SampleTables.Text(sample);
            await using var editor = await Editor.StartAsync();
            await editor.OpenAsync(sample, text);
            var before = ErrorsOf(text, sample);
            foreach (var use in TransitionFile.Names(TransitionFile.Parse(text), sample).Uses.Where(use => use.IsDeclaration && !char.IsDigit(use.Key.Name[0])))
            {
                var edit = await RenameAsync(editor, sample, use.Span.Start, "zz" + use.Key.Name);
                Assert.True(before == ErrorsOf(editor.Apply(edit!)[sample], sample), $"{use.Key} in {sample}");
            }
        }
    }

    private static int ErrorsOf(string text, string name) => TransitionFile.Read(text, name).Diagnostics.Count(found => found.Rule.DefaultSeverity != TableSeverity.Hidden);

    private static Task<JsonNode?> RenameAsync(Editor editor, string file, int offset, string newName) =>
        editor.Client.RequestAsync("textDocument/rename", new { textDocument = new { uri = editor.UriOf(file) }, position = Place.Of(editor.Texts[file], offset), newName });
}
