namespace ProtoDsl;

/// <summary>An event that the table does not allow in the state the machine is in. The machine is as it was before.</summary>
public abstract class ProtocolException : InvalidOperationException
{
    private protected ProtocolException(string message, string machine, string @event, string state, string? reason, IReadOnlyList<string> legalEvents)
        : base(message)
    {
        Machine = machine;
        Event = @event;
        State = state;
        Reason = reason;
        LegalEvents = legalEvents;
    }

    /// <summary>The machine's C# class.</summary>
    public string Machine { get; }

    /// <summary>The event as C# names it: <c>Send</c>, <c>Receive(Tcp.Ack)</c>.</summary>
    public string Event { get; }

    /// <summary>The state, as the enum names it.</summary>
    public string State { get; }

    /// <summary>The reason that the table gives; null for none.</summary>
    public string? Reason { get; }

    /// <summary>The events that may be legal in that state, as C# names them.</summary>
    public IReadOnlyList<string> LegalEvents { get; }

    private protected static string Describe(string opening, string? reason, IReadOnlyList<string> legalEvents) =>
        opening
        + (string.IsNullOrEmpty(reason) ? "." : ": " + reason?.TrimEnd('.') + ".")
        + (legalEvents.Count == 0 ? " Nothing is legal here." : " Legal here: " + string.Join(", ", legalEvents) + ".");
}
