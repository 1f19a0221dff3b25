using Acme.Net;

/// <summary>Nothing is wrong here: it depends on the state in which it is called.</summary>
internal static class Farewell
{
    public static void Say(TcpConnection tcp) => tcp.Send("QUIT"u8.ToArray());
}
