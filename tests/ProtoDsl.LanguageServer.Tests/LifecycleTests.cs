using ProtoDsl.LanguageServer.Tests.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.LanguageServer.Tests;

/// <summary>The conversation itself: its order, its end, and what is no conversation.</summary>
public sealed class LifecycleTests
{
    private static readonly object s_document = new { textDocument = new { uri = "untitled:x" } };

    [Fact]
    public async Task InitializeTellsWhatTheServerCan()
    {
        await using var client = LspClient.Start(new ServerOptions { Version = "1.2.3" });
        var result = await client.InitializeAsync();
        Assert.Equal("1.2.3", (string?)result!["serverInfo"]!["version"]);
        Assert.Equal("utf-16", (string?)result["capabilities"]!["positionEncoding"]);
        Assert.True((bool)result["capabilities"]!["renameProvider"]!["prepareProvider"]!);
    }

    [Fact]
    public async Task NothingIsAnsweredBeforeInitialize()
    {
        await using var client = LspClient.Start();
        await client.NotifyAsync("textDocument/didOpen", new { nonsense = true });
        var error = await Assert.ThrowsAsync<LspError>(() => client.RequestAsync("textDocument/foldingRange", s_document));
        Assert.Equal(-32002, error.Code);
        await client.InitializeAsync();
        Assert.Null(await client.RequestAsync("textDocument/foldingRange", s_document));
    }

    [Fact]
    public async Task ASecondInitializeIsRefused()
    {
        await using var client = await LspClient.OpenAsync();
        Assert.Equal(-32600, (await Assert.ThrowsAsync<LspError>(() => client.RequestAsync("initialize", new { capabilities = new { } }))).Code);
    }

    [Theory]
    [InlineData("textDocument/magic")]
    [InlineData("$/magic")]
    public async Task AMethodThatNobodyKnowsIsRefused(string method)
    {
        await using var client = await LspClient.OpenAsync();
        Assert.Equal(-32601, (await Assert.ThrowsAsync<LspError>(() => client.RequestAsync(method, new { }))).Code);
        await client.NotifyAsync(method, new { });
        Assert.Null(await client.RequestAsync("textDocument/foldingRange", s_document));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"textDocument\":{\"uri\":7},\"position\":{\"line\":0,\"character\":0}}")]
    [InlineData("{\"textDocument\":{},\"position\":{\"line\":0,\"character\":0}}")]
    public async Task ParametersThatDoNotFitAreRefused(string? parameters)
    {
        await using var client = await LspClient.OpenAsync();
        var error = await Assert.ThrowsAsync<LspError>(() => client.RequestAsync("textDocument/hover", parameters is null ? null : System.Text.Json.Nodes.JsonNode.Parse(parameters)));
        Assert.Equal(-32602, error.Code);
    }

    [Theory]
    [InlineData("{", -32700)]
    [InlineData("", -32700)]
    [InlineData("\u0000", -32700)]
    [InlineData("[]", -32600)]
    [InlineData("7", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"shutdown\"}", -32600)]
    public async Task WhatIsNoMessageIsAnsweredAndPassedOver(string body, int code)
    {
        await using var client = await LspClient.OpenAsync();
        await client.SendAsync(body);
        var answer = await client.WaitAsync(message => message["error"] is not null);
        Assert.Equal(code, (int)answer["error"]!["code"]!);
        Assert.Null(answer["id"]);
        Assert.Null(await client.RequestAsync("textDocument/foldingRange", s_document));
    }

    [Fact]
    public async Task HeadersMayBeManyAndWithoutALengthMeanNothing()
    {
        await using var client = LspClient.Start();
        await client.SendRawAsync("X-Other: 1\r\n\r\n");
        const string Body = "{\"jsonrpc\":\"2.0\",\"id\":\"é\",\"method\":\"initialize\",\"params\":{}}";
        await client.SendRawAsync($"content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:  {Body.Length + 1}  \r\n\r\n{Body}");
        Assert.NotNull((await client.WaitAsync(message => (string?)message["id"] == "é"))["result"]);
    }

    [Theory]
    [InlineData("Content-Length: many\r\n\r\n")]
    [InlineData("Content-Length: -1\r\n\r\n")]
    [InlineData("Content-Length: 99999999999\r\n\r\n")]
    public async Task WhatCannotBePassedOverEndsTheServer(string header)
    {
        await using var client = await LspClient.OpenAsync();
        await client.SendRawAsync(header);
        Assert.Equal(1, await client.Server!.WaitAsync(HangGuard.Limit));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task ExitSaysWhetherItWasExpected(bool isShutDown, int code)
    {
        await using var client = await LspClient.OpenAsync();
        if (isShutDown)
        {
            Assert.Null(await client.RequestAsync("shutdown", null));
            Assert.Equal(-32600, (await Assert.ThrowsAsync<LspError>(() => client.RequestAsync("textDocument/foldingRange", s_document))).Code);
        }

        await client.NotifyAsync("exit", null);
        Assert.Equal(code, await client.Server!.WaitAsync(HangGuard.Limit));
    }

    [Fact]
    public async Task TheEndOfTheInputEndsTheServerOnceAllIsAnswered()
    {
        await using var client = await LspClient.OpenAsync();
        var (_, answer) = await client.BeginAsync("textDocument/foldingRange", s_document);
        client.EndInput();
        Assert.Null(await answer.WaitAsync(HangGuard.Limit));
        Assert.Equal(1, await client.Server!.WaitAsync(HangGuard.Limit));
    }

    [Fact]
    public async Task ARequestCanBeCancelled()
    {
        // A session that takes long to explore keeps the request busy until then.
        await using var editor = await Editor.StartAsync();
        await editor.OpenAsync("Ring", Tables.SlowSession);
        var text = editor.Texts["Ring"];
        var place = Place.Of(text, text.IndexOf("Ring", StringComparison.Ordinal)); // what its check shows is asked for
        var (id, answer) = await editor.Client.BeginAsync("textDocument/hover", new { textDocument = new { uri = editor.UriOf("Ring") }, position = place });
        await editor.Client.NotifyAsync("$/cancelRequest", new { id });
        Assert.Equal(-32800, (await Assert.ThrowsAsync<LspError>(() => answer.WaitAsync(HangGuard.Limit))).Code);
        await editor.Client.NotifyAsync("$/cancelRequest", new { id }); // one that is over
        await editor.Client.NotifyAsync("$/cancelRequest", new { nonsense = 1 });
        Assert.NotNull(await editor.AskAsync("textDocument/foldingRange", "Ring"));
    }
}
