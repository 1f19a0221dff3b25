namespace ProtoDsl;

/// <summary>A call that the table does not allow in the current state: a mistake of the program.</summary>
public sealed class IllegalTransitionException : ProtocolException
{
    /// <summary>Made by generated code.</summary>
    /// <param name="machine">The machine's C# class.</param>
    /// <param name="event">The call.</param>
    /// <param name="state">The state.</param>
    /// <param name="reason">The table's reason; null for none.</param>
    /// <param name="legalEvents">What may be legal in that state.</param>
    public IllegalTransitionException(string machine, string @event, string state, string? reason, IReadOnlyList<string> legalEvents)
        : base(Describe($"'{@event}' is not allowed in {state} ({machine})", reason, legalEvents), machine, @event, state, reason, legalEvents)
    {
    }
}
