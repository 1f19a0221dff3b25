using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProtoDsl.Benchmarks.Usage;

/// <summary>What runs of analyzers have in common: each has a compilation of its own, so that no run finds what another has left. The host binds it anew for
/// the analyzers, so the compiler's work is in the time of each that asks for anything; it is measured beside them, to be subtracted.</summary>
[Config(typeof(Settings))]
public abstract class AnalysisBenchmark
{
    private readonly List<TimeSpan> _ownTimes = [];
    private readonly List<TimeSpan> _processorTimes = [];
    private CompilationWithAnalyzers? _analysis;
    private MeasuredProject? _project;
    private string _name = "";

    /// <summary>What is analysed: asked for once.</summary>
    internal abstract MeasuredProject Project { get; }

    /// <summary>Nothing is left over from the run before.</summary>
    internal void Prepare(IReadOnlyList<DiagnosticAnalyzer> analyzers, params string[] enabled)
    {
        _name = string.Join(", ", analyzers.Select(analyzer => analyzer.GetType().Name));
        _project ??= Project;
        _analysis = AnalysisRun.Prepare(_project.Compile(enabled), analyzers);
        GC.Collect();
    }

    internal void PrepareCa2000() =>
        Prepare([MeasuredAnalyzers.Ca2000(out var message) ?? throw new InvalidOperationException(message)], "CA2000");

    internal void PrepareOurs() => Prepare(MeasuredAnalyzers.Ours);

    /// <summary>The measured work.</summary>
    internal int Run()
    {
        var before = Environment.CpuUsage.TotalTime;
        var found = AnalysisRun.Run(_analysis ?? throw new InvalidOperationException("Not prepared.")).Length;
        _processorTimes.Add(Environment.CpuUsage.TotalTime - before);
        return found;
    }

    /// <summary>After a run: keeps what the analyzer itself has taken.</summary>
    [IterationCleanup]
    public void KeepOwnTime()
    {
        if (_analysis is { } analysis)
        {
            _ownTimes.Add(AnalysisRun.OwnTime(analysis));
        }
    }

    /// <summary>Prints what a clock on the wall does not show where others use the machine too. The first runs are not counted.</summary>
    [GlobalCleanup]
    public void PrintTimes()
    {
        if (_analysis is { } analysis && _project is { } project)
        {
            Console.WriteLine(
                $"// {_name}: {project.Lines:N0} lines, {project.MachineMethodCount} methods with machines, {AnalysisRun.Run(analysis).Length} findings; processor {Describe(_processorTimes)}; in its own code {Describe(_ownTimes)}");
        }
    }

    private static string Describe(List<TimeSpan> times)
    {
        var counted = times.Skip(Settings.WarmUps + 1).Select(time => time.TotalMilliseconds).Order().ToArray();
        return counted.Length == 0 ? "not measured" : $"{counted[0]:0.000} ms at least, {counted[counted.Length / 2]:0.000} ms in the middle";
    }

    private sealed class Settings : ManualConfig
    {
        public const int WarmUps = 4;

        public Settings()
        {
            AddJob(Job.Default.WithStrategy(RunStrategy.Monitoring).WithWarmupCount(WarmUps).WithIterationCount(9).WithInvocationCount(1).WithUnrollFactor(1));
            AddColumn(StatisticColumn.Median, StatisticColumn.Min);
            HideColumns(Column.Job, Column.RatioSD);
        }
    }
}
