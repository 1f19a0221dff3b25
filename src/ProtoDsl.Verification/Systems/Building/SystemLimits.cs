namespace ProtoDsl.Verification.Systems.Building;

/// <summary>What is built at most: tables come from untrusted hands too. Written down in <c>docs/sessions.md</c>.</summary>
internal static class SystemLimits
{
    public const int LocalStates = 4096;

    /// <summary>Moves that are built until every message that can be sent is known. Over channels that lose messages, each set of messages
    /// that a move may lose counts.</summary>
    public const int Moves = 200_000;

    public const int Letters = 4096;

    /// <summary>Ways in which one row may be taken, by values that its table leaves open and by what is lost.</summary>
    public const int WaysOfRow = 4096;

    /// <summary>Messages that one row sends.</summary>
    public const int Sends = 1024;

    /// <summary>Timers run by <c>start</c>, for their bits.</summary>
    public const int Timeouts = 64;

    /// <summary>How local states treat channels, all told.</summary>
    public const int Listenings = 1_000_000;

    /// <summary>Choices that are tried for the guards of one row.</summary>
    public const int GuardSteps = 500;

    /// <summary>Guards of one role that are held against each other.</summary>
    public const int GuardWork = 2_000_000;
}
