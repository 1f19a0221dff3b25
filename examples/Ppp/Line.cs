namespace Acme.Net;

/// <summary>The serial line between two peers, and the chart of what happens on it.</summary>
internal sealed class Line
{
    private readonly Queue<(Peer From, string Packet, Func<Peer, bool> Deliver)> _packets = new();
    private Peer? _left;
    private Peer? _right;

    public void Connect(Peer left, Peer right)
    {
        (_left, _right) = (left, right);
        Console.WriteLine($"{left.Name,-10}{"",52}{right.Name}");
        Draw(left.State, "", right.State);
    }

    public void Send(Peer from, string packet, Func<Peer, bool> deliver) => _packets.Enqueue((from, packet, deliver));

    /// <summary>Delivers until nothing is on its way.</summary>
    public void Settle()
    {
        while (_packets.TryDequeue(out var packet))
        {
            var receiver = packet.From == _left ? _right : _left;
            var note = receiver is not null && packet.Deliver(receiver) ? "" : " (dropped)";
            Draw(packet, packet.Packet + note);
        }
    }

    /// <summary>Loses whatever is on its way.</summary>
    public void Lose()
    {
        while (_packets.TryDequeue(out var packet))
        {
            Draw(packet, packet.Packet + " (lost)");
        }
    }

    /// <summary>Something happens at one end.</summary>
    public void Note(Peer peer, string what) =>
        Draw(peer == _left ? peer.State : null, peer == _left ? $"({what})" : $"{$"({what})",48}", peer == _right ? peer.State : null);

    private void Draw((Peer From, string, Func<Peer, bool>) packet, string text) =>
        Draw(_left?.State, packet.From == _left ? $"--> {text,-40} -->" : $"<-- {text,-40} <--", _right?.State);

    private static void Draw(LcpState? left, string text, LcpState? right) => Console.WriteLine($"{left,-10}  {text,-48}  {right}".TrimEnd());
}
