namespace Acme.Net;

/// <summary>The control bits that the figures of the RFC print.</summary>
[Flags]
internal enum Control
{
    None = 0,
    Syn = 1,
    Fin = 2,
    Rst = 4,
    Ack = 8,
}

/// <summary>One segment on the wire.</summary>
/// <param name="Sequence">The number of its first byte; SYN and FIN count as one byte each.</param>
/// <param name="Acknowledgement">The next byte that its sender expects; counts only with <see cref="Control.Ack"/>.</param>
/// <param name="Control">The control bits.</param>
/// <param name="Payload">The data.</param>
internal sealed record Segment(uint Sequence, uint Acknowledgement, Control Control, ReadOnlyMemory<byte> Payload)
{
    /// <summary>How many sequence numbers it takes.</summary>
    public uint Length => (uint)Payload.Length + (Has(Control.Syn) ? 1u : 0) + (Has(Control.Fin) ? 1u : 0);

    public bool Has(Control bits) => (Control & bits) == bits;

    /// <summary>As the RFC writes it: <c>&lt;SEQ=100&gt;&lt;ACK=300&gt;&lt;CTL=FIN,ACK&gt;</c>.</summary>
    public override string ToString()
    {
        var bits = string.Join(',', new[] { Control.Syn, Control.Fin, Control.Rst, Control.Ack }.Where(bit => Has(bit)).Select(bit => bit.ToString().ToUpperInvariant()));
        return $"<SEQ={Sequence}>{(Has(Control.Ack) ? $"<ACK={Acknowledgement}>" : "")}<CTL={bits}>{(Payload.IsEmpty ? "" : "<DATA>")}";
    }
}
