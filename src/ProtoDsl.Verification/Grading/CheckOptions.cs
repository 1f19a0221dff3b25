using System;
using System.Threading;
using ProtoDsl.Verification.Exploration;

namespace ProtoDsl.Verification.Grading;

/// <summary>How much a check may do.</summary>
public sealed record CheckOptions
{
    /// <summary>The most configurations that are looked at, at the declared capacity. The default takes about a tenth of a second.</summary>
    public int Budget { get; init; } = 200_000;

    /// <summary>As many as one process can hold: no budget but memory.</summary>
    public const int Unlimited = ConfigurationStore.Most;

    /// <summary>The most configurations that are looked at to learn about other capacities, all of them together; null: as many as there
    /// are at the declared one, and ten thousand.</summary>
    public int? LadderBudget { get; init; }

    /// <summary>Cancelled to end the check early: what was found until then is told, with the grades that it has earned. A check that is asked to
    /// stop goes on for a fraction of a second, to look where a short look may show much; use the other token of a check to abandon it.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Told how far the search is, every few thousand configurations; called on the thread that checks.</summary>
    public Action<ExplorationProgress>? Progress { get; init; }
}
