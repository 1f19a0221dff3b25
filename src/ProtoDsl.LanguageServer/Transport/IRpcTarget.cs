using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ProtoDsl.LanguageServer.Transport;

/// <summary>An answer and how it is written.</summary>
internal readonly record struct RpcResult(object? Value, JsonTypeInfo Type);

/// <summary>What answers. It is told of messages one by one, in their order, on one thread.</summary>
internal interface IRpcTarget
{
    /// <summary>True once nothing more is to be read.</summary>
    bool HasExited { get; }

    /// <summary>Takes a request. What is returned runs beside other requests, and after messages that come later: it must see what was there at the time
    /// of the call.</summary>
    /// <exception cref="RpcException">The request is refused.</exception>
    /// <exception cref="JsonException">The parameters do not fit.</exception>
    Func<CancellationToken, RpcResult> BeginRequest(string method, JsonElement parameters);

    /// <summary>Takes a notification.</summary>
    /// <exception cref="JsonException">The parameters do not fit.</exception>
    void Notify(string method, JsonElement parameters);

    /// <summary>Told of a defect of ours.</summary>
    void Report(string method, Exception exception);
}
