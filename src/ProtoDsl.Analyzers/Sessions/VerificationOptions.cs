using System;
using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoDsl.Verification.Grading;

namespace ProtoDsl.Analyzers.Sessions;

/// <summary>What the project says about the check of its sessions: the properties <c>ProtoDslVerification</c> and <c>ProtoDslVerificationBudget</c>.</summary>
/// <param name="IsOn">False with <c>ProtoDslVerification=false</c>.</param>
/// <param name="Budget">The most configurations that are looked at, for each session.</param>
internal sealed record VerificationOptions(bool IsOn, int Budget)
{
    private static readonly int s_budget = new CheckOptions().Budget;

    /// <summary>Reads the project's properties. A budget that is no number counts as not given.</summary>
    public static VerificationOptions From(AnalyzerConfigOptions options)
    {
        options.TryGetValue("build_property.ProtoDslVerification", out var isOn);
        options.TryGetValue("build_property.ProtoDslVerificationBudget", out var budget);
        return new VerificationOptions(
            !string.Equals(isOn?.Trim(), "false", StringComparison.OrdinalIgnoreCase),
            int.TryParse(budget, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : s_budget);
    }
}
