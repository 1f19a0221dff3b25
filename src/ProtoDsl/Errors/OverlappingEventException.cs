namespace ProtoDsl;

/// <summary>An event raised while another one of the same machine is still running: from inside an effect or a guard, or from a second
/// thread. An event runs to completion before the next one; the machine goes on with the first.</summary>
public sealed class OverlappingEventException : InvalidOperationException
{
    /// <summary>Made by generated code.</summary>
    /// <param name="machine">The machine's C# class.</param>
    /// <param name="event">The event that was refused.</param>
    /// <param name="state">The state at that moment.</param>
    public OverlappingEventException(string machine, string @event, string state)
        : base($"'{@event}' was raised on {machine} while another event is still running (in {state}): an event runs to completion. Raise it after the first has returned, not from inside an effect or a guard.")
    {
        Machine = machine;
        Event = @event;
        State = state;
    }

    /// <summary>The machine's C# class.</summary>
    public string Machine { get; }

    /// <summary>The event that was refused.</summary>
    public string Event { get; }

    /// <summary>The state at that moment.</summary>
    public string State { get; }
}
