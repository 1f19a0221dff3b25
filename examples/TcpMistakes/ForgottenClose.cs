using System.Net;
using Acme.Net;

/// <summary>Asks one question.</summary>
internal static class ForgottenClose
{
    // Thought: the garbage collector closes it.
    public static void Wrong(EndPoint server, byte[] request)
    {
        var tcp = new TcpConnection(new NoNetwork());
        tcp.Connect(server);
        tcp.Receive(new Tcp.SynAck());
        tcp.Send(request);
    }

    public static void Right(EndPoint server, byte[] request)
    {
        var tcp = new TcpConnection(new NoNetwork());
        tcp.Connect(server);
        tcp.Receive(new Tcp.SynAck());
        tcp.Send(request);
        tcp.Abort();
    }
}
