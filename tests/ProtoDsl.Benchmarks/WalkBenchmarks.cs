using BenchmarkDotNet.Attributes;
using ProtoDsl.Benchmarks.Machines;
using ProtoDsl.Benchmarks.Tables;
using ProtoDsl.Benchmarks.Walks;

namespace ProtoDsl.Benchmarks;

/// <summary>Calls and received events mixed, without effects. Times are per step: the walk has 1,006 or a little more.</summary>
[Config(typeof(PgoConfig))]
public class WalkBenchmarks
{
    private GeneratedUnderTest _generated;
    private HandSwitchUnderTest _handSwitch;
    private TableUnderTest _table;
    private Step[] _walk = [];

    /// <summary>The sequence of events.</summary>
    [Params("whole", "random")]
    public string Sequence { get; set; } = "whole";

    [GlobalSetup]
    public void Setup()
    {
        _walk = Sequence == "whole" ? Walks.Walk.Whole : Walks.Walk.Random;
        _generated = new(new TcpWalk());
        _handSwitch = new(new HandSwitch());
        _table = new(new TwoDimensionalTable());
    }

    [Benchmark(Baseline = true)]
    public void HandWrittenSwitch() => Walker.Run(ref _handSwitch, _walk);

    [Benchmark]
    public void HandWrittenTable() => Walker.Run(ref _table, _walk);

    [Benchmark]
    public void Generated() => Walker.Run(ref _generated, _walk);
}
