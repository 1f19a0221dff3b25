using System.Collections.Concurrent;
using System.Text.Json;

namespace ProtoDsl.LanguageServer.Transport;

/// <summary>JSON-RPC over a pair of streams. Nothing that comes ends it but the end of the stream, what is no message at all, and the target's wish.</summary>
internal sealed class RpcConnection(Stream input, MessageWriter writer, IRpcTarget target)
{
    private readonly MessageReader _reader = new(input);
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new();
    private readonly ConcurrentDictionary<Task, byte> _tasks = new();

    /// <summary>Reads and answers to the end. Requests that still run then are finished, unless the target has exited: then they are cancelled.</summary>
    /// <exception cref="InvalidDataException">What comes is no message.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var writing = Task.Run(writer.RunAsync, CancellationToken.None);
        try
        {
            while (!target.HasExited && await _reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } message)
            {
                Handle(message);
            }
        }
        finally
        {
            if (target.HasExited || cancellationToken.IsCancellationRequested)
            {
                CancelAll();
            }

            await Task.WhenAll(_tasks.Keys).ConfigureAwait(false);
            writer.Complete();
            await writing.ConfigureAwait(false);
        }
    }

    private void Handle(byte[] message)
    {
        try
        {
            var root = JsonDocument.Parse(message).RootElement; // not disposed: requests keep parts of it
            if (root.ValueKind != JsonValueKind.Object)
            {
                writer.Error(null, RpcError.InvalidRequest, "A message must be an object; batches are not part of the language server protocol.");
                return;
            }

            Handle(root);
        }
        catch (JsonException exception)
        {
            writer.Error(null, RpcError.Parse, $"The message is not JSON: {exception.Message}");
        }
    }

    private void Handle(JsonElement message)
    {
        var hasId = message.TryGetProperty("id", out var id);
        if (hasId && id.ValueKind is not (JsonValueKind.Number or JsonValueKind.String or JsonValueKind.Null))
        {
            writer.Error(null, RpcError.InvalidRequest, "The id of a request must be a number or a string.");
            return;
        }

        if (!message.TryGetProperty("method", out var name) || name.ValueKind != JsonValueKind.String)
        {
            if (!message.TryGetProperty("result", out _) && !message.TryGetProperty("error", out _))
            {
                writer.Error(hasId ? id : null, RpcError.InvalidRequest, "A message must have a 'method'.");
            }

            return; // an answer to something that we asked: nothing depends on it
        }

        var method = name.GetString() ?? "";
        message.TryGetProperty("params", out var parameters);
        if (hasId)
        {
            Request(id, method, parameters);
        }
        else
        {
            Notification(method, parameters);
        }
    }

    private void Request(JsonElement id, string method, JsonElement parameters)
    {
        var cancellation = new CancellationTokenSource();
        if (!_running.TryAdd(id.GetRawText(), cancellation))
        {
            writer.Error(id, RpcError.InvalidRequest, "A request with this id is still running.");
            return;
        }

        RpcWork work = default;
        if (!Try(id, method, () => work = target.BeginRequest(method, parameters)))
        {
            _running.TryRemove(id.GetRawText(), out _);
        }
        else if (work.IsOrdered)
        {
            Finish(id, method, work.Run, cancellation);
        }
        else
        {
            var task = Task.Run(() => Finish(id, method, work.Run, cancellation), CancellationToken.None);
            _tasks.TryAdd(task, 0);
            task.ContinueWith(done => _tasks.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private void Finish(JsonElement id, string method, Func<CancellationToken, RpcResult> work, CancellationTokenSource cancellation) => Try(id, method, () =>
    {
        RpcResult result;
        try
        {
            result = work(cancellation.Token);
        }
        finally
        {
            // Before the answer is on its way: whoever reads it may use the id again.
            _running.TryRemove(id.GetRawText(), out _);
        }

        writer.Result(id, result.Value, result.Type);
    });

    private void Notification(string method, JsonElement parameters)
    {
        if (method == "$/cancelRequest")
        {
            if (parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty("id", out var id) && _running.TryGetValue(id.GetRawText(), out var request))
            {
                request.Cancel();
            }

            return;
        }

        Try(null, method, () => target.Notify(method, parameters));
    }

    // Nobody answers a notification: what is wrong with it can only be told beside.
    private bool Try(JsonElement? id, string method, Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (RpcException refused)
        {
            Fail(id, method, refused.Code, refused.Message, refused);
        }
        catch (OperationCanceledException)
        {
            Fail(id, method, RpcError.Cancelled, "Cancelled.", null);
        }
        catch (JsonException exception)
        {
            Fail(id, method, RpcError.InvalidParams, $"The parameters of '{method}' do not fit: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            target.Report(method, exception);
            Fail(id, method, RpcError.Internal, $"'{method}' failed: {exception.Message}", null);
        }

        return false;
    }

    private void Fail(JsonElement? id, string method, int code, string message, Exception? told)
    {
        if (id is not null)
        {
            writer.Error(id, code, message);
        }
        else if (told is not null)
        {
            target.Report(method, told);
        }
    }

    private void CancelAll()
    {
        foreach (var request in _running.Values)
        {
            request.Cancel();
        }
    }
}
