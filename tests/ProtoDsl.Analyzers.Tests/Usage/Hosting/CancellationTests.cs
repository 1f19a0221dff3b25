using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoDsl.Analyzers.Tests.Usage.Harness;
using ProtoDsl.Analyzers.Usage;
using ProtoDsl.Analyzers.Usage.Flow;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Usage.Hosting;

/// <summary>An editor loses interest with every key.</summary>
public sealed class CancellationTests
{
    private const int Attempts = 6;

    [Fact]
    public void No_step_is_taken_after_it()
    {
        using var cancellation = new CancellationTokenSource();
        var budget = new AnalysisBudget(cancellation.Token);
        budget.Spend();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => budget.Spend());
    }

    /// <summary>In the middle of one large body. How soon is told by the time that the whole body takes, not by a clock of ours; and because others use the
    /// machine too, one attempt of several must show it.</summary>
    [Fact]
    public void A_body_under_way_is_left_at_once()
    {
        const string statement = "if (b) { c.Connect(); c.Abort(); } d.Open(); while (b) { d.Close(); d.Open(); if (b) break; } d.Close();\n";
        var compilation = UsageTest.Compile($"using Acme; class Code {{ void M(bool b) {{ var c = new Conn(); var d = new Door();\n{string.Concat(Enumerable.Repeat(statement, 300))} }} }}");
        _ = compilation.GetDiagnostics();
        _ = Run(compilation, CancellationToken.None);
        var whole = Run(compilation, CancellationToken.None);

        var rest = new List<TimeSpan>();
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            using var cancellation = new CancellationTokenSource();
            var cancelled = TimeSpan.Zero;
            var watch = Stopwatch.StartNew();
            using var timer = new Timer(
                _ =>
                {
                    cancelled = watch.Elapsed;
                    cancellation.Cancel();
                },
                null,
                whole * attempt / (2 * Attempts),
                Timeout.InfiniteTimeSpan);
            try
            {
                _ = Run(compilation, cancellation.Token);
            }
            catch (OperationCanceledException)
            {
                rest.Add(watch.Elapsed - cancelled);
                Assert.True(rest[^1] < HangGuard.Limit, $"{rest[^1]}");
            }
        }

        // None at all: the timer came too late each time, which says that the machine is busy.
        Assert.True(rest.Count > 0, $"never cancelled in time; the whole took {whole}");
        Assert.True(rest.Min() < whole / 8, $"of {whole}: {string.Join(", ", rest)}");
    }

    private static TimeSpan Run(Compilation compilation, CancellationToken cancellationToken)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var watch = Stopwatch.StartNew();
        _ = compilation.WithAnalyzers([new MachineUsageAnalyzer()], options).GetAnalyzerDiagnosticsAsync(cancellationToken).GetAwaiter().GetResult();
        return watch.Elapsed;
    }
}
