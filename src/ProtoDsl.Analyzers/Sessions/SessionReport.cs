using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Sessions;

namespace ProtoDsl.Analyzers.Sessions;

/// <summary>What is to be said in one table about sessions: its own, and those of other tables that import it.</summary>
/// <param name="Findings">Those with their place in the table, whether a comment switches them off or not.</param>
/// <param name="Told">All findings of these sessions that no comment of their own table switches off: what has steps in the table.</param>
/// <param name="Answered">The rules that were looked for to the end.</param>
internal sealed record SessionReport(IReadOnlyList<Finding> Findings, IReadOnlyList<Finding> Told, IReadOnlyList<TableRule> Answered)
{
    private static readonly SessionReport s_nothing = new([], [], []);

    /// <summary>Checks, or remembers, what concerns a table.</summary>
    public static SessionReport Of(BuildTable own, IReadOnlyList<BuildTable> tables, VerificationOptions options, CancellationToken cancellationToken)
    {
        if (!options.IsOn)
        {
            return s_nothing;
        }

        var findings = new List<Finding>();
        var told = new List<Finding>();
        var isComplete = true;
        var isAny = false;
        foreach (var table in tables.Where(table => !table.Table.IsImport && table.File.Bound.Protocol.Sessions.Count > 0))
        {
            var imports = table.File.Bound.Protocol.Imports;
            if (table != own && !imports.Contains(own.File.Bound.Protocol.Name))
            {
                continue;
            }

            var imported = tables.Where(other => other != table && imports.Contains(other.File.Bound.Protocol.Name)).ToArray();
            var check = CheckedSessions.Of(table, imported, options.Budget, cancellationToken);
            isAny = true;
            isComplete &= check.Sessions.All(session => session.Verdict is { IsComplete: true });
            var placed = check.Findings.Select(finding => Move(finding, tables)).ToArray();
            findings.AddRange(placed.Where(finding => finding.Place.Path == own.Table.Path));
            told.AddRange(placed.Where(finding => IsTold(finding, tables)));
        }

        return new SessionReport(findings, told, isAny && isComplete ? SessionRules.All : []);
    }

    /// <summary>The steps in a table of what is told, each at its own row.</summary>
    /// <param name="own">The table.</param>
    /// <param name="isWanted">False for a finding that the project does not want to hear of: then not of its steps either.</param>
    public IEnumerable<Finding> StepsIn(BuildTable own, Func<Finding, bool> isWanted) =>
        Told.Where(isWanted).SelectMany(StepFindings.Of).Where(step => step.Place.Path == own.Table.Path);

    /// <summary>A finding in a table of another project is told at the session: that project builds alone, and knows nothing of it.</summary>
    private static Finding Move(Finding finding, IReadOnlyList<BuildTable> tables)
    {
        var there = tables.FirstOrDefault(table => table.Table.Path == finding.Place.Path);
        if (finding.Session is not { } session || there is null || !there.Table.IsImport)
        {
            return finding;
        }

        var line = there.File.Bound.Map.Lines.PositionOf(finding.Place.Span.Start).Line + 1;
        return finding with { Place = session, Message = $"{there.Table.RelativePath}({line}): {finding.Message}", Fix = null };
    }

    private static bool IsTold(Finding finding, IReadOnlyList<BuildTable> tables) =>
        tables.FirstOrDefault(table => table.Table.Path == finding.Place.Path) is { } there
        && there.Table.Severities.Of(finding.Rule) is not null
        && !new SuppressionSet(there.File.Bound.Suppressions).SwitchesOff(finding.Rule, finding.Place.Span);
}
