using System;
using System.Threading;

namespace ProtoDsl.Verification.Exploration;

/// <summary>How far an exploration has come.</summary>
/// <param name="Configurations">Found so far.</param>
/// <param name="Layer">Steps from the start of those that are looked at now.</param>
/// <param name="Capacity">Of the channels.</param>
public readonly record struct ExplorationProgress(int Configurations, int Layer, int Capacity);

/// <summary>What one exploration does.</summary>
/// <param name="Capacity">Of the channels, in place of the system's own.</param>
/// <param name="Limit">The most configurations that are stored.</param>
internal sealed record ExplorationOptions(int Capacity, int Limit)
{
    /// <summary>What follows a sending loop is kept as "one or more".</summary>
    public bool Accelerate { get; init; }

    /// <summary>Only configurations in which nothing can happen are of interest.</summary>
    public bool Reduce { get; init; }

    /// <summary>The steps are kept, for questions about what can be reached from where.</summary>
    public bool KeepEdges { get; init; }

    /// <summary>Cancelled to end the search early, as if the limit were reached; nothing more is looked at.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Told every few thousand configurations.</summary>
    public Action<ExplorationProgress>? Progress { get; init; }
}
