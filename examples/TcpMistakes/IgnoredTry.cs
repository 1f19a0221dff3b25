using Acme.Net;

/// <summary>Sends where that may not be possible.</summary>
internal static class IgnoredTry
{
    // Thought: Try is the one that does not throw.
    public static void Wrong(TcpConnection tcp, byte[] request)
    {
        tcp.TrySend(request);
        Console.WriteLine("Sent.");
    }

    public static void Right(TcpConnection tcp, byte[] request) =>
        Console.WriteLine(tcp.TrySend(request) ? "Sent." : "Too late.");
}
