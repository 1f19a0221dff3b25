using System.Net;
using System.Text;

namespace Acme.Net;

/// <summary>One end of a connection. It turns segments into the messages of <c>Tcp.transitions</c> and back, and keeps the sequence
/// numbers, the queue of unsent data and the timers. It never decides what state comes next: only the generated machine does.</summary>
internal sealed class Endpoint : ITcpConnectionActions
{
    private readonly TcpConnection _connection;
    private readonly SequenceNumbers _numbers;
    private readonly Wire _wire;
    private readonly Clock _clock;
    private readonly Ladder _ladder;
    private readonly Queue<Segment> _outgoing = new();
    private readonly Queue<ReadOnlyMemory<byte>> _unsent = new();
    private readonly StringBuilder _received = new();
    private bool _isPassive;
    private bool _closeWhenEstablished;
    private bool _mayFlush;

    public Endpoint(Side side, uint initialSequence, Wire wire, Clock clock, Ladder ladder)
    {
        Side = side;
        _numbers = new SequenceNumbers(initialSequence);
        _wire = wire;
        _clock = clock;
        _ladder = ladder;
        _connection = new TcpConnection(this);
        ladder.Starts(side, State);
    }

    public Side Side { get; }

    public TcpConnectionState State => _connection.State;

    /// <summary>What the peer's data says.</summary>
    public string Received => _received.ToString();

    // ---- the user's calls -------------------------------------------------------------------------------------------------------

    public void Listen() => Call("Listen", () =>
    {
        _isPassive = true;
        _connection.Listen();
    });

    public void Connect() => Call("Connect", () => _connection.Connect(new IPEndPoint(IPAddress.Loopback, 80)));

    public void Send(string text) => Call("Send", () => _connection.Send(Encoding.ASCII.GetBytes(text)));

    public void Close() => Call("Close", () => _connection.Close());

    public void Abort() => Call("Abort", () => _connection.Abort());

    /// <summary>Sends again what is not acknowledged. Retransmission is below the table: no state changes.</summary>
    public void Retransmit() => Call("retransmission", () => _outgoing.Enqueue(_numbers.Unacknowledged()));

    // ---- the wire ---------------------------------------------------------------------------------------------------------------

    /// <summary>A segment arrives. One segment can be two messages: FIN,ACK may acknowledge our FIN and end the peer's data.</summary>
    public void Receive(Segment segment)
    {
        var understood = true;
        foreach (var of in _numbers.Accept(segment))
        {
            understood &= _connection.TryReceive(new Tcp.Ack(of));
        }

        understood &= segment switch
        {
            _ when segment.Has(Control.Rst) => _connection.TryReceive(new Tcp.Rst()),
            _ when segment.Has(Control.Syn | Control.Ack) => _connection.TryReceive(new Tcp.SynAck()),
            _ when segment.Has(Control.Syn) => _connection.TryReceive(new Tcp.Syn()),
            _ when !segment.Payload.IsEmpty => _connection.TryReceive(new Tcp.Data(segment.Payload)),
            _ when segment.Has(Control.Fin) => _connection.TryReceive(new Tcp.Fin()),
            _ => true,
        };
        _ladder.Arrived(Side, segment, State, understood ? null : "dropped");
        Flush();
    }

    // ---- what the machine asks for ----------------------------------------------------------------------------------------------

    void ITcpConnectionActions.Send(in Tcp.Syn message) => Transmit(Control.Syn);

    void ITcpConnectionActions.Send(in Tcp.SynAck message) => Transmit(Control.Syn | Control.Ack);

    void ITcpConnectionActions.Send(in Tcp.Ack message) => Transmit(Control.Ack);

    void ITcpConnectionActions.Send(in Tcp.Fin message) => Transmit(Control.Fin | Control.Ack);

    void ITcpConnectionActions.Send(in Tcp.Rst message) => Transmit(Control.Rst);

    void ITcpConnectionActions.Send(in Tcp.Data message) => Transmit(Control.Ack, message.Payload);

    void ITcpConnectionActions.Deliver(in Tcp.Data message)
    {
        _received.Append(Encoding.ASCII.GetString(message.Payload.Span));
        Transmit(Control.Ack); // acknowledging data is below the table
    }

    void ITcpConnectionActions.Queue(ReadOnlyMemory<byte> data) => _unsent.Enqueue(data);

    void ITcpConnectionActions.QueueClose() => _closeWhenEstablished = true;

    void ITcpConnectionActions.Established() => _mayFlush = true;

    void ITcpConnectionActions.EndOfStream(in Tcp.Fin message) => _ladder.Note("end of stream");

    void ITcpConnectionActions.Reset(in Tcp.Rst message) => _ladder.Note("connection reset");

    void ITcpConnectionActions.Refused(in Tcp.Rst message) => _ladder.Note("connection refused");

    void ITcpConnectionActions.TimedOut() => _ladder.Note("user timeout");

    bool ITcpConnectionActions.RemoteKnown(ReadOnlyMemory<byte> data) => false;

    bool ITcpConnectionActions.NothingQueued() => _unsent.Count == 0;

    bool ITcpConnectionActions.PassiveOpen(in Tcp.Rst message) => _isPassive;

    bool ITcpConnectionActions.Unacknowledged() => _numbers.AnyUnacknowledged;

    void ITcpConnectionActions.Start(TcpConnectionTimerToken token, TimeSpan due) => _clock.Start((Side, token), due, () => Elapse(token, due));

    void ITcpConnectionActions.Stop(TcpConnectionTimerToken token) => _clock.Stop((Side, token));

    private void Elapse(TcpConnectionTimerToken token, TimeSpan due)
    {
        var before = State;
        if (_connection.Elapsed(token) == before)
        {
            return; // nothing was outstanding: it waits anew
        }

        _ladder.Elapsed(Side, token.Timer == TcpConnectionTimer.TimeWait ? "2 MSL" : $"{due.TotalMinutes:0} min", State);
        Flush();
    }

    private void Call(string name, Action call)
    {
        call();
        _ladder.Called(Side, name, State);
        Flush();
    }

    private void Transmit(Control control, ReadOnlyMemory<byte> payload = default) => _outgoing.Enqueue(_numbers.Number(control, payload));

    // An event runs to completion before its segments leave, and before what waited for ESTABLISHED is done.
    private void Flush()
    {
        while (_outgoing.TryDequeue(out var segment))
        {
            _wire.Send(this, segment);
        }

        if (!_mayFlush)
        {
            return;
        }

        _mayFlush = false;
        while (_unsent.TryDequeue(out var data))
        {
            Call("queued Send", () => _connection.Send(data));
        }

        if (_closeWhenEstablished)
        {
            Call("queued Close", () => _connection.Close());
        }
    }
}
