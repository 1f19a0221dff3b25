namespace ProtoDsl.Pictures.Graphs;

/// <summary>What of a machine is drawn.</summary>
public sealed record GraphOptions
{
    /// <summary>As a reader wants it: shared rows beside the drawing, what is ignored or forbidden left out.</summary>
    public static GraphOptions Default { get; } = new();

    /// <summary>Draws the rows of <c>in</c> sections as edges of each of their states, instead of telling them beside the drawing.</summary>
    public bool SharedRowsAsEdges { get; init; }

    /// <summary>Writes <c>ignore</c> rows into their states.</summary>
    public bool ShowIgnored { get; init; }

    /// <summary>Writes <c>forbid</c> rows into their states.</summary>
    public bool ShowForbidden { get; init; }

    /// <summary>Leaves out effects that the user implements; what is sent and the timers that are run stay.</summary>
    public bool HideActions { get; init; }
}
