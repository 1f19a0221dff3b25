using System.Collections.Generic;

namespace ProtoDsl.Verification.Verdicts;

/// <summary>How far a verdict reaches.</summary>
public enum Reach
{
    /// <summary>Not decided: the exploration did not end within its budget, or the question cannot be asked.</summary>
    Unknown,

    /// <summary>At the capacity that was checked, and no other.</summary>
    ThisCapacity,

    /// <summary>At every capacity from <see cref="Grade.Capacity"/> on.</summary>
    EveryCapacityFrom,

    /// <summary>At every capacity, and over channels without a bound.</summary>
    EveryCapacity,
}

/// <summary>What shows it.</summary>
public enum Method
{
    /// <summary>Every configuration at one capacity was looked at.</summary>
    Exploration,

    /// <summary>No send was ever refused for room, so a larger channel changes nothing.</summary>
    Saturation,

    /// <summary>The session is half-duplex (Cece and Finkel 2005): the product without queues decides.</summary>
    HalfDuplex,

    /// <summary>The session is k-exhaustive: whatever is sent can be sent within k, if the other role goes on first (Lange and Yoshida,
    /// CAV 2019).</summary>
    Exhaustivity,

    /// <summary>Sending loops were explored as "one or more".</summary>
    Acceleration,

    /// <summary>Every configuration in which nothing can happen was looked at, others were left out (partial-order reduction). Says
    /// nothing about what may be wrong while something can still happen.</summary>
    Reduction,
}

/// <summary>The guarantee on which it rests that there are no violations of one kind but those that are listed.</summary>
/// <param name="Reach">How far.</param>
/// <param name="Capacity">For <see cref="Reach.ThisCapacity"/> and <see cref="Reach.EveryCapacityFrom"/>; else 0.</param>
/// <param name="Method">What shows it.</param>
public readonly record struct Grade(Reach Reach, int Capacity, Method Method);

/// <summary>What is known about a session after it was checked. A kind of violation that is not among <see cref="Violations"/> is
/// absent as far as its grade reaches, and no farther.</summary>
public sealed class SessionVerdict
{
    /// <summary>What is wrong, by kind and culprit, each with a shortest trace; the shortest first.</summary>
    public required IReadOnlyList<Violation> Violations { get; init; }

    /// <summary>What is wrong only where channels hold more than this session's, as far as it was looked for; its grades say less than
    /// "every capacity" then.</summary>
    public IReadOnlyList<Violation> Beyond { get; init; } = [];

    /// <summary>The grade of each kind of violation.</summary>
    public required IReadOnlyDictionary<ViolationKind, Grade> Grades { get; init; }

    /// <summary>Configurations looked at, at the declared capacity.</summary>
    public required long Configurations { get; init; }

    /// <summary>False when the budget ended before the configurations did.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>True when whoever asked had the check stopped: with more time it may have found more, or raised grades.</summary>
    public bool WasStopped { get; init; }

    /// <summary>The smallest capacity at which no send is refused; 0 where none was found.</summary>
    public int NeededCapacity { get; init; }

    /// <summary>Where channels grow with the capacity: role and local state of a loop that sends; null where none was found.</summary>
    public (int Role, int State)? GrowingLoop { get; init; }

    /// <summary>For each role, the rows that some step takes, ascending; empty unless <see cref="IsComplete"/>.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> UsedRows { get; init; }
}
