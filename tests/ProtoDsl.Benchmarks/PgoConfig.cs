using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;

namespace ProtoDsl.Benchmarks;

/// <summary>Each benchmark twice, with and without dynamic profile-guided optimisation: a switch may owe its speed to it.</summary>
public sealed class PgoConfig : ManualConfig
{
    /// <summary>Made by BenchmarkDotNet.</summary>
    public PgoConfig()
    {
        AddJob(Job.ShortRun.WithIterationCount(7).WithId("PGO on").WithEnvironmentVariable("DOTNET_TieredPGO", "1"));
        AddJob(Job.ShortRun.WithIterationCount(7).WithId("PGO off").WithEnvironmentVariable("DOTNET_TieredPGO", "0"));
        AddDiagnoser(MemoryDiagnoser.Default);
        HideColumns(Column.Job, Column.IterationCount, Column.LaunchCount, Column.WarmupCount, Column.RatioSD);
        AddLogicalGroupRules(BenchmarkLogicalGroupRule.ByCategory);
    }
}
