using System.Runtime.CompilerServices;
using ProtoDsl.Benchmarks.Tables;

namespace ProtoDsl.Benchmarks.Machines;

/// <summary>The user's part: as little as can be done without being optimised away.</summary>
public sealed class CountingActions : ITcpPayloadActions
{
    public long Bytes { get; private set; }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Send(in Payload.Data message) => Bytes += message.Payload.Length;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Deliver(in Payload.Data message) => Bytes += message.Payload.Length;
}

/// <summary>The same as a struct, for the machine whose actions are a type parameter.</summary>
public struct CountingStruct : ITcpGenericActions
{
    public long Bytes { get; private set; }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Send(in GenericPayload.Data message) => Bytes += message.Payload.Length;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Deliver(in GenericPayload.Data message) => Bytes += message.Payload.Length;
}

/// <summary>Asynchronous actions that have always finished.</summary>
public sealed class CountingAsyncActions : ITcpAsyncActions
{
    public long Bytes { get; private set; }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask SendAsync(AsyncPayload.Data message, CancellationToken cancellationToken)
    {
        Bytes += message.Payload.Length;
        return default;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask DeliverAsync(AsyncPayload.Data message, CancellationToken cancellationToken)
    {
        Bytes += message.Payload.Length;
        return default;
    }
}
