using System.Text.Json;
using ProtoDsl.Tool.Findings;
using ProtoDsl.Tool.Output;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Verifying;

/// <summary>A verification as one document.</summary>
internal static class VerificationJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Terminal terminal, VerificationReport report) => JsonText.Write(terminal.Out, new
    {
        sessions = report.Sessions.Select(Of),
        findings = report.Told.Select(JsonFindings.Of),
    });

    private static object Of(ReportedSession session) => new
    {
        name = session.Check.Session.Name,
        table = session.Session.Table.Text.Path,
        seconds = Math.Round(session.Session.Elapsed.TotalSeconds, 3),
        notVerified = session.Unchecked,
        verdict = session.Check.Verdict is not { } verdict ? null : new
        {
            channel = session.Check.System?.ChannelText(session.Check.System.Capacity),
            verdict.Configurations,
            verdict.IsComplete,
            verdict.WasStopped,
            neededCapacity = verdict.NeededCapacity > 0 ? verdict.NeededCapacity : (int?)null,
            found = verdict.Violations.Select(violation => violation.Kind).Distinct(),
            absent = verdict.Grades.Where(grade => verdict.Violations.All(violation => violation.Kind != grade.Key)).ToDictionary(
                grade => JsonNamingPolicy.CamelCase.ConvertName(grade.Key.ToString()),
                grade => new { grade.Value.Reach, capacity = grade.Value.Capacity > 0 ? grade.Value.Capacity : (int?)null, grade.Value.Method }),
            statements = session.Check.Statements,
        },
    };
}
