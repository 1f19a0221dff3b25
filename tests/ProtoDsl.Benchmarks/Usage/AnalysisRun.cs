using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProtoDsl.Benchmarks.Usage;

/// <summary>One run of analyzers over one compilation, on one thread: what it takes is then what it costs.</summary>
internal static class AnalysisRun
{
    private static readonly CompilationWithAnalyzersOptions s_options = new(
        new AnalyzerOptions([]),
        onAnalyzerException: static (exception, _, _) => throw new InvalidOperationException("The analyzer threw.", exception),
        concurrentAnalysis: false,
        logAnalyzerExecutionTime: true);

    public static CompilationWithAnalyzers Prepare(Compilation compilation, IEnumerable<DiagnosticAnalyzer> analyzers) => compilation.WithAnalyzers([.. analyzers], s_options);

    public static ImmutableArray<Diagnostic> Run(CompilationWithAnalyzers analysis) => analysis.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    /// <summary>The time that the run just made has spent in the analyzers' own code; what the host does for them is not in it.</summary>
    public static TimeSpan OwnTime(CompilationWithAnalyzers analysis) => analysis.Analyzers
        .Select(analyzer => analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime)
        .Aggregate(TimeSpan.Zero, (sum, time) => sum + time);
}
