using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoDsl.Analyzers.Usage;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Judging;

/// <summary>What the analyzer says of a compilation, and whether it broke down over it.</summary>
/// <param name="Findings">Its findings.</param>
/// <param name="Crash">The first exception it threw; null: none.</param>
internal sealed record AnalyzerRun(ImmutableArray<Diagnostic> Findings, string? Crash)
{
    public static AnalyzerRun Of(Compilation compilation)
    {
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.True(errors.Length == 0, string.Join("\n", errors.Take(10)));
        var crashes = new ConcurrentQueue<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => crashes.Enqueue(exception.ToString()), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var findings = compilation.WithAnalyzers([new MachineUsageAnalyzer()], options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return new AnalyzerRun(findings, crashes.TryPeek(out var crash) ? crash : null);
    }
}
