using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProtoDsl.Testing;

namespace ProtoDsl.LanguageServer.Tests.Harness;

/// <summary>A client of the protocol, written from its specification and not from the server: over the streams of a process, or of a server in this one.</summary>
internal sealed class LspClient : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = HangGuard.Limit;

    private readonly Stream _toServer;
    private readonly Stream _fromServer;
    private readonly Task _reading;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> _waiting = new();
    private readonly List<JsonNode> _notifications = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastId;

    public LspClient(Stream toServer, Stream fromServer)
    {
        _toServer = toServer;
        _fromServer = fromServer;
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>What the server returns; for one in this process.</summary>
    public Task<int>? Server { get; private init; }

    /// <summary>A server in this process, which nothing was said to yet.</summary>
    public static LspClient Start(ServerOptions? options = null)
    {
        var toServer = new AnonymousPipeServerStream(PipeDirection.Out);
        var input = new AnonymousPipeClientStream(PipeDirection.In, toServer.ClientSafePipeHandle);
        var fromServer = new AnonymousPipeServerStream(PipeDirection.In);
        var output = new AnonymousPipeClientStream(PipeDirection.Out, fromServer.ClientSafePipeHandle);
        var server = Task.Run(async () =>
        {
            try
            {
                return await LanguageServerHost.RunAsync(input, output, options ?? new ServerOptions());
            }
            finally
            {
                await output.DisposeAsync();
            }
        });
        return new LspClient(toServer, fromServer) { Server = server };
    }

    /// <summary>The same after the first words.</summary>
    public static async Task<LspClient> OpenAsync(string? folder = null, object? capabilities = null, ServerOptions? options = null)
    {
        var client = Start(options);
        await client.InitializeAsync(folder, capabilities);
        return client;
    }

    public async Task<JsonNode?> InitializeAsync(string? folder = null, object? capabilities = null)
    {
        var result = await RequestAsync("initialize", new { processId = (int?)null, rootUri = folder is null ? null : new Uri(folder).AbsoluteUri, capabilities = capabilities ?? new { } });
        await NotifyAsync("initialized", new { });
        return result;
    }

    /// <exception cref="LspError">The server refuses.</exception>
    public async Task<JsonNode?> RequestAsync(string method, object? parameters)
    {
        var (_, answer) = await BeginAsync(method, parameters);
        return await answer.WaitAsync(s_limit);
    }

    /// <summary>Sends a request, and hands back its id and what will be its answer.</summary>
    public async Task<(int Id, Task<JsonNode?> Answer)> BeginAsync(string method, object? parameters)
    {
        var id = Interlocked.Increment(ref _lastId);
        var waiting = _waiting[id] = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(JsonSerializer.Serialize(new { jsonrpc = "2.0", id, method, @params = parameters }));
        return (id, waiting.Task);
    }

    public Task NotifyAsync(string method, object? parameters) => SendAsync(JsonSerializer.Serialize(new { jsonrpc = "2.0", method, @params = parameters }));

    /// <summary>Sends a body with its header.</summary>
    public Task SendAsync(string body) => SendRawAsync(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));

    /// <summary>Sends characters.</summary>
    public async Task SendRawAsync(string text)
    {
        await _writing.WaitAsync();
        try
        {
            await _toServer.WriteAsync(Encoding.UTF8.GetBytes(text));
            await _toServer.FlushAsync();
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Ends what the server reads.</summary>
    public void EndInput() => _toServer.Dispose();

    /// <summary>The first message without an answer that is wanted, one that came before included.</summary>
    public async Task<JsonNode> WaitAsync(Func<JsonNode, bool> isWanted)
    {
        while (true)
        {
            Task news;
            lock (_notifications)
            {
                if (_notifications.Find(message => isWanted(message)) is { } found)
                {
                    return found;
                }

                news = _news.Task;
            }

            await news.WaitAsync(s_limit);
        }
    }

    /// <summary>All messages so far that are no answers to requests.</summary>
    public JsonNode[] Notifications
    {
        get
        {
            lock (_notifications)
            {
                return [.. _notifications];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _toServer.DisposeAsync();
        await _reading.WaitAsync(s_limit);
        await _fromServer.DisposeAsync();
        if (Server is not null)
        {
            await Server.WaitAsync(s_limit);
        }
    }

    private async Task ReadAsync()
    {
        while (await ReadMessageAsync() is { } message)
        {
            if (message["id"] is JsonValue id && message["method"] is null && id.TryGetValue<int>(out var number) && _waiting.TryRemove(number, out var waiting))
            {
                if (message["error"] is { } error)
                {
                    waiting.SetException(new LspError((int)error["code"]!, (string)error["message"]!));
                }
                else
                {
                    waiting.SetResult(message["result"]);
                }

                continue;
            }

            lock (_notifications)
            {
                _notifications.Add(message);
                _news.SetResult();
                _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        foreach (var waiting in _waiting.Values)
        {
            waiting.TrySetException(new EndOfStreamException("the server has ended"));
        }
    }

    private async Task<JsonNode?> ReadMessageAsync()
    {
        var header = new StringBuilder();
        var one = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await _fromServer.ReadAsync(one) == 0)
            {
                return null;
            }

            header.Append((char)one[0]);
        }

        var body = new byte[int.Parse(header.ToString()["Content-Length: ".Length..].Trim(), CultureInfo.InvariantCulture)];
        await _fromServer.ReadExactlyAsync(body);
        return JsonNode.Parse(body);
    }
}

/// <summary>A refusal.</summary>
internal sealed class LspError(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
