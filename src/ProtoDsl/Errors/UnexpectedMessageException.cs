namespace ProtoDsl;

/// <summary>A message that the table does not list in the current state: a mistake of the peer.</summary>
public sealed class UnexpectedMessageException : ProtocolException
{
    /// <summary>Made by generated code.</summary>
    /// <param name="machine">The machine's C# class.</param>
    /// <param name="event">The message, as <c>Receive(Tcp.Ack)</c>.</param>
    /// <param name="state">The state.</param>
    /// <param name="reason">The table's reason; null for none.</param>
    /// <param name="legalEvents">What may be legal in that state.</param>
    public UnexpectedMessageException(string machine, string @event, string state, string? reason, IReadOnlyList<string> legalEvents)
        : base(Describe($"'{@event}' is not expected in {state} ({machine})", reason, legalEvents), machine, @event, state, reason, legalEvents)
    {
    }
}
