using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Sessions;

namespace ProtoDsl.Verification.Tests.Sessions;

/// <summary>What is said of a table's sessions, for tests to read.</summary>
internal static class SessionText
{
    /// <summary>Everything that is found.</summary>
    public static FileCheck Check(string text, params TableFile[] others) => SessionChecker.Check(Tables.Read(text), others, new CheckOptions { Budget = 20_000 });

    /// <summary>What a build shows of it, and in the order of the text: <c>12: warning PDSL2101: …</c>.</summary>
    public static string Shown(string text, params TableFile[] others) =>
        string.Join("\n", Check(text, others).Findings.Where(finding => finding.Rule.DefaultSeverity > TableSeverity.Hidden).Select(finding => Line(text, finding)));

    /// <summary>One finding on one line.</summary>
    public static string Line(string text, Finding finding) =>
        $"{LineOf(text, finding.Place)}: {finding.Rule.DefaultSeverity.ToString().ToLowerInvariant()} {finding.Rule.Id}: {finding.Message}";

    /// <summary>The steps of a finding, each with its line.</summary>
    public static string Steps(string text, Finding finding) =>
        string.Join("\n", finding.Trace.Select((step, index) => $"  {index + 1}. line {LineOf(text, step.Place)}: {step.Text}"));

    public static int LineOf(string text, Place place) => text.AsSpan(0, place.Span.Start).Count('\n') + 1;
}
