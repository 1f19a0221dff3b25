using System.Net;
using Acme.Net;

/// <summary>Plays a server's part: its last words, and the end.</summary>
internal static class DataAfterFin
{
    // Thought: the order of two messages does not matter.
    public static TcpConnection Wrong(EndPoint server, byte[] answer)
    {
        var tcp = Dialer.Open(server);
        tcp.Receive(new Tcp.Fin());
        tcp.Receive(new Tcp.Data(answer));
        return tcp;
    }

    public static TcpConnection Right(EndPoint server, byte[] answer)
    {
        var tcp = Dialer.Open(server);
        tcp.Receive(new Tcp.Data(answer));
        tcp.Receive(new Tcp.Fin());
        return tcp;
    }
}
