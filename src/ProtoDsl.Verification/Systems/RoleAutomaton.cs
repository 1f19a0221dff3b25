using System.Collections.Generic;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Systems;

/// <summary>One role as an automaton.</summary>
public sealed class RoleAutomaton
{
    /// <summary>The role's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its machine, for names and rows.</summary>
    public required Machine Machine { get; init; }

    /// <summary>Index of the local state it starts in.</summary>
    public required int Start { get; init; }

    /// <summary>The local states that its own moves can reach when what arrives is anything that some other role can send.</summary>
    public required IReadOnlyList<LocalState> States { get; init; }

    /// <summary>Rows that wait for nothing but calls which the session does not allow this role: that nothing takes them is no finding.</summary>
    public IReadOnlyList<int> ExcludedRows { get; init; } = [];
}

/// <summary>A state of the table together with what else a role remembers.</summary>
public sealed class LocalState
{
    /// <summary>Index into <see cref="Machine.States"/>.</summary>
    public required int TableState { get; init; }

    /// <summary>Timers run by <c>start</c> that are armed: indices into <see cref="Machine.Timers"/>.</summary>
    public IReadOnlyList<int> ArmedTimers { get; init; } = [];

    /// <summary>True for a role that has come back to a state that is both initial and final: it makes no call, its timers are
    /// stopped, what still arrives is consumed silently.</summary>
    public bool HasEnded { get; init; }

    /// <summary>True when the role may stop here.</summary>
    public bool IsFinal { get; init; }

    /// <summary>True between two actions of one row, where rows are split into single actions (rendezvous, half-duplex test).</summary>
    public bool IsBetween { get; init; }

    /// <summary>True when a timer that is not <c>drained</c> can fire here; between two actions too, since the next message is as good as sent.</summary>
    public bool HasLiveTimer { get; init; }

    /// <summary>What the role can do here.</summary>
    public required IReadOnlyList<Move> Moves { get; init; }

    /// <summary>What becomes of a message that arrives, by channel (index into <see cref="SessionSystem.Channels"/>).</summary>
    public required IReadOnlyList<Listening> Listening { get; init; }
}

/// <summary>How a local state treats the messages of one channel; for a channel of other roles, it does not listen.</summary>
/// <param name="IsListening">False when no row of the state receives from the channel: messages stay queued.</param>
/// <param name="Taken">Letters that a move receives, ascending.</param>
/// <param name="Deferred">Letters that keep their place and their room, ascending. All others are unlisted.</param>
public sealed record Listening(bool IsListening, IReadOnlyList<int> Taken, IReadOnlyList<int> Deferred);

/// <summary>What starts a move.</summary>
public enum MoveKind
{
    /// <summary>The role's user; may happen at any time.</summary>
    Call,

    /// <summary>A message.</summary>
    Receive,

    /// <summary>An armed timer; may fire at any time. One that no row takes is dropped, and is not armed any more.</summary>
    Timer,

    /// <summary>A timer that fires only when all channels are empty and no other role has a live timer.</summary>
    DrainedTimer,

    /// <summary>A send that follows in a row that is split.</summary>
    Continue,
}

/// <summary>One row taken, or one way in which it may be taken.</summary>
public sealed record Move
{
    /// <summary>What starts it.</summary>
    public required MoveKind Kind { get; init; }

    /// <summary>The channel it receives from; -1 for none.</summary>
    public int Channel { get; init; } = -1;

    /// <summary>The letter it receives: index into <see cref="SessionSystem.Letters"/>; -1 for none.</summary>
    public int Letter { get; init; } = -1;

    /// <summary>What it sends, in order: exit effects of the source, the row's, entry effects of the target.</summary>
    public IReadOnlyList<Send> Sends { get; init; } = [];

    /// <summary>The local state it leads to.</summary>
    public required int Target { get; init; }

    /// <summary>Index into <see cref="Machine.Rows"/>; -1 where an ended role consumes silently, and where an expiry is dropped.</summary>
    public required int Row { get; init; }

    /// <summary>The event as a scenario writes it, without the message's sender: <c>Close</c>, <c>?ACK(FIN)</c>, <c>after TimeWait</c>.</summary>
    public required string Event { get; init; }

    /// <summary>The guard that was taken to hold, as the table writes it, <c>else</c> included; null for none.</summary>
    public string? Guard { get; init; }

    /// <summary>The name of the call, message or timer; for <see cref="MoveKind.Continue"/>, of what started the row.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>For a call or a message: the value of each parameter by name, <c>_</c> where all values do the same.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}

/// <summary>A message that a move sends.</summary>
public readonly record struct Send(int Channel, int Letter);
