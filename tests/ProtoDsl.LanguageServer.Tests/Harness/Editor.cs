using System.Text.Json.Nodes;

namespace ProtoDsl.LanguageServer.Tests.Harness;

/// <summary>An editor with open tables: what a user would do, in terms of texts and places in them.</summary>
internal sealed class Editor : IAsyncDisposable
{
    private readonly TemporaryFolder? _folder;
    private readonly Dictionary<string, string> _texts = [];
    private readonly Dictionary<string, int> _versions = [];

    private Editor(LspClient client, TemporaryFolder? folder)
    {
        Client = client;
        _folder = folder;
    }

    public LspClient Client { get; }

    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>An editor without a folder.</summary>
    public static async Task<Editor> StartAsync(object? capabilities = null, ServerOptions? options = null) =>
        new(await LspClient.OpenAsync(null, capabilities, options), null);

    /// <summary>An editor with a folder of files, all of them open.</summary>
    public static async Task<Editor> StartAsync(params (string Name, string Text)[] files)
    {
        var folder = new TemporaryFolder(files);
        var editor = new Editor(await LspClient.OpenAsync(folder.Path), folder);
        foreach (var (name, text) in files)
        {
            await editor.OpenAsync(name, text);
        }

        return editor;
    }

    public string UriOf(string name) => _folder is null ? $"untitled:{name}" : new Uri(Path.Combine(_folder.Path, name)).AbsoluteUri;

    public async Task OpenAsync(string name, string text)
    {
        _texts[name] = text;
        await Client.NotifyAsync("textDocument/didOpen", new { textDocument = new { uri = UriOf(name), languageId = "transitions", version = _versions[name] = 1, text } });
    }

    /// <summary>Replaces a part of a text.</summary>
    public async Task TypeAsync(string name, int start, int length, string text)
    {
        var old = _texts[name];
        _texts[name] = old.Remove(start, length).Insert(start, text);
        await Client.NotifyAsync("textDocument/didChange", new
        {
            textDocument = new { uri = UriOf(name), version = ++_versions[name] },
            contentChanges = new[] { new { range = new { start = Place.Of(old, start), end = Place.Of(old, start + length) }, text } },
        });
    }

    /// <summary>Replaces a whole text.</summary>
    public async Task SetAsync(string name, string text)
    {
        _texts[name] = text;
        await Client.NotifyAsync("textDocument/didChange", new { textDocument = new { uri = UriOf(name), version = ++_versions[name] }, contentChanges = new[] { new { text } } });
    }

    public Task CloseAsync(string name) => Client.NotifyAsync("textDocument/didClose", new { textDocument = new { uri = UriOf(name) } });

    /// <summary>A request about a place in a text.</summary>
    public Task<JsonNode?> AskAsync(string method, string name, int offset) =>
        Client.RequestAsync(method, new { textDocument = new { uri = UriOf(name) }, position = Place.Of(_texts[name], offset) });

    /// <summary>A request about a text.</summary>
    public Task<JsonNode?> AskAsync(string method, string name) => Client.RequestAsync(method, new { textDocument = new { uri = UriOf(name) } });

    /// <summary>The newest findings about the newest version of a text that are as wanted: <c>line: PDSL1020 message</c>, lines from 1.</summary>
    public async Task<string[]> FindingsAsync(string name, Func<string[], bool>? isWanted = null)
    {
        string[]? found = null;
        await Client.WaitAsync(_ =>
        {
            var last = Client.Notifications.LastOrDefault(message => (string?)message["method"] == "textDocument/publishDiagnostics" && (string?)message["params"]!["uri"] == UriOf(name));
            if (last is null || (int?)last["params"]!["version"] != _versions[name])
            {
                return false;
            }

            found = [.. last["params"]!["diagnostics"]!.AsArray().Select(Describe)];
            return isWanted is null || isWanted(found);
        });
        return found!;
    }

    /// <summary>The diagnostics as they were told last.</summary>
    public JsonArray LastDiagnostics(string name) => Client.Notifications
        .Last(message => (string?)message["method"] == "textDocument/publishDiagnostics" && (string?)message["params"]!["uri"] == UriOf(name))["params"]!["diagnostics"]!.AsArray();

    /// <summary>The texts after an edit of the workspace, in either form.</summary>
    public Dictionary<string, string> Apply(JsonNode edit)
    {
        var changed = new Dictionary<string, string>(_texts);
        var changes = edit["documentChanges"] is JsonArray versioned
            ? versioned.Select(change => ((string)change!["textDocument"]!["uri"]!, change["edits"]!.AsArray()))
            : edit["changes"]!.AsObject().Select(change => (change.Key, change.Value!.AsArray()));
        foreach (var (uri, edits) in changes)
        {
            var name = changed.Keys.Single(name => UriOf(name) == uri);
            changed[name] = Place.Apply(changed[name], edits);
        }

        return changed;
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        _folder?.Dispose();
    }

    private static string Describe(JsonNode? diagnostic) => $"{(int)diagnostic!["range"]!["start"]!["line"]! + 1}: {(string?)diagnostic["code"]} {(string?)diagnostic["message"]}";
}
