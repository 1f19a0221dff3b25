using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Tool.Findings;
using ProtoDsl.Tool.Projects;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Sessions;

namespace ProtoDsl.Tool.Verifying;

/// <summary>A session and its verdict, in words.</summary>
/// <param name="Session">What was explored.</param>
/// <param name="Check">The verdict.</param>
/// <param name="Unchecked">Why there is none; null where there is one.</param>
internal sealed record ReportedSession(VerifiedSession Session, SessionCheck Check, string? Unchecked)
{
    /// <summary>True when there is nothing left to look at.</summary>
    public bool IsComplete => Check.Verdict is { IsComplete: true };
}

/// <summary>What a verification found: verdicts, and the findings about sessions that the tables' comments and settings leave.</summary>
internal sealed class VerificationReport
{
    // The verdict itself is told as such, and the steps with their finding.
    private static readonly HashSet<TableRule> s_notFindings = [SessionRules.Verdict, SessionRules.Step, SessionRules.UnusedRow, SessionRules.OverBudget, SessionRules.Skipped];

    /// <param name="project">The tables.</param>
    /// <param name="sessions">What was explored.</param>
    public VerificationReport(TableProject project, IReadOnlyList<VerifiedSession> sessions)
    {
        var report = new FindingReport(project);
        var reported = new List<ReportedSession>();
        var told = new List<(Finding, ReportedFinding)>();
        var broken = new List<ReportedFinding>();
        foreach (var table in sessions.GroupBy<VerifiedSession, LoadedTable>(session => session.Table, ReferenceEqualityComparer.Instance))
        {
            var check = SessionChecker.Tell(table.Key.File, table.Select(session => session.Exploration));
            reported.AddRange(table.Zip(check.Sessions).Select(pair => new ReportedSession(pair.First, pair.Second, ReasonOf(pair.First, check))));
            foreach (var finding in check.Findings.Where(finding => !s_notFindings.Contains(finding.Rule) && !IsSwitchedOff(project, finding)))
            {
                told.AddRange(report.Of([finding]).Where(each => each.Severity >= TableSeverity.Warning).Select(each => (finding, each)));
            }

            broken.AddRange(report.Whatever(TableErrors.Of(project, table.Key)));
        }

        Sessions = reported;
        Findings = told;
        Broken = broken;
    }

    /// <summary>In the order in which they were asked for.</summary>
    public IReadOnlyList<ReportedSession> Sessions { get; }

    /// <summary>What is wrong, as it was found and as it is told.</summary>
    public IReadOnlyList<(Finding Finding, ReportedFinding Told)> Findings { get; }

    /// <summary>What is wrong, as it is told.</summary>
    public IReadOnlyList<ReportedFinding> Told => [.. Findings.Select(each => each.Told), .. Broken];

    /// <summary>The errors of tables that kept sessions from being looked at.</summary>
    public IReadOnlyList<ReportedFinding> Broken { get; }

    /// <summary>True when every session was looked at to the end.</summary>
    public bool IsComplete => Sessions.All(session => session.IsComplete);

    private static bool IsSwitchedOff(TableProject project, Finding finding) =>
        project.All.First(table => table.File.Path == finding.Place.Path) is var there
        && new SuppressionSet(there.File.Bound.Suppressions).SwitchesOff(finding.Rule, finding.Place.Span);

    private static string? ReasonOf(VerifiedSession session, FileCheck check)
    {
        var place = session.Table.File.Bound.Map.Sessions[session.Exploration.Index].Name;
        return session.Exploration.Verdict is not null ? null
            : check.Findings.FirstOrDefault(finding => finding.Rule == SessionRules.Skipped && finding.Place.Span == place)?.Message ?? "its tables do not fit together";
    }
}
