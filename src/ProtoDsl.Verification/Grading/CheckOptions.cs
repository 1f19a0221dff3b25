using System;
using ProtoDsl.Verification.Exploration;

namespace ProtoDsl.Verification.Grading;

/// <summary>How much a check may do.</summary>
public sealed record CheckOptions
{
    /// <summary>The most configurations that are looked at, at the declared capacity; and once more as many, all other capacities
    /// together. The default takes about a tenth of a second.</summary>
    public int Budget { get; init; } = 200_000;

    /// <summary>Told how far the search is, every few thousand configurations; called on the thread that checks.</summary>
    public Action<ExplorationProgress>? Progress { get; init; }
}
