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
            Draw(_left?.State, packet.From == _left ? $"--> {packet.Packet + note,-40} -->" : $"<-- {packet.Packet + note,-40} <--", _right?.State);
        }
    }

    /// <summary>Loses whatever is on its way.</summary>
    public void Lose()
    {
        while (_packets.TryDequeue(out var packet))
        {
            Draw(packet.From == _left ? _left.State : null, packet.From == _left ? $"--> {packet.Packet} (lost)" : $"{$"{packet.Packet} (lost)",44} <--", packet.From == _left ? null : _right?.State);
        }
    }

    /// <summary>Something has happened at one end: the state that it led to.</summary>
    public void Happened(Peer peer, string what) => Draw(peer == _left ? peer.State : null, Aside(peer, $"({what})"), peer == _right ? peer.State : null);

    /// <summary>Something happens at one end while an event is running there.</summary>
    public void Note(Peer peer, string what) => Draw(null, Aside(peer, $"[{what}]"), null);

    private string Aside(Peer peer, string text) => peer == _left ? text : text.PadLeft(48);

    private static void Draw(LcpState? left, string text, LcpState? right) => Console.WriteLine($"{left,-10}  {text,-48}  {right}".TrimEnd());
}
