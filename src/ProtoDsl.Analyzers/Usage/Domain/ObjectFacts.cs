using System;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>What is known about one machine at one point of a method. Immutable; equal by value, but for the trail.</summary>
internal sealed class ObjectFacts : IEquatable<ObjectFacts>
{
    public ObjectFacts(MachineTable machine, StateRows rows, Trail trail = default)
    {
        Machine = machine;
        Rows = rows;
        Trail = trail;
    }

    private ObjectFacts(ObjectFacts other)
    {
        Machine = other.Machine;
        Rows = other.Rows;
        IsTested = other.IsTested;
        IsEscaped = other.IsEscaped;
        IsStored = other.IsStored;
        IsForeign = other.IsForeign;
        MayHoldMessages = other.MayHoldMessages;
        Pending = other.Pending;
        Trail = other.Trail;
    }

    /// <summary>What it may do.</summary>
    public MachineTable Machine { get; }

    /// <summary>The states that it may be in, seen from where it came into sight.</summary>
    public StateRows Rows { get; private set; }

    /// <summary>The states that it may be in.</summary>
    public StateSet States => Rows.States;

    /// <summary>True behind a test that named the states: each of them is then taken as possible, for why else would it be asked.</summary>
    public bool IsTested { get; private set; }

    /// <summary>True once something else than this method's variables may refer to it.</summary>
    public bool IsEscaped { get; private set; }

    /// <summary>True once this method has handed it on or stored it, so that code which is not in sight may move it.</summary>
    public bool IsStored { get; private set; }

    /// <summary>True when it came from elsewhere, so that it may be any other shared machine of its class.</summary>
    public bool IsForeign { get; private set; }

    /// <summary>True when deferred messages may be waiting in it.</summary>
    public bool MayHoldMessages { get; private set; }

    /// <summary>The event whose task nobody has awaited on any path that leads here; null where that is not certain.</summary>
    public PendingEvent? Pending { get; private set; }

    /// <summary>How it came to be in its states.</summary>
    public Trail Trail { get; private set; }

    /// <summary>A machine that comes from elsewhere.</summary>
    public static ObjectFacts Foreign(MachineTable machine, StateRows rows) =>
        new(machine, rows) { IsEscaped = true, IsForeign = true, MayHoldMessages = true };

    /// <summary>In other states, by another trail.</summary>
    public ObjectFacts In(StateRows rows, Trail trail) => new(this) { Rows = rows, Trail = trail };

    /// <summary>In other states, by the same trail.</summary>
    public ObjectFacts In(StateRows rows) => ReferenceEquals(rows, Rows) ? this : new(this) { Rows = rows };

    /// <summary>Only some states are left.</summary>
    public ObjectFacts And(StateSet states) => In(Rows.And(states));

    /// <summary>Asked whether it is in these states, and it is.</summary>
    public ObjectFacts AsTested() => IsTested ? this : new(this) { IsTested = true };

    /// <summary>Known elsewhere too.</summary>
    public ObjectFacts AsEscaped() => IsStored ? this : new(this) { IsEscaped = true, IsStored = true };

    /// <summary>With messages that may be waiting.</summary>
    public ObjectFacts WithMessages(bool mayHold) => MayHoldMessages == mayHold ? this : new(this) { MayHoldMessages = mayHold };

    /// <summary>With an event whose task is not awaited, or with none.</summary>
    public ObjectFacts WithPending(PendingEvent? pending) => Equals(Pending, pending) ? this : new(this) { Pending = pending };

    /// <summary>Moved by unknown hands; where it came from stays known.</summary>
    public ObjectFacts Forgotten(StateRows rows) =>
        new(this) { Rows = rows, IsTested = false, MayHoldMessages = true, Trail = default };

    /// <summary>What holds on either of two paths.</summary>
    public static ObjectFacts Join(ObjectFacts left, ObjectFacts right) => ReferenceEquals(left, right) ? left
        : Both(left, right, StateRows.Join(left.Rows, right.Rows), left.IsTested & right.IsTested, PendingEvent.Join(left.Pending, right.Pending));

    /// <summary>What holds by both of two accounts of the same moment; the left one is the newer.</summary>
    public static ObjectFacts Intersect(ObjectFacts left, ObjectFacts right) => ReferenceEquals(left, right) ? left
        : Both(left, right, StateRows.Intersect(left.Rows, right.Rows), left.IsTested | right.IsTested, left.Pending);

    /// <inheritdoc/>
    public bool Equals(ObjectFacts? other) => ReferenceEquals(this, other)
        || (other is not null
            && IsTested == other.IsTested
            && IsEscaped == other.IsEscaped
            && IsStored == other.IsStored
            && IsForeign == other.IsForeign
            && MayHoldMessages == other.MayHoldMessages
            && Equals(Pending, other.Pending)
            && Rows.Equals(other.Rows));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ObjectFacts);

    /// <inheritdoc/>
    public override int GetHashCode() => Rows.GetHashCode();

    private static ObjectFacts Both(ObjectFacts left, ObjectFacts right, StateRows rows, bool isTested, PendingEvent? pending)
    {
        var both = new ObjectFacts(left)
        {
            Rows = rows,
            IsTested = isTested,
            IsEscaped = left.IsEscaped | right.IsEscaped,
            IsStored = left.IsStored | right.IsStored,
            IsForeign = left.IsForeign | right.IsForeign,
            MayHoldMessages = left.MayHoldMessages | right.MayHoldMessages,
            Pending = pending,
            Trail = Trail.Join(left.Trail, right.Trail),
        };

        // The very same facts are told to be so at a glance.
        return both.Trail.IsSameAs(left.Trail) && both.Equals(left) ? left : both;
    }
}
