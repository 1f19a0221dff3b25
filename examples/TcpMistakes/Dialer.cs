using System.Net;
using Acme.Net;

/// <summary>Opens connections for the mistakes that come later.</summary>
internal static class Dialer
{
    public static TcpConnection Open(EndPoint server)
    {
        var tcp = new TcpConnection(new NoNetwork());
        tcp.Connect(server);
        tcp.Receive(new Tcp.SynAck());
        return tcp;
    }
}
