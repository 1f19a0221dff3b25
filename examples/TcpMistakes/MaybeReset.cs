using System.Net;
using Acme.Net;

/// <summary>Two requests, one after the other, to a server that may hang up in between.</summary>
internal static class MaybeReset
{
    // Thought: something came back, so the server is there.
    public static TcpConnection Wrong(EndPoint server, byte[] request, bool isReset)
    {
        var tcp = Dialer.Open(server);
        tcp.Send(request);
        if (isReset)
        {
            tcp.Receive(new Tcp.Rst());
        }
        else
        {
            tcp.Receive(new Tcp.Data(request));
        }

        tcp.Send(request);
        return tcp;
    }

    public static TcpConnection Right(EndPoint server, byte[] request, bool isReset)
    {
        var tcp = Dialer.Open(server);
        tcp.Send(request);
        if (isReset)
        {
            tcp.Receive(new Tcp.Rst());
        }
        else
        {
            tcp.Receive(new Tcp.Data(request));
        }

        if (tcp.CanSend)
        {
            tcp.Send(request);
        }

        return tcp;
    }
}
