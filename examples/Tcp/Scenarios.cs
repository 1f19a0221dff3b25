namespace Acme.Net;

/// <summary>The figures of RFC 9293, sections 3.5 and 3.6, and what they leave out.</summary>
internal static class Scenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("handshake", "Three-way handshake (RFC 9293, figure 6)", stage =>
        {
            stage.B.Listen();
            stage.A.Connect();
            stage.Wire.Settle();
            stage.A.Send("hello");
            stage.Wire.Settle();
        }),
        new("simultaneous-open", "Simultaneous open (RFC 9293, figure 7)", stage =>
        {
            stage.A.Connect();
            stage.B.Connect();
            Cross(stage, 2);
        }),
        new("close", "Four-way close (RFC 9293, figure 12)", stage =>
        {
            stage.Establish();
            stage.A.Close();
            stage.Wire.Settle();
            stage.B.Close();
            stage.Wire.Settle();
            stage.WaitTwoMsl();
        }),
        new("simultaneous-close", "Simultaneous close (RFC 9293, figure 13)", stage =>
        {
            stage.Establish();
            stage.A.Close();
            stage.B.Close();
            Cross(stage, 2);
            stage.WaitTwoMsl();
        }),
        new("half-close", "Half-close: who has sent FIN may not send any more, but still receives", stage =>
        {
            stage.Establish();
            stage.A.Send("GET /");
            stage.Wire.Settle();
            stage.A.Close();
            stage.Wire.Settle();
            stage.B.Send("200 ");
            stage.Wire.Settle();
            stage.B.Send("OK");
            stage.Wire.Settle();
            stage.B.Close();
            stage.Wire.Settle();
            stage.WaitTwoMsl();
            stage.Remark($"Peer A closed after \"{stage.B.Received}\" and still received \"{stage.A.Received}\".");
        }),
        new("refused", "Connection refused: nobody listens", stage =>
        {
            stage.A.Connect();
            stage.Wire.Settle();
        }),
        new("abort", "Abort: RST ends the connection at once", stage =>
        {
            stage.Establish();
            stage.A.Send("lots of data");
            stage.A.Abort();
            stage.Wire.Settle();
        }),
        new("queued", "Sent and closed before the handshake has ended: queued, and done when it has", stage =>
        {
            stage.B.Listen();
            stage.A.Connect();
            stage.A.Send("early");
            stage.Wire.Deliver(Side.B);
            stage.B.Send("early too");
            stage.B.Close();
            stage.Wire.Settle();
            stage.Remark($"Peer A received \"{stage.A.Received}\", peer B \"{stage.B.Received}\".");
        }),
        new("lost-ack", "The last ACK is lost: why TIME-WAIT waits, and waits anew", stage =>
        {
            stage.Establish();
            stage.A.Close();
            stage.Wire.Settle();
            stage.B.Close();
            stage.Wire.Deliver(Side.A);
            stage.Wire.Lose(Side.B);
            stage.Clock.Advance(TimeSpan.FromSeconds(239));
            stage.B.Retransmit();
            stage.Wire.Settle();
            stage.Clock.Advance(TimeSpan.FromSeconds(239));
            stage.Remark($"{stage.Clock.Now.TotalSeconds} seconds after the close, peer A is still in {StateNames.Of(stage.A.State)}.");
            stage.Clock.Advance(TimeSpan.FromSeconds(1));
        }),
        new("user-timeout", "User timeout: the peer has gone silent", stage =>
        {
            stage.Establish();
            stage.A.Close();
            stage.Wire.Lose(Side.B);
            stage.Clock.Advance(TimeSpan.FromMinutes(5));
        }),
    ];

    // Both directions at once: what either side sends leaves before it sees what the other has sent.
    private static void Cross(Stage stage, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            stage.Wire.Deliver(Side.A);
            stage.Wire.Deliver(Side.B);
        }
    }
}
