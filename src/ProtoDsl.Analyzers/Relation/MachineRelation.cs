using System;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Analyzers.Relation;

/// <summary>What a machine may do, as it stands in the metadata of its class: all that the usage analysis knows about it.</summary>
internal sealed record MachineRelation
{
    /// <summary>The C# class name.</summary>
    public required string ClassName { get; init; }

    /// <summary>The protocol's name in the table.</summary>
    public required string Protocol { get; init; }

    /// <summary>What kind of machine it is.</summary>
    public RelationFlags Flags { get; init; }

    /// <summary>The states in enum order.</summary>
    public EquatableArray<RelationState> States { get; init; }

    /// <summary>The events; the members of the class refer to them by index.</summary>
    public EquatableArray<RelationEvent> Events { get; init; }

    /// <summary>For one event and one state: tried in this order.</summary>
    public EquatableArray<RelationCase> Cases { get; init; }
}

/// <summary>What kind of machine it is.</summary>
[Flags]
internal enum RelationFlags
{
    /// <summary>Plain: only the code in front of the reader moves it.</summary>
    None = 0,

    /// <summary>Its events return a task; the new state holds once that is awaited.</summary>
    Async = 1,

    /// <summary>Messages and timers may reach it from other threads, between any two statements.</summary>
    Synchronized = 2,

    /// <summary>One of its calls is <c>Dispose</c>.</summary>
    Disposable = 4,
}

/// <summary>A state.</summary>
/// <param name="MemberName">The enum member.</param>
/// <param name="TableName">The name in the table.</param>
/// <param name="IsInitial">True for the state that a new machine is in.</param>
/// <param name="IsFinal">True for a state in which the machine may be left.</param>
internal sealed record RelationState(string MemberName, string TableName, bool IsInitial, bool IsFinal);

/// <summary>Where an event comes from.</summary>
internal enum RelationEventKind
{
    /// <summary>A call of the local user.</summary>
    Call,

    /// <summary>A message of the peer.</summary>
    Receive,

    /// <summary>A timer that belongs to a state.</summary>
    After,

    /// <summary>A timer that rows start and stop.</summary>
    Timeout,
}

/// <summary>Something that can happen to the machine.</summary>
/// <param name="Kind">Its source.</param>
/// <param name="Name">The C# name: method without <c>Async</c>, message type, timer member.</param>
/// <param name="TableName">The name in the table, blanks as underscores.</param>
/// <param name="Tags">Its parameters whose values patterns can name, in order.</param>
internal sealed record RelationEvent(RelationEventKind Kind, string Name, string TableName, EquatableArray<RelationTag> Tags);

/// <summary>A parameter whose values patterns can name.</summary>
/// <param name="Name">The parameter of the call, or of the message's constructor.</param>
/// <param name="IsHidden">True when the value cannot be read off the construction of the message, because the message is an existing type.</param>
internal sealed record RelationTag(string Name, bool IsHidden);

/// <summary>What comes of an event.</summary>
internal enum RelationOutcome
{
    /// <summary>Enters <see cref="RelationCase.Target"/>.</summary>
    Go,

    /// <summary>Leaves its state and enters it again.</summary>
    Same,

    /// <summary>Effects only.</summary>
    Stay,

    /// <summary>Nothing happens, and that is allowed.</summary>
    Ignore,

    /// <summary>The message waits until the state changes.</summary>
    Defer,

    /// <summary>Illegal, with a reason.</summary>
    Forbid,
}

/// <summary>What more there is to know about a case.</summary>
[Flags]
internal enum RelationCaseFlags
{
    /// <summary>Taken for certain when it is tried, and cannot throw.</summary>
    None = 0,

    /// <summary>Has a guard: may be passed over.</summary>
    Guarded = 1,

    /// <summary>May throw and leave the machine in its source state.</summary>
    ThrowsInSource = 2,

    /// <summary>May throw and leave the machine in its target state.</summary>
    ThrowsInTarget = 4,
}

/// <summary>What an event does in some states.</summary>
internal sealed record RelationCase
{
    /// <summary>Index of the event.</summary>
    public int Event { get; init; }

    /// <summary>Indices of the states, ascending.</summary>
    public EquatableArray<int> States { get; init; }

    /// <summary>What comes of it.</summary>
    public RelationOutcome Outcome { get; init; }

    /// <summary>Index of the state entered, for <see cref="RelationOutcome.Go"/>; else -1.</summary>
    public int Target { get; init; } = -1;

    /// <summary>What more there is to know.</summary>
    public RelationCaseFlags Flags { get; init; }

    /// <summary>For each of the event's tags an enum member or a number, or null for any; empty: any.</summary>
    public EquatableArray<string?> Pattern { get; init; }

    /// <summary>The table's reason.</summary>
    public string? Reason { get; init; }
}
