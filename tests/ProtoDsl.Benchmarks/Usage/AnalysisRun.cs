using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProtoDsl.Benchmarks.Usage;

/// <summary>One run of one analyzer over one compilation, on one thread: what it takes is then what it costs.</summary>
internal static class AnalysisRun
{
    private static readonly CompilationWithAnalyzersOptions s_options = new(
        new AnalyzerOptions([]),
        onAnalyzerException: static (exception, _, _) => throw new InvalidOperationException("The analyzer threw.", exception),
        concurrentAnalysis: false,
        logAnalyzerExecutionTime: true);

    public static CompilationWithAnalyzers Prepare(Compilation compilation, DiagnosticAnalyzer analyzer) => compilation.WithAnalyzers([analyzer], s_options);

    public static ImmutableArray<Diagnostic> Run(CompilationWithAnalyzers analysis) => analysis.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    /// <summary>The time that the run just made has spent in the analyzer's own code; what the host does for it is not in it.</summary>
    public static TimeSpan OwnTime(CompilationWithAnalyzers analysis) =>
        analysis.GetAnalyzerTelemetryInfoAsync(analysis.Analyzers[0], CancellationToken.None).GetAwaiter().GetResult().ExecutionTime;
}
