using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ProtoDsl.LanguageServer.Transport;

/// <summary>An answer and how it is written.</summary>
internal readonly record struct RpcResult(object? Value, JsonTypeInfo Type);

/// <summary>What is to be done for a request.</summary>
/// <param name="Run">Does it.</param>
/// <param name="IsOrdered">True for what is answered before the next message is read; else it runs beside other requests.</param>
internal readonly record struct RpcWork(Func<CancellationToken, RpcResult> Run, bool IsOrdered);

/// <summary>What answers. It is told of messages one by one, in their order, on one thread.</summary>
internal interface IRpcTarget
{
    /// <summary>True once nothing more is to be read.</summary>
    bool HasExited { get; }

    /// <summary>Takes a request. What is returned may run after messages that come later: it must see what was there at the time of the call.</summary>
    /// <exception cref="RpcException">The request is refused.</exception>
    /// <exception cref="JsonException">The parameters do not fit.</exception>
    RpcWork BeginRequest(string method, JsonElement parameters);

    /// <summary>Takes a notification.</summary>
    /// <exception cref="JsonException">The parameters do not fit.</exception>
    void Notify(string method, JsonElement parameters);

    /// <summary>Told of a defect of ours.</summary>
    void Report(string method, Exception exception);
}
