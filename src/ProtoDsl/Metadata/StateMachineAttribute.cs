namespace ProtoDsl.Metadata;

/// <summary>Marks a generated machine and carries its transition relation, for the analyzer of the code that uses it.
/// Written by the generator; the format is described in <c>docs/relation.md</c>.</summary>
/// <param name="stateType">The enum of its states.</param>
/// <param name="relation">The relation as text.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StateMachineAttribute(Type stateType, string relation) : Attribute
{
    /// <summary>The enum of its states.</summary>
    public Type StateType { get; } = stateType;

    /// <summary>The relation as text.</summary>
    public string Relation { get; } = relation;
}

/// <summary>What a member of a generated machine does.</summary>
public enum MachineMemberKind
{
    /// <summary>Raises an event; throws where it is illegal.</summary>
    Raise,

    /// <summary>Raises an event where it is legal, and tells.</summary>
    Try,

    /// <summary>Tells from the state alone whether an event may be legal.</summary>
    Can,

    /// <summary>The current state.</summary>
    State,

    /// <summary>A timer has elapsed.</summary>
    Elapsed,

    /// <summary>Saves the machine; changes nothing.</summary>
    Save,

    /// <summary>Makes a machine in a saved state.</summary>
    Restore,

    /// <summary>Throws unless the machine is in one of the states given; changes nothing, and returns the machine.</summary>
    Assume,
}

/// <summary>Says what a member of a generated machine does. Written by the generator.</summary>
/// <param name="kind">What it does.</param>
/// <param name="event">The number of its event in the relation; -1 for none.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, Inherited = false)]
public sealed class MachineMemberAttribute(MachineMemberKind kind, int @event = -1) : Attribute
{
    /// <summary>What it does.</summary>
    public MachineMemberKind Kind { get; } = kind;

    /// <summary>The number of its event in the relation; -1 for none.</summary>
    public int Event { get; } = @event;
}
