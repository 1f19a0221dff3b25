namespace Acme.Net;

/// <summary>What lies between two endpoints: one queue a direction. Nothing moves until it is told to, so that segments can cross.</summary>
internal sealed class Wire(Ladder ladder)
{
    private readonly Queue<Segment> _toA = new();
    private readonly Queue<Segment> _toB = new();
    private Endpoint? _a;
    private Endpoint? _b;

    public void Connect(Endpoint a, Endpoint b) => (_a, _b) = (a, b);

    public void Send(Endpoint sender, Segment segment)
    {
        ladder.Sent(sender.Side, segment, sender.State);
        (sender.Side == Side.A ? _toB : _toA).Enqueue(segment);
    }

    /// <summary>Hands the oldest segment on its way to a side to that side.</summary>
    public bool Deliver(Side to)
    {
        if ((to == Side.A ? _a : _b) is not { } receiver || !(to == Side.A ? _toA : _toB).TryDequeue(out var segment))
        {
            return false;
        }

        receiver.Receive(segment);
        return true;
    }

    /// <summary>Loses the oldest segment on its way to a side.</summary>
    public void Lose(Side to) => ladder.Lost((to == Side.A ? _toA : _toB).Dequeue(), to);

    /// <summary>Delivers until nothing is on its way, in turn to either side.</summary>
    public void Settle()
    {
        while (Deliver(Side.B) | Deliver(Side.A))
        {
        }
    }
}

/// <summary>The two ends of the wire, left and right in the figures.</summary>
internal enum Side
{
    A,
    B,
}
