using ProtoDsl.Tool.Findings;
using ProtoDsl.Tool.Output;
using ProtoDsl.Tool.Terminals;
using ProtoDsl.Verification.Findings;
using Spectre.Console;

namespace ProtoDsl.Tool.Verifying;

/// <summary>A verification for a person: each verdict with its grades, then each finding with the way there as a message sequence, and as a scenario.</summary>
/// <param name="terminal">Where it goes.</param>
internal sealed class VerificationText(Terminal terminal)
{
    private const string Indent = "    ";
    private static readonly Style s_strong = new(decoration: Decoration.Bold);

    /// <summary>Writes it.</summary>
    public void Write(VerificationReport report)
    {
        foreach (var session in report.Sessions)
        {
            Write(session);
        }

        foreach (var error in report.Broken)
        {
            TextFindings.Write(terminal.Paint, error);
        }

        foreach (var (finding, told) in report.Findings)
        {
            terminal.Paint.Write("\n", Style.Plain);
            TextFindings.Write(terminal.Paint, told);
            Write(finding);
        }
    }

    private void Write(ReportedSession session)
    {
        var name = session.Check.Session.Name;
        terminal.Paint.Write(name, s_strong);
        terminal.Paint.Write($" ({session.Session.Table.Text.Path}): ", Style.Plain);
        if (session.Check is not { Verdict: { } verdict, System: { } system })
        {
            terminal.Paint.Write($"not verified: {session.Unchecked}\n", new Style(Color.Red));
            return;
        }

        var end = verdict.IsComplete ? "" : verdict.WasStopped ? ", and there are more: the search was stopped" : ", and there are more: the budget ended";
        var text = FormattableString.Invariant($"{verdict.Configurations:N0} configurations at {system.ChannelText(system.Capacity)}, {session.Session.Elapsed.TotalSeconds:0.0} s{end}\n");
        terminal.Paint.Write(text, verdict.IsComplete ? Style.Plain : new Style(Color.Yellow));
        foreach (var statement in session.Check.Statements)
        {
            terminal.Paint.Write($"{Indent}{statement}\n", statement.StartsWith("found:", StringComparison.Ordinal) ? new Style(Color.Yellow) : Style.Plain);
        }
    }

    private void Write(Finding finding)
    {
        foreach (var line in SequenceChart.Of(finding))
        {
            terminal.Paint.Write($"{Indent}{line}\n", Style.Plain);
        }

        if (finding.Scenario is { } scenario)
        {
            terminal.Paint.Write($"{Indent}As a scenario, to paste into the table:\n", Style.Plain);
            foreach (var line in scenario.TrimEnd('\n').Split('\n'))
            {
                terminal.Paint.Write($"{Indent}{line}\n", new Style(Color.Teal));
            }
        }
    }
}
