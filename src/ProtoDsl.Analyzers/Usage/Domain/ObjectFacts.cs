using System;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>What is known about one machine at one point of a method.</summary>
internal sealed class ObjectFacts : IEquatable<ObjectFacts>
{
    public ObjectFacts(MachineTable machine, StateSet states)
    {
        Machine = machine;
        States = states;
    }

    private ObjectFacts(ObjectFacts other)
    {
        Machine = other.Machine;
        States = other.States;
        IsEscaped = other.IsEscaped;
        IsForeign = other.IsForeign;
        MayHoldMessages = other.MayHoldMessages;
        Trail = other.Trail;
    }

    /// <summary>What it may do.</summary>
    public MachineTable Machine { get; }

    /// <summary>The states that it may be in.</summary>
    public StateSet States { get; private set; }

    /// <summary>True once something else than this method's variables may refer to it.</summary>
    public bool IsEscaped { get; private set; }

    /// <summary>True when it came from elsewhere, so that it may be any other shared machine of its class.</summary>
    public bool IsForeign { get; private set; }

    /// <summary>True when deferred messages may be waiting in it.</summary>
    public bool MayHoldMessages { get; private set; }

    /// <summary>How it came to be in its states.</summary>
    public Trail Trail { get; private set; }

    /// <summary>A machine about which nothing is known.</summary>
    public static ObjectFacts Unknown(MachineTable machine) =>
        new(machine, machine.All) { IsEscaped = true, IsForeign = true, MayHoldMessages = true };

    /// <summary>In other states.</summary>
    public ObjectFacts In(StateSet states, Trail trail) => new(this) { States = states, Trail = trail };

    /// <summary>In other states, by the same trail.</summary>
    public ObjectFacts In(StateSet states) => states == States ? this : new(this) { States = states };

    /// <summary>Known elsewhere too.</summary>
    public ObjectFacts AsEscaped() => IsEscaped ? this : new(this) { IsEscaped = true };

    /// <summary>With messages that may be waiting.</summary>
    public ObjectFacts WithMessages(bool mayHold) => MayHoldMessages == mayHold ? this : new(this) { MayHoldMessages = mayHold };

    /// <summary>Moved by unknown hands; where it came from stays known.</summary>
    public ObjectFacts Forgotten() =>
        new(this) { States = Machine.All, MayHoldMessages = true, Trail = default };

    /// <summary>What holds on both of two paths.</summary>
    public static ObjectFacts Join(ObjectFacts left, ObjectFacts right) => ReferenceEquals(left, right) ? left : new(left)
    {
        States = left.States | right.States,
        IsEscaped = left.IsEscaped | right.IsEscaped,
        IsForeign = left.IsForeign | right.IsForeign,
        MayHoldMessages = left.MayHoldMessages | right.MayHoldMessages,
        Trail = Trail.Join(left.Trail, right.Trail),
    };

    /// <inheritdoc/>
    public bool Equals(ObjectFacts? other) => ReferenceEquals(this, other)
        || (other is not null
            && States == other.States
            && IsEscaped == other.IsEscaped
            && IsForeign == other.IsForeign
            && MayHoldMessages == other.MayHoldMessages);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ObjectFacts);

    /// <inheritdoc/>
    public override int GetHashCode() => States.GetHashCode();
}
