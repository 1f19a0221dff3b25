using System.Net;
using Acme.Net;

/// <summary>The same, where the second request is sent in another file.</summary>
internal static class ThroughHelper
{
    // Thought: a farewell comes last.
    public static void Wrong(EndPoint server, byte[] request)
    {
        var tcp = Dialer.Open(server);
        tcp.Send(request);
        tcp.Close();
        Farewell.Say(tcp);
        tcp.Abort();
    }

    public static void Right(EndPoint server, byte[] request)
    {
        var tcp = Dialer.Open(server);
        tcp.Send(request);
        Farewell.Say(tcp);
        tcp.Close();
        tcp.Abort();
    }
}
