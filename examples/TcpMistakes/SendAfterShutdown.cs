using System.Net;
using Acme.Net;

/// <summary>A client asks, says that it has nothing more to ask, and asks again.</summary>
internal static class SendAfterShutdown
{
    // Thought: the peer still sends, so the connection is open.
    public static TcpConnection Wrong(EndPoint server, byte[] request, byte[] more)
    {
        var tcp = new TcpConnection(new NoNetwork());
        tcp.Connect(server);
        tcp.Receive(new Tcp.SynAck());
        tcp.Send(request);
        tcp.Close();
        tcp.Receive(new Tcp.Ack(Tcp.AckOf.Fin));      // FIN_WAIT_2: the peer knows that we are done
        tcp.Receive(new Tcp.Data(request));           // it may still answer
        tcp.Send(more);
        return tcp;
    }

    public static TcpConnection Right(EndPoint server, byte[] request, byte[] more)
    {
        var tcp = new TcpConnection(new NoNetwork());
        tcp.Connect(server);
        tcp.Receive(new Tcp.SynAck());
        tcp.Send(request);
        tcp.Send(more);
        tcp.Close();
        tcp.Receive(new Tcp.Ack(Tcp.AckOf.Fin));
        tcp.Receive(new Tcp.Data(request));
        return tcp;
    }
}
