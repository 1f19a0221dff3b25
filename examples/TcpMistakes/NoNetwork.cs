using Acme.Net;

/// <summary>Does nothing: the mistake is found before anything runs.</summary>
internal sealed class NoNetwork : ITcpConnectionActions
{
    public void Send(in Tcp.Syn message)
    {
    }

    public void Send(in Tcp.SynAck message)
    {
    }

    public void Send(in Tcp.Ack message)
    {
    }

    public void Send(in Tcp.Fin message)
    {
    }

    public void Send(in Tcp.Rst message)
    {
    }

    public void Send(in Tcp.Data message)
    {
    }

    public void Deliver(in Tcp.Data message)
    {
    }

    public void Queue(ReadOnlyMemory<byte> data)
    {
    }

    public void QueueClose()
    {
    }

    public void Established()
    {
    }

    public void EndOfStream(in Tcp.Fin message)
    {
    }

    public void Reset(in Tcp.Rst message)
    {
    }

    public void Refused(in Tcp.Rst message)
    {
    }

    public void TimedOut()
    {
    }

    public bool RemoteKnown(ReadOnlyMemory<byte> data) => true;

    public bool NothingQueued() => true;

    public bool PassiveOpen(in Tcp.Rst message) => false;

    public bool Unacknowledged() => false;

    public void Start(TcpConnectionTimerToken token, TimeSpan due)
    {
    }

    public void Stop(TcpConnectionTimerToken token)
    {
    }
}
