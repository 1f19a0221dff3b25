using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using ProtoDsl.Verification.Exploration;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Benchmarks.Sessions;

/// <summary>Every configuration of systems of many roles, found by the engine and by what one writes first. The engine looks for violations
/// meanwhile, the other looks for nothing.</summary>
[Config(typeof(Settings))]
public class FamilyBenchmarks
{
    private readonly List<double> _milliseconds = [];
    private SessionSystem? _system;

    /// <summary>A family and its size.</summary>
    [Params("ring 9", "pipeline 6", "two-phase commit 6", "two-phase commit 7", "sliding window 3")]
    public string Family { get; set; } = "";

    private SessionSystem System => _system ??= Families.Of(Family);

    /// <summary>The two must agree before anything is measured.</summary>
    [GlobalSetup]
    public void Compare()
    {
        var (found, plain) = (Explore().Count, PlainExplorer.Count(System));
        if (found != plain)
        {
            throw new InvalidOperationException($"{Family}: the engine finds {found} configurations, the plain explorer {plain}.");
        }

        _milliseconds.Clear();
    }

    [Benchmark(Baseline = true)]
    public int Plain() => Timed(() => PlainExplorer.Count(System));

    [Benchmark]
    public int Engine() => Timed(() => Explore().Count);

    /// <summary>With the steps kept, and the search backwards for "no way to finish".</summary>
    [Benchmark]
    public int EngineAndFinish() => Timed(() =>
    {
        var exploration = Explore(keepEdges: true);
        return exploration.Count + (Finishing.Find(exploration, default)?.Configuration ?? 0);
    });

    /// <summary>Prints what a clock on the wall does not show where others use the machine too.</summary>
    [GlobalCleanup]
    public void Print()
    {
        var exploration = Explore();
        var best = _milliseconds.Min();
        Console.WriteLine(
            $"// {Family}: {exploration.Count:N0} configurations, {exploration.Layers} layers, {exploration.Expander.Table.Layout.Words} words; processor {best:0.0} ms at least, "
            + $"{exploration.Count / best / 1000:0.00} million a second; the engine's memory {(double)exploration.Store.Bytes / exploration.Count:0.0} bytes a configuration");
    }

    private Verification.Exploration.Exploration Explore(bool keepEdges = false) =>
        Explorer.Run(System, new ExplorationOptions(System.Capacity, 1 << 26) { KeepEdges = keepEdges }, default);

    private int Timed(Func<int> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        var result = work();
        _milliseconds.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        return result;
    }

    private sealed class Settings : ManualConfig
    {
        public Settings()
        {
            AddJob(Job.Default.WithStrategy(RunStrategy.Monitoring).WithWarmupCount(2).WithIterationCount(9).WithInvocationCount(1).WithUnrollFactor(1));
            AddColumn(StatisticColumn.Median, StatisticColumn.Min);
            HideColumns(Column.Job, Column.RatioSD);
        }
    }
}
