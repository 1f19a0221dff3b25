using System.Net;
using Acme.Net;

/// <summary>Hangs up on an error, waits, and goes on.</summary>
internal static class AfterAwait
{
    // Thought: after a while the connection comes back by itself.
    public static async Task<TcpConnection> Wrong(EndPoint server, byte[] request)
    {
        var tcp = Dialer.Open(server);
        tcp.Abort();
        await Task.Delay(TimeSpan.FromSeconds(5));
        tcp.Send(request);
        return tcp;
    }

    public static async Task<TcpConnection> Right(EndPoint server, byte[] request)
    {
        var tcp = Dialer.Open(server);
        tcp.Abort();
        await Task.Delay(TimeSpan.FromSeconds(5));
        tcp.Connect(server);
        tcp.Send(request);
        return tcp;
    }
}
