using ProtoDsl;

namespace Acme.Net;

/// <summary>One end of a PPP link: what the machine of <c>Ppp.transitions</c> leaves to its user, which is the contents of packets, the
/// restart counter and the timer.</summary>
internal sealed class Peer : ILcpActions, IDisposable
{
    private const int MaxConfigure = 3; // RFC 1661 says 10: fewer fit on a screen

    private readonly Lcp _automaton;
    private readonly TimerDriver<LcpTimerToken> _timers;
    private readonly Line _line;
    private readonly int _largestMru;
    private Options _wanted;
    private Options? _requested;
    private int _restarts;

    public Peer(string name, Options wanted, int largestMru, Line line, TimeProvider time)
    {
        Name = name;
        _wanted = wanted;
        _largestMru = largestMru;
        _line = line;
        _timers = new TimerDriver<LcpTimerToken>(time);
        _automaton = new Lcp(this);
        _timers.Attach(_automaton);
    }

    public string Name { get; }

    public LcpState State => _automaton.State;

    public void Up() => Call("Up", () => _automaton.Up());

    public void Down() => Call("Down", () => _automaton.Down());

    public void Open() => Call("Open", () => _automaton.Open());

    public void Close() => Call("Close", () => _automaton.Close());

    public void Dispose() => _timers.Dispose();

    void ILcpActions.LayerUp() => _line.Note(this, "this layer is up");

    void ILcpActions.LayerDown() => _line.Note(this, "this layer is down");

    void ILcpActions.LayerStarted() => _line.Note(this, "lower layer wanted");

    void ILcpActions.LayerFinished() => _line.Note(this, "lower layer not wanted");

    void ILcpActions.InitCounter() => _restarts = MaxConfigure;

    void ILcpActions.ZeroCounter(in Ppp.TermReq message) => _restarts = 0;

    bool ILcpActions.Tries() => _restarts > 0;

    bool ILcpActions.Ok(in Ppp.ConfReq message) => message.Options.Mru <= _largestMru;

    bool ILcpActions.Permitted(in Ppp.CodeRej message) => message.Code > 7; // 1 to 7 are the codes that no end can do without

    Ppp.ConfReq ILcpActions.CreateConfReq()
    {
        _restarts--;
        return new(_wanted);
    }

    Ppp.ConfNak ILcpActions.CreateConfNak() => new((_requested ?? _wanted) with { Mru = _largestMru });

    Ppp.EchoReply ILcpActions.CreateEchoReply() => new(_wanted.Magic);

    void ILcpActions.Send(in Ppp.ConfReq message)
    {
        var sent = message;
        _line.Send(this, $"Configure-Request {sent.Options}", peer => peer.Answer(sent));
    }

    void ILcpActions.Send(in Ppp.ConfAck message)
    {
        var sent = message;
        _line.Send(this, $"Configure-Ack {sent.Options}", peer => peer._automaton.TryReceive(sent));
    }

    void ILcpActions.Send(in Ppp.ConfNak message)
    {
        var sent = message;
        _line.Send(this, $"Configure-Nak {sent.Options}", peer => peer.Adopt(sent));
    }

    void ILcpActions.Send(in Ppp.TermReq message)
    {
        _restarts--;
        _line.Send(this, "Terminate-Request", peer => peer._automaton.TryReceive(new Ppp.TermReq()));
    }

    void ILcpActions.Send(in Ppp.TermAck message) => _line.Send(this, "Terminate-Ack", peer => peer._automaton.TryReceive(new Ppp.TermAck()));

    void ILcpActions.Send(in Ppp.CodeRej message)
    {
        var sent = message;
        _line.Send(this, $"Code-Reject {sent.Code}", peer => peer._automaton.TryReceive(sent));
    }

    void ILcpActions.Send(in Ppp.EchoReply message)
    {
        var sent = message;
        _line.Send(this, "Echo-Reply", peer => peer._automaton.TryReceive(sent));
    }

    void ILcpActions.Start(LcpTimerToken token, TimeSpan due) => _timers.Start(token, due);

    void ILcpActions.Stop(LcpTimerToken token) => _timers.Stop(token);

    private bool Answer(Ppp.ConfReq request)
    {
        _requested = request.Options;
        return _automaton.TryReceive(request);
    }

    private bool Adopt(Ppp.ConfNak nak)
    {
        _wanted = nak.Options;
        return _automaton.TryReceive(nak);
    }

    private void Call(string name, Action call)
    {
        call();
        _line.Happened(this, name);
    }
}
