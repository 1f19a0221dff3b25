namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>The states in which a machine may be at some moment of a method: those that follow from the state in which the method has found it, and
/// those of which that cannot be said. Equal by value.</summary>
/// <param name="Map">What follows from each state at entry.</param>
/// <param name="Fresh">The others.</param>
internal readonly record struct Reach(StateMap Map, StateSet Fresh)
{
    /// <summary>The states, where the method begins in one of these.</summary>
    public StateSet From(StateSet entry) => entry.IsEmpty ? Fresh : Map.After(entry) | Fresh;
}
