namespace ProtoDsl.Verification.Systems;

/// <summary>What is built at most: tables come from untrusted hands too.</summary>
internal static class SystemLimits
{
    public const int LocalStates = 4096;

    /// <summary>Moves that are built until every message that can be sent is known.</summary>
    public const int Moves = 100_000;

    public const int Letters = 4096;

    /// <summary>Ways in which one row may be taken, by values that its table leaves open.</summary>
    public const int WaysOfRow = 4096;

    /// <summary>Assignments of guards that are tried for one row.</summary>
    public const int GuardSteps = 10_000;

    /// <summary>Timers run by <c>start</c>, for their bits.</summary>
    public const int Timeouts = 64;
}
