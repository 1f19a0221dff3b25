namespace Acme.Net;

/// <summary>The states as the RFC spells them.</summary>
internal static class StateNames
{
    public static string Of(TcpConnectionState state) => state switch
    {
        TcpConnectionState.Closed => "CLOSED",
        TcpConnectionState.Listen => "LISTEN",
        TcpConnectionState.SynSent => "SYN-SENT",
        TcpConnectionState.SynRcvd => "SYN-RECEIVED",
        TcpConnectionState.Established => "ESTABLISHED",
        TcpConnectionState.FinWait1 => "FIN-WAIT-1",
        TcpConnectionState.FinWait2 => "FIN-WAIT-2",
        TcpConnectionState.CloseWait => "CLOSE-WAIT",
        TcpConnectionState.Closing => "CLOSING",
        TcpConnectionState.LastAck => "LAST-ACK",
        TcpConnectionState.TimeWait => "TIME-WAIT",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of TCP."),
    };
}
