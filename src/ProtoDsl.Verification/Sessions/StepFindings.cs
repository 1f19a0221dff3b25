using System.Collections.Generic;
using ProtoDsl.Verification.Findings;

namespace ProtoDsl.Verification.Sessions;

/// <summary>The steps of a trace as findings of their own, each at its row, for readers who are shown nothing else.</summary>
public static class StepFindings
{
    /// <summary>One for each step of a finding; none for a finding without a trace.</summary>
    public static IEnumerable<Finding> Of(Finding finding)
    {
        for (var index = 0; index < finding.Trace.Count; index++)
        {
            var step = finding.Trace[index];
            yield return new Finding(SessionRules.Step, step.Place, $"Step {index + 1} of {finding.Trace.Count} to {finding.Rule.Id}, {finding.Goal}: {step.Text}");
        }
    }
}
