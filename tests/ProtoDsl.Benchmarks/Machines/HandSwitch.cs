using ProtoDsl.Benchmarks.Tables;
using ProtoDsl.Benchmarks.Walks;

namespace ProtoDsl.Benchmarks.Machines;

/// <summary>What a careful developer writes by hand: a method an event, a switch over the state in each, and an exception.</summary>
public sealed class HandSwitch
{
    public TcpState State { get; private set; }

    public TcpState Listen() => State switch
    {
        TcpState.Closed => State = TcpState.Listen,
        _ => throw Illegal("Listen"),
    };

    public TcpState Connect() => State switch
    {
        TcpState.Closed or TcpState.Listen => State = TcpState.SynSent,
        _ => throw Illegal("Connect"),
    };

    public TcpState Send() => State switch
    {
        TcpState.Established or TcpState.CloseWait => State,
        _ => throw Illegal("Send"),
    };

    public TcpState Close() => State switch
    {
        TcpState.Listen or TcpState.SynSent => State = TcpState.Closed,
        TcpState.SynRcvd or TcpState.Established => State = TcpState.FinWait1,
        TcpState.CloseWait => State = TcpState.LastAck,
        _ => throw Illegal("Close"),
    };

    public TcpState Abort() => State switch
    {
        >= TcpState.Established and <= TcpState.TimeWait => State = TcpState.Closed,
        _ => throw Illegal("Abort"),
    };

    public TcpState Expire() => State switch
    {
        TcpState.TimeWait => State = TcpState.Closed,
        _ => throw Illegal("Expire"),
    };

    public TcpState Receive(in Tables.Walk.Syn message) => State switch
    {
        TcpState.Listen or TcpState.SynSent => State = TcpState.SynRcvd,
        _ => throw Illegal("SYN"),
    };

    public TcpState Receive(in Tables.Walk.SynAck message) => State switch
    {
        TcpState.SynSent or TcpState.SynRcvd => State = TcpState.Established,
        _ => throw Illegal("SYN_ACK"),
    };

    public TcpState Receive(in Tables.Walk.Ack message)
    {
        switch (State)
        {
            case TcpState.SynRcvd when message.Of == Tables.Walk.AckOf.Syn:
                return State = TcpState.Established;
            case TcpState.FinWait1 when message.Of == Tables.Walk.AckOf.Fin:
                return State = TcpState.FinWait2;
            case TcpState.Closing when message.Of == Tables.Walk.AckOf.Fin:
                return State = TcpState.TimeWait;
            case TcpState.LastAck when message.Of == Tables.Walk.AckOf.Fin:
                return State = TcpState.Closed;
            default:
                throw Illegal("ACK");
        }
    }

    public TcpState Receive(in Tables.Walk.Data message) => State switch
    {
        TcpState.Established or TcpState.FinWait1 or TcpState.FinWait2 => State,
        _ => throw Illegal("DATA"),
    };

    public TcpState Receive(in Tables.Walk.Fin message) => State switch
    {
        TcpState.Established => State = TcpState.CloseWait,
        TcpState.FinWait1 => State = TcpState.Closing,
        TcpState.FinWait2 => State = TcpState.TimeWait,
        _ => throw Illegal("FIN"),
    };

    public TcpState Receive(in Tables.Walk.Rst message) => State switch
    {
        TcpState.SynRcvd => State = TcpState.Listen,
        TcpState.SynSent or (>= TcpState.Established and <= TcpState.TimeWait) => State = TcpState.Closed,
        _ => throw Illegal("RST"),
    };

    private InvalidOperationException Illegal(string what) => new($"{what} in {State}");
}
