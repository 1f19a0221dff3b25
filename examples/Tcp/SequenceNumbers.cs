namespace Acme.Net;

/// <summary>The sequence numbers of one end: which byte comes next, and what an arriving acknowledgement acknowledges. All that the
/// table of states leaves to the layer below it.</summary>
internal sealed class SequenceNumbers
{
    private readonly uint _initial;
    private readonly List<Segment> _unacknowledged = [];
    private uint _next;
    private uint _expected;
    private Segment? _answered;

    public SequenceNumbers(uint initial) => (_initial, _next) = (initial, initial);

    public bool AnyUnacknowledged => _unacknowledged.Count > 0;

    /// <summary>The oldest segment that is not acknowledged.</summary>
    public Segment Unacknowledged() => _unacknowledged[0];

    /// <summary>Numbers a segment that is about to be sent.</summary>
    public Segment Number(Control control, ReadOnlyMemory<byte> payload)
    {
        if (control == Control.Rst)
        {
            return Reset();
        }

        // A SYN is sent once more, as SYN,ACK, where two SYNs have crossed.
        var sequence = control.HasFlag(Control.Syn) ? _initial : _next;
        var segment = new Segment(sequence, control.HasFlag(Control.Ack) ? _expected : 0, control, payload);
        if (segment.Length > 0)
        {
            _next = sequence + segment.Length;
            _unacknowledged.RemoveAll(earlier => earlier.Sequence == sequence);
            _unacknowledged.Add(segment);
        }

        return segment;
    }

    /// <summary>Takes in what a segment acknowledges, and tells which of our SYN and FIN were. A SYN that a SYN acknowledges, and data, need
    /// no telling.</summary>
    public IEnumerable<Tcp.AckOf> Accept(Segment segment)
    {
        _answered = segment;
        if (segment.Length > 0 && !segment.Has(Control.Rst))
        {
            _expected = segment.Sequence + segment.Length;
        }

        if (!segment.Has(Control.Ack) || segment.Has(Control.Rst))
        {
            return [];
        }

        var acknowledged = _unacknowledged.Where(sent => sent.Sequence + sent.Length <= segment.Acknowledgement).ToList();
        _unacknowledged.RemoveAll(acknowledged.Contains);
        return acknowledged
            .Where(sent => sent.Has(Control.Fin) || (sent.Has(Control.Syn) && !segment.Has(Control.Syn)))
            .Select(sent => sent.Has(Control.Fin) ? Tcp.AckOf.Fin : Tcp.AckOf.Syn)
            .ToList();
    }

    // RFC 9293, section 3.10.7.1: what acknowledges is answered with the number it expects, what does not with an acknowledgement.
    private Segment Reset() => _answered switch
    {
        { } cause when _next == _initial && cause.Has(Control.Ack) => new Segment(cause.Acknowledgement, 0, Control.Rst, default),
        { } cause when _next == _initial => new Segment(0, cause.Sequence + cause.Length, Control.Rst | Control.Ack, default),
        _ => new Segment(_next, 0, Control.Rst, default),
    };
}
