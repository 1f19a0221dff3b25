namespace ProtoDsl.LanguageServer.Tests.Harness;

/// <summary>Tables that several tests need.</summary>
internal static class Tables
{
    /// <summary>Two machines in files of their own, and a third file with their session.</summary>
    public const string Client = """
        protocol Client
        message PING(Fast|Slow how), PONG, BYE
        call Go, Stop
        machine Pinger
        initial state IDLE
            Go / !PING(Fast) -> WAITING
            Stop / !BYE -> OVER
        state WAITING
            ?PONG / noted -> IDLE
        final state OVER
            forbid Go | Stop "it is over"

        """;

    public const string Server = """
        protocol Server
        message PING(Fast|Slow how), PONG, BYE
        machine Ponger
        initial state READY
            ?PING(Fast) / !PONG -> READY
            ?BYE -> GONE
        final state GONE

        """;

    public const string Pair = """
        protocol Pair
        import Client, Server
        session Talk
            client : Pinger calls Go, Stop
            server : Ponger from READY
            over fifo(1)
        scenario "once" in Talk
            client Go
            client -> server PING(Fast)
            server -> client PONG
            expect client IDLE, server READY

        """;

    /// <summary>Configurations without number: looking at as many as the budget allows takes a while.</summary>
    public static string SlowSession { get; } = string.Join('\n', [
        "message A, B, C, D", "call Go", "machine Node",
        .. Enumerable.Range(0, 12).SelectMany(i => new[] { i == 0 ? "initial final state S0" : $"state S{i}", $"    Go / !A, !B -> S{(i + 1) % 12}", $"    ?A / !C -> S{(i + 5) % 12}", $"    ?B -> S{(i + 7) % 12}", $"    ?C / !D -> S{i}", $"    ignore ?D" }),
        "session Ring", "    a : Node", "    b : Node", "    over bag(8)", ""]);
}
