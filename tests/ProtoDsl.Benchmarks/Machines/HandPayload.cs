using ProtoDsl.Benchmarks.Tables;
using ProtoDsl.Benchmarks.Walks;

namespace ProtoDsl.Benchmarks.Machines;

/// <summary>The part of a hand-written machine with payload that the benchmarks call. Like the generated one it refuses an event raised
/// from inside an effect and stays usable when an effect throws.</summary>
public sealed class HandPayload(ITcpPayloadActions actions)
{
    private TcpState _state;
    private bool _busy;

    public TcpState Connect()
    {
        if (_busy || _state is not (TcpState.Closed or TcpState.Listen))
        {
            throw Illegal("Connect");
        }

        return _state = TcpState.SynSent;
    }

    public TcpState Receive(in Payload.SynAck message)
    {
        if (_busy || _state is not (TcpState.SynSent or TcpState.SynRcvd))
        {
            throw Illegal("SYN_ACK");
        }

        return _state = TcpState.Established;
    }

    public TcpState Send(ReadOnlyMemory<byte> data)
    {
        if (_busy || _state is not (TcpState.Established or TcpState.CloseWait))
        {
            throw Illegal("Send");
        }

        _busy = true;
        try
        {
            actions.Send(new Payload.Data(data));
        }
        finally
        {
            _busy = false;
        }

        return _state;
    }

    public TcpState Receive(in Payload.Data message)
    {
        if (_busy || _state is not (TcpState.Established or TcpState.FinWait1 or TcpState.FinWait2))
        {
            throw Illegal("DATA");
        }

        _busy = true;
        try
        {
            actions.Deliver(in message);
        }
        finally
        {
            _busy = false;
        }

        return _state;
    }

    private InvalidOperationException Illegal(string what) => new($"{what} in {_state}");
}
