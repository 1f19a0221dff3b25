using System.Text.Json;
using ProtoDsl.LanguageServer.Lsp;
using ProtoDsl.LanguageServer.Transport;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer;

/// <summary>The methods of the protocol that are understood.</summary>
/// <param name="current">The tables at the moment of a request.</param>
internal sealed class MethodTable(Func<TableSet> current)
{
    private readonly Dictionary<string, Func<JsonElement, RpcWork>> _requests = [];
    private readonly Dictionary<string, Action<JsonElement>> _notifications = [];

    /// <summary>A request about tables: it is answered beside others, from the tables as they are when it comes.</summary>
    public void OnRequest<TParams, TResult>(string method, Func<TableSet, TParams, CancellationToken, TResult?> answer)
        where TResult : class =>
        _requests.Add(method, json =>
        {
            var (parameters, tables) = (Read<TParams>(json), current());
            return new RpcWork(cancellation => new RpcResult(answer(tables, parameters, cancellation), LspJson.Of<TResult>()), IsOrdered: false);
        });

    /// <summary>A request that is answered before the next message is read.</summary>
    public void OnOrderedRequest<TParams, TResult>(string method, Func<TParams, TResult?> answer)
        where TResult : class =>
        _requests.Add(method, json =>
        {
            var result = answer(Read<TParams>(json));
            return new RpcWork(_ => new RpcResult(result, LspJson.Of<TResult>()), IsOrdered: true);
        });

    /// <summary>A notification.</summary>
    public void OnNotification<TParams>(string method, Action<TParams> take) => _notifications.Add(method, json => take(Read<TParams>(json)));

    /// <summary>The work of a request.</summary>
    /// <exception cref="RpcException">Nobody knows the method.</exception>
    /// <exception cref="JsonException">The parameters do not fit.</exception>
    public RpcWork Begin(string method, JsonElement parameters) => _requests.TryGetValue(method, out var begin)
        ? begin(parameters)
        : throw new RpcException(RpcError.MethodNotFound, $"This server does not know the method '{method}'.");

    /// <summary>Takes a notification; one that is not known means nothing.</summary>
    /// <exception cref="JsonException">The parameters do not fit.</exception>
    public void Notify(string method, JsonElement parameters)
    {
        if (_notifications.TryGetValue(method, out var take))
        {
            take(parameters);
        }
    }

    private static T Read<T>(JsonElement parameters) => parameters.ValueKind == JsonValueKind.Object
        ? parameters.Deserialize(LspJson.Of<T>()) ?? throw new JsonException("null")
        : throw new JsonException("an object is expected");
}
