using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using ProtoDsl.Language;
using ProtoDsl.Verification;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Benchmarks.Sessions;

/// <summary>The session of two TCP endpoints from the shipped table, from its text to the verdict. Cold: each run is a process of its own, and
/// most of it is compiling our methods.</summary>
[Config(typeof(Settings))]
public class SessionBenchmarks
{
    private readonly string _text = Read();
    private TableFile? _file;
    private SessionSystem? _system;

    [GlobalSetup(Target = nameof(Build))]
    public void ReadOnce() => _file = ReadFile();

    [GlobalSetup(Targets = [nameof(Check), nameof(Plain)])]
    public void BuildOnce() => _system = SystemBuilder.Build(File, File.Bound.Protocol.Sessions[0], []).System;

    /// <summary>Text to model: what the compiler has done already when a session is checked.</summary>
    [Benchmark]
    public object ReadTable() => ReadFile();

    /// <summary>Model to automata.</summary>
    [Benchmark]
    public object? Build() => SystemBuilder.Build(File, File.Bound.Protocol.Sessions[0], []).System;

    /// <summary>Automata to verdict, ladder included.</summary>
    [Benchmark]
    public object Check() =>
        SystemChecker.Check(_system ?? throw new InvalidOperationException("The shipped session has problems."), new CheckOptions());

    /// <summary>What one writes first over the same automata; it finds the same configurations and looks for nothing. Cold, it is the least that any explorer
    /// of ours could take.</summary>
    [Benchmark]
    public int Plain() => PlainExplorer.Count(_system ?? throw new InvalidOperationException("The shipped session has problems."));

    private TableFile File => _file ??= ReadFile();

    private TableFile ReadFile() => new("Tcp.transitions", TransitionFile.Read(_text, "Tcp"));

    private static string Read()
    {
        using var stream = typeof(SessionBenchmarks).Assembly.GetManifestResourceStream("Tcp.transitions") ?? throw new InvalidOperationException("No table.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed class Settings : ManualConfig
    {
        public Settings()
        {
            AddJob(Job.Default.WithId("Warm"));
            AddJob(Job.Default.WithId("Cold").WithStrategy(RunStrategy.ColdStart).WithLaunchCount(7).WithWarmupCount(0).WithIterationCount(1).WithInvocationCount(1).WithUnrollFactor(1));
            AddColumn(StatisticColumn.Median, StatisticColumn.Min);
            HideColumns(Column.Error, Column.StdDev, Column.RatioSD);
        }
    }
}
