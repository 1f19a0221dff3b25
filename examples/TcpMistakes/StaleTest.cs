using Acme.Net;

/// <summary>Asks first whether the connection is open, as it should, and uses the answer too late.</summary>
internal static class StaleTest
{
    // Thought: I have asked.
    public static void Wrong(TcpConnection tcp, byte[] request)
    {
        var isOpen = tcp.State is TcpConnectionState.Established;
        tcp.Close();
        if (isOpen)
        {
            tcp.Send(request);
        }
    }

    public static void Right(TcpConnection tcp, byte[] request)
    {
        var isOpen = tcp.State is TcpConnectionState.Established;
        if (isOpen)
        {
            tcp.Send(request);
        }

        tcp.Close();
    }
}
