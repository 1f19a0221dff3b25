using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Sessions;

namespace ProtoDsl.Verification.Projects;

/// <summary>What is to be said in one table about sessions: its own, and those of other tables that import it.</summary>
/// <param name="Findings">Those with their place in the table, whether a comment switches them off or not.</param>
/// <param name="Told">All findings of these sessions that no comment of their own table switches off: what has steps in the table.</param>
/// <param name="Answered">The rules that were looked for to the end.</param>
public sealed record SessionReport(IReadOnlyList<Finding> Findings, IReadOnlyList<Finding> Told, IReadOnlyList<TableRule> Answered)
{
    /// <summary>What there is to say where no session is checked.</summary>
    public static SessionReport Nothing { get; } = new([], [], []);

    /// <summary>Collects what concerns a table.</summary>
    /// <param name="own">The table.</param>
    /// <param name="tables">All tables of the project, this one included.</param>
    /// <param name="check">Checks the sessions of a table, or remembers: the table, and the tables that its imports mean.</param>
    public static SessionReport Of(ProjectTable own, IReadOnlyList<ProjectTable> tables, Func<ProjectTable, IReadOnlyList<ProjectTable>, FileCheck> check)
    {
        var findings = new List<Finding>();
        var told = new List<Finding>();
        var isComplete = true;
        var isAny = false;
        foreach (var table in tables.Where(table => !table.IsImport && table.File.Bound.Protocol.Sessions.Count > 0))
        {
            if (table != own && !table.File.Bound.Protocol.Imports.Contains(own.File.Bound.Protocol.Name))
            {
                continue;
            }

            var done = check(table, table.ImportedOf(tables));
            isAny = true;
            isComplete &= done.Sessions.All(session => session.Verdict is { IsComplete: true });
            var placed = done.Findings.Select(finding => Move(finding, tables)).ToArray();
            findings.AddRange(placed.Where(finding => finding.Place.Path == own.File.Path));
            told.AddRange(placed.Where(finding => IsTold(finding, tables)));
        }

        return new SessionReport(findings, told, isAny && isComplete ? SessionRules.All : []);
    }

    /// <summary>The steps in a table of what is told, each at its own row.</summary>
    /// <param name="own">The table.</param>
    /// <param name="isWanted">False for a finding that the project does not want to hear of: then not of its steps either.</param>
    public IEnumerable<Finding> StepsIn(ProjectTable own, Func<Finding, bool> isWanted) =>
        Told.Where(isWanted).SelectMany(StepFindings.Of).Where(step => step.Place.Path == own.File.Path);

    /// <summary>A finding in a table of another project is told at the session: that project builds alone, and knows nothing of it.</summary>
    private static Finding Move(Finding finding, IReadOnlyList<ProjectTable> tables)
    {
        var there = tables.FirstOrDefault(table => table.File.Path == finding.Place.Path);
        if (finding.Session is not { } session || there is null || !there.IsImport)
        {
            return finding;
        }

        var line = there.File.Bound.Map.Lines.PositionOf(finding.Place.Span.Start).Line + 1;
        return finding with { Place = session, Message = $"{there.ShownPath}({line}): {finding.Message}", Fix = null };
    }

    private static bool IsTold(Finding finding, IReadOnlyList<ProjectTable> tables) =>
        tables.FirstOrDefault(table => table.File.Path == finding.Place.Path) is { } there
        && there.Severities.Of(finding.Rule) is not null
        && !new SuppressionSet(there.File.Bound.Suppressions).SwitchesOff(finding.Rule, finding.Place.Span);
}
