using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Verification.Findings;

namespace ProtoDsl.LanguageServer.Findings;

/// <summary>A finding, and how grave the project takes it.</summary>
internal sealed record JudgedFinding(Finding Finding, TableSeverity Severity)
{
    /// <summary>False for what is only for those who ask for it.</summary>
    public bool IsShown => Severity != TableSeverity.Hidden;
}
