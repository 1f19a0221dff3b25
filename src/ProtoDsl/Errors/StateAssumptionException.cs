namespace ProtoDsl;

/// <summary>A machine is not in the state that the program took for granted with <c>AssumeState</c>: a mistake of the program. The machine is as it
/// was before.</summary>
public sealed class StateAssumptionException : InvalidOperationException
{
    /// <summary>Made by generated code.</summary>
    /// <param name="machine">The machine's C# class.</param>
    /// <param name="state">The state that it is in.</param>
    /// <param name="assumed">The states that were assumed.</param>
    public StateAssumptionException(string machine, string state, IReadOnlyList<string> assumed)
        : base($"{machine} is in {state}, but the program assumes that it is in {string.Join(" or ", assumed)}: what leads here does not always do what AssumeState says.")
    {
        Machine = machine;
        State = state;
        AssumedStates = assumed;
    }

    /// <summary>The machine's C# class.</summary>
    public string Machine { get; }

    /// <summary>The state that it is in, as the enum names it.</summary>
    public string State { get; }

    /// <summary>The states that were assumed, as the enum names them.</summary>
    public IReadOnlyList<string> AssumedStates { get; }
}
