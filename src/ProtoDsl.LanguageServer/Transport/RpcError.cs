namespace ProtoDsl.LanguageServer.Transport;

/// <summary>The codes of JSON-RPC and of the language server protocol that are used here.</summary>
internal static class RpcError
{
    /// <summary>No JSON.</summary>
    public const int Parse = -32700;

    /// <summary>No request, or one at the wrong time.</summary>
    public const int InvalidRequest = -32600;

    /// <summary>Nobody knows the method.</summary>
    public const int MethodNotFound = -32601;

    /// <summary>The parameters do not fit the method.</summary>
    public const int InvalidParams = -32602;

    /// <summary>A defect of ours.</summary>
    public const int Internal = -32603;

    /// <summary>Asked before <c>initialize</c>.</summary>
    public const int NotInitialized = -32002;

    /// <summary>The request is understood, and what it wants cannot be done; the message is for the user.</summary>
    public const int RequestFailed = -32803;

    /// <summary>Cancelled by the client.</summary>
    public const int Cancelled = -32800;
}

/// <summary>Why a request is refused, in words for the user.</summary>
internal sealed class RpcException(int code, string message) : Exception(message)
{
    /// <summary>One of <see cref="RpcError"/>.</summary>
    public int Code { get; } = code;
}
