namespace ProtoDsl.Benchmarks.Walks;

/// <summary>What can happen to a connection in the benchmarks; an ACK counts as two by what it acknowledges.</summary>
public enum Step : byte
{
    Listen,
    Connect,
    Send,
    Close,
    Abort,
    Expire,
    Syn,
    SynAck,
    AckSyn,
    AckFin,
    Data,
    Fin,
    Rst,
}

/// <summary>The eleven states, in the order of the tables.</summary>
public enum TcpState : byte
{
    Closed,
    Listen,
    SynSent,
    SynRcvd,
    Established,
    FinWait1,
    FinWait2,
    CloseWait,
    Closing,
    LastAck,
    TimeWait,
}
