using System.Threading;
using Microsoft.CodeAnalysis;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Analyzers.Sessions;

/// <summary>What <c>NoWarn</c> and a <c>.globalconfig</c> say of a rule. The compiler applies them to the finding itself; its steps, which
/// have a rule of their own, go with it.</summary>
internal sealed class ProjectSeverities(Compilation compilation, CancellationToken cancellationToken)
{
    /// <summary>False for a rule that is switched off for the project.</summary>
    public bool Wants(TableRule rule) =>
        !(compilation.Options.SpecificDiagnosticOptions.TryGetValue(rule.Id, out var option) && option == ReportDiagnostic.Suppress)
        && !(compilation.Options.SyntaxTreeOptionsProvider is { } provider
            && provider.TryGetGlobalDiagnosticValue(rule.Id, cancellationToken, out var global) && global == ReportDiagnostic.Suppress);
}
