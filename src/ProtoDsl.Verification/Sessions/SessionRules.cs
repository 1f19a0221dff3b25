using System.Collections.Generic;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Verification.Sessions;

/// <summary>The kinds of findings about sessions. None is an error by nature: the table has its meaning, whatever the other side does.</summary>
public static class SessionRules
{
    /// <summary>A message arrives where its receiver listens, and no row lists it.</summary>
    public static readonly TableRule UnspecifiedReception = new("PDSL2101", "A message arrives that no row lists", TableSeverity.Warning);

    /// <summary>Nothing can happen, and not all have finished.</summary>
    public static readonly TableRule Deadlock = new("PDSL2102", "Nothing can happen any more", TableSeverity.Warning);

    /// <summary>All have finished, and a message remains.</summary>
    public static readonly TableRule Orphan = new("PDSL2103", "A message that nobody reads", TableSeverity.Warning);

    /// <summary>The roles can come to where no end can be reached.</summary>
    public static readonly TableRule NoWayToFinish = new("PDSL2104", "A session that can become unable to finish", TableSeverity.Warning);

    /// <summary>A <c>never</c> row holds.</summary>
    public static readonly TableRule Forbidden = new("PDSL2105", "States that must never meet", TableSeverity.Warning);

    /// <summary>Nothing can happen since a channel is full.</summary>
    public static readonly TableRule CapacityDeadlock = new("PDSL2106", "A channel that is too small", TableSeverity.Warning);

    /// <summary>A scenario that does not go as written.</summary>
    public static readonly TableRule ImpossibleScenario = new("PDSL2107", "A scenario that cannot happen", TableSeverity.Warning);

    /// <summary>One row sends more than a channel holds.</summary>
    public static readonly TableRule RowNeedsRoom = new("PDSL2108", "A row that sends more than its channel holds", TableSeverity.Warning);

    /// <summary>The tables of a session do not fit together.</summary>
    public static readonly TableRule NotTogether = new("PDSL2109", "Tables of a session that do not fit together", TableSeverity.Warning);

    /// <summary>No session takes the row.</summary>
    public static readonly TableRule UnusedRow = new("PDSL2110", "A row that no session takes", TableSeverity.Hidden);

    /// <summary>The budget ended first.</summary>
    public static readonly TableRule OverBudget = new("PDSL2111", "A session too large to be checked to the end", TableSeverity.Info);

    /// <summary>What is known, and how far.</summary>
    public static readonly TableRule Verdict = new("PDSL2112", "What the check of a session shows", TableSeverity.Hidden);

    /// <summary>Not checked.</summary>
    public static readonly TableRule Skipped = new("PDSL2113", "A session that is not checked", TableSeverity.Hidden);

    /// <summary>One row on the way to a finding.</summary>
    public static readonly TableRule Step = new("PDSL2114", "A step on the way to a finding", TableSeverity.Info);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TableRule> All { get; } =
    [
        UnspecifiedReception, Deadlock, Orphan, NoWayToFinish, Forbidden, CapacityDeadlock, ImpossibleScenario, RowNeedsRoom, NotTogether, UnusedRow, OverBudget,
        Verdict, Skipped, Step,
    ];
}
