using System.Collections.Generic;

namespace ProtoDsl.Verification.Verdicts;

/// <summary>What can be wrong with a session.</summary>
public enum ViolationKind
{
    /// <summary>A message arrives where its receiver listens and no row lists it: the generated <c>Receive</c> would throw.</summary>
    UnspecifiedReception,

    /// <summary>Nothing can happen because a row was refused for room; a larger capacity cures it.</summary>
    CapacityDeadlock,

    /// <summary>All roles have finished, and a message remains that nobody will read.</summary>
    Orphan,

    /// <summary>Nothing can happen, and not all roles have finished.</summary>
    Deadlock,

    /// <summary>From here no configuration can be reached in which all roles have finished and the channels are empty, and none that is
    /// reported as stuck or as unspecified reception, which would explain it. Not asked where a role has no final local state.</summary>
    NoWayToFinish,

    /// <summary>A <c>never</c> row holds.</summary>
    Forbidden,
}

/// <summary>One violation, with a shortest trace to it.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Trace">The steps from the start; as few as there can be for this kind and culprit.</param>
/// <param name="At">The configuration in which it shows.</param>
public sealed record Violation(ViolationKind Kind, IReadOnlyList<SystemStep> Trace, Configuration At)
{
    /// <summary>The role at fault: the receiver of an unlisted message, the reader of an orphan, a role whose row was refused; else -1.</summary>
    public int Role { get; init; } = -1;

    /// <summary>The channel of the unlisted, orphaned or refused message; else -1.</summary>
    public int Channel { get; init; } = -1;

    /// <summary>That message: index into <see cref="Systems.SessionSystem.Letters"/>; else -1.</summary>
    public int Letter { get; init; } = -1;

    /// <summary>For a capacity deadlock: the smallest capacity found at which it does not occur; 0 where none was found.</summary>
    public int CuringCapacity { get; init; }

    /// <summary>At which capacities it is there: what can be reached stays reachable when channels grow, so that all but a capacity
    /// deadlock and <see cref="ViolationKind.NoWayToFinish"/> are real from the capacity on that the trace needs.</summary>
    public Grade Presence { get; init; }

    /// <summary>False where the trace comes from a search that left steps out, and a shorter one may exist.</summary>
    public bool IsShortest { get; init; } = true;

    /// <summary>For <see cref="ViolationKind.Forbidden"/>: which of <see cref="Systems.SessionSystem.Forbidden"/>; else -1.</summary>
    public int Forbidden { get; init; } = -1;
}

/// <summary>One role takes one move; over rendezvous another role takes the receiving move in the same step.</summary>
/// <param name="Role">Who.</param>
/// <param name="Source">The local state it leaves.</param>
/// <param name="Move">Index into that state's moves.</param>
/// <param name="Lost">Bit <c>i</c> is set when the <c>i</c>-th message it sends is lost.</param>
/// <param name="Partner">Rendezvous: the receiving role; else -1.</param>
/// <param name="PartnerSource">Its local state; else -1.</param>
/// <param name="PartnerMove">Its move; else -1.</param>
public readonly record struct SystemStep(int Role, int Source, int Move, ulong Lost = 0, int Partner = -1, int PartnerSource = -1, int PartnerMove = -1);

/// <summary>What a session shows at one moment.</summary>
/// <param name="LocalStates">One for each role: index into its automaton's states.</param>
/// <param name="Queues">One for each channel: letters, the oldest first.</param>
public sealed record Configuration(IReadOnlyList<int> LocalStates, IReadOnlyList<IReadOnlyList<int>> Queues);
