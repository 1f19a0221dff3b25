using System.Net;
using Acme.Net;

/// <summary>Sends as soon as the connection is there.</summary>
internal static class AlwaysTrue
{
    // Thought: Connect may fail, and then it is closed.
    public static TcpConnection Wrong(EndPoint server, byte[] request)
    {
        var tcp = new TcpConnection(new NoNetwork());
        tcp.Connect(server);
        if (tcp.State is not TcpConnectionState.Closed)
        {
            tcp.Send(request);
        }

        return tcp;
    }

    public static TcpConnection Right(EndPoint server, byte[] request)
    {
        var tcp = new TcpConnection(new NoNetwork());
        tcp.Connect(server);
        tcp.Send(request);      // queued until the connection is there
        return tcp;
    }
}
