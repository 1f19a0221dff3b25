using ProtoDsl.Language.Collections;

namespace ProtoDsl.Language.Model;

/// <summary>The three sources of events.</summary>
public enum EventKind
{
    /// <summary>A call of the local user; <see cref="MachineEvent.Subject"/> indexes <see cref="Machine.Calls"/>.</summary>
    Call,

    /// <summary>A message from the peer; <see cref="MachineEvent.Subject"/> indexes <see cref="Protocol.Messages"/>.</summary>
    Receive,

    /// <summary>An <c>after</c> timer; <see cref="MachineEvent.Subject"/> indexes <see cref="Machine.Timers"/>.</summary>
    After,

    /// <summary>A <c>timeout</c> timer; <see cref="MachineEvent.Subject"/> indexes <see cref="Machine.Timers"/>.</summary>
    Timeout,
}

/// <summary>Something that can happen to the machine.</summary>
/// <param name="Kind">Its source.</param>
/// <param name="Subject">Index of the call, message or timer.</param>
/// <param name="Name">As a table writes it, without arguments: <c>Send</c>, <c>?ACK</c>, <c>after TimeWait</c>.</param>
/// <param name="IsDrained">True for <c>after T drained</c>.</param>
public sealed record MachineEvent(EventKind Kind, int Subject, string Name, bool IsDrained);

/// <summary>What is done where a row is taken.</summary>
public enum RowKind
{
    /// <summary>Effects and perhaps a change of state.</summary>
    Transition,

    /// <summary>Allowed, and nothing happens.</summary>
    Ignore,

    /// <summary>The message waits until the state changes.</summary>
    Defer,

    /// <summary>Illegal, with a reason.</summary>
    Forbid,
}

/// <summary>Where a row leads.</summary>
public enum TargetKind
{
    /// <summary>It stays: no exit, no entry, timers run on.</summary>
    Stay,

    /// <summary><c>-> same</c>: leaves the current state and enters it again.</summary>
    Same,

    /// <summary>It enters <see cref="Row.Target"/> (which may be the state it leaves: a re-entry).</summary>
    State,
}

/// <summary>One line of the table.</summary>
public sealed record Row
{
    /// <summary>What it does.</summary>
    public RowKind Kind { get; init; }

    /// <summary>What it waits for; alternatives.</summary>
    public EquatableArray<RowTrigger> Triggers { get; init; }

    /// <summary>Its condition; null for none and for <c>[else]</c>.</summary>
    public GuardExpression? Guard { get; init; }

    /// <summary>True for <c>[else]</c>.</summary>
    public bool IsElse { get; init; }

    /// <summary>What it does, left to right.</summary>
    public EquatableArray<EffectStep> Effects { get; init; }

    /// <summary>Where it leads.</summary>
    public TargetKind TargetKind { get; init; }

    /// <summary>Index of the state entered, for <see cref="TargetKind.State"/>; else -1.</summary>
    public int Target { get; init; } = -1;

    /// <summary>The reason shown to the user.</summary>
    public string? Reason { get; init; }

    /// <summary>The states of the section it stands in, ascending.</summary>
    public EquatableArray<int> States { get; init; }

    /// <summary>True for a row of an <c>in</c> section.</summary>
    public bool IsShared { get; init; }

    /// <summary>The row as canonical text on one line, without comment: <c>?FIN / !ACK(FIN) -> TIME_WAIT</c>.</summary>
    public required string Text { get; init; }
}

/// <summary>One alternative of a row's trigger.</summary>
/// <param name="Event">Index into <see cref="Machine.Events"/>; -1 for <c>?*</c>.</param>
/// <param name="Pattern">A value index for each parameter of the event, -1 where any will do; empty when no argument is written.</param>
/// <param name="From">The role named by <c>from</c>; null for none.</param>
public sealed record RowTrigger(int Event, EquatableArray<int> Pattern, string? From);

/// <summary>For one state and one event, the rows that are tried, in the order in which they are tried: the first whose pattern
/// fits and whose guard holds is taken; when none is, the event is illegal. Nothing after a candidate that always fits.</summary>
public sealed record Cell(int State, int Event, EquatableArray<Candidate> Candidates);

/// <summary>A row that may be taken.</summary>
/// <param name="Row">Index into <see cref="Machine.Rows"/>.</param>
/// <param name="Trigger">Index into that row's <see cref="Model.Row.Triggers"/>.</param>
public readonly record struct Candidate(int Row, int Trigger);

/// <summary><c>keep</c>: once one of <see cref="Events"/> is legal, only <see cref="Until"/> may lead to where it is not.</summary>
public sealed record Keep
{
    /// <summary>What must stay legal.</summary>
    public EquatableArray<RowTrigger> Events { get; init; }

    /// <summary>The states in which it counts, ascending; empty: all.</summary>
    public EquatableArray<int> States { get; init; }

    /// <summary>What may end it.</summary>
    public EquatableArray<RowTrigger> Until { get; init; }

    /// <summary>True when every timer may end it: <c>after *</c>.</summary>
    public bool UntilAnyTimer { get; init; }

    /// <summary>What would be lost.</summary>
    public string? Reason { get; init; }

    /// <summary>As canonical text.</summary>
    public required string Text { get; init; }
}
