using System.Collections.Generic;

namespace ProtoDsl.Pictures.Graphs;

/// <summary>A machine as a picture shows it: what is drawn, and in which words, but not where.</summary>
public sealed record MachineGraph
{
    /// <summary>The machine's name in the table.</summary>
    public required string Name { get; init; }

    /// <summary>One for each state of the machine, in file order.</summary>
    public required IReadOnlyList<GraphState> States { get; init; }

    /// <summary>At most one for each ordered pair of states: parallel rows share one edge.</summary>
    public required IReadOnlyList<GraphEdge> Edges { get; init; }

    /// <summary>The rows that several states share, in file order: they are told beside the drawing, since an edge for each state would hide the rest.</summary>
    public required IReadOnlyList<LegendEntry> Legend { get; init; }
}

/// <summary>A state in a picture.</summary>
public sealed record GraphState
{
    /// <summary>The name in the table.</summary>
    public required string Name { get; init; }

    /// <summary>What the picture calls it: its label, or its name.</summary>
    public required string Title { get; init; }

    /// <summary>True for the state in which the machine begins.</summary>
    public bool IsInitial { get; init; }

    /// <summary>True for a final state.</summary>
    public bool IsFinal { get; init; }

    /// <summary>The timers that run while the machine is in the state: <c>TimeWait 4min</c>.</summary>
    public IReadOnlyList<string> Timers { get; init; } = [];

    /// <summary>Rows that stay in the state, its entry and its exit effects.</summary>
    public IReadOnlyList<RowLabel> Inner { get; init; } = [];
}

/// <summary>All rows that lead from one state to another, or back to itself.</summary>
/// <param name="From">Index of the state that is left.</param>
/// <param name="To">Index of the state that is entered.</param>
/// <param name="Labels">One for each row, in file order.</param>
public sealed record GraphEdge(int From, int To, IReadOnlyList<RowLabel> Labels);

/// <summary>A section that several states share.</summary>
/// <param name="Title">Which states: <c>in Ending</c>.</param>
/// <param name="States">Their indices, ascending.</param>
/// <param name="Labels">One for each row, in file order.</param>
public sealed record LegendEntry(string Title, IReadOnlyList<int> States, IReadOnlyList<RowLabel> Labels);

/// <summary>What a row says, in the parts at which it may be broken into lines.</summary>
public sealed record RowLabel
{
    /// <summary>Index into the machine's rows; -1 for entry and exit effects.</summary>
    public int Row { get; init; } = -1;

    /// <summary>What the row is about, which gives its colour.</summary>
    public LabelKind Kind { get; init; }

    /// <summary>The alternatives: <c>?ACK(SYN)</c>, <c>?SYN_ACK</c>.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>The guard without brackets, <c>else</c> included; null for none.</summary>
    public string? Guard { get; init; }

    /// <summary>What is done: <c>!ACK(FIN)</c>, <c>deliver</c>.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];

    /// <summary>Where a row of the legend leads; null where an edge shows it, or it stays.</summary>
    public string? Target { get; init; }
}

/// <summary>What a row waits for.</summary>
public enum LabelKind
{
    /// <summary>A call of the local user.</summary>
    Call,

    /// <summary>A message.</summary>
    Receive,

    /// <summary>A timer.</summary>
    Timer,

    /// <summary>Nothing: <c>entry</c>, <c>exit</c>, and rows that forbid or ignore.</summary>
    Other,
}
