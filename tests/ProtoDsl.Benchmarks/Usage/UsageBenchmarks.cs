using BenchmarkDotNet.Attributes;

namespace ProtoDsl.Benchmarks.Usage;

/// <summary>What a compilation of 25,000 lines pays.</summary>
public class UsageBenchmarks : AnalysisBenchmark
{
    private const int Lines = 25_000;

    /// <summary>What the compilation holds.</summary>
    public enum Content
    {
        /// <summary>No machine, nor the runtime library.</summary>
        NoMachine,

        /// <summary>No machine; the runtime library is referenced.</summary>
        RuntimeOnly,

        /// <summary>One method in twenty uses a machine, all rightly.</summary>
        FivePercent,

        /// <summary>The same, each with a mistake.</summary>
        FivePercentWrong,
    }

    /// <summary>What is analysed.</summary>
    [Params(Content.NoMachine, Content.RuntimeOnly, Content.FivePercent, Content.FivePercentWrong)]
    public Content Code { get; set; }

    internal override MeasuredProject Project => Code switch
    {
        Content.NoMachine => MeasuredProject.WithoutMachines(Lines, knowsRuntime: false),
        Content.RuntimeOnly => MeasuredProject.WithoutMachines(Lines, knowsRuntime: true),
        Content.FivePercent => MeasuredProject.WithMachines(Lines, every: 20, isWrong: false),
        _ => MeasuredProject.WithMachines(Lines, every: 20, isWrong: true),
    };

    [IterationSetup(Target = nameof(Nothing))]
    public void PrepareNothing() => Prepare([new NothingAnalyzer()]);

    [IterationSetup(Target = nameof(Compiler))]
    public void PrepareCompiler() => Prepare([new TypesAnalyzer()]);

    [IterationSetup(Target = nameof(Trivial))]
    public void PrepareTrivial() => Prepare([new TrivialAnalyzer()]);

    [IterationSetup(Target = nameof(ProtoDsl))]
    public void PrepareProtoDsl() => PrepareOurs();

    [IterationSetup(Target = nameof(Ca2000))]
    public void PrepareTheSdks() => PrepareCa2000();

    /// <summary>An analyzer that registers nothing.</summary>
    [Benchmark]
    public int Nothing() => Run();

    /// <summary>The binding that the compiler does in any case: to be subtracted.</summary>
    [Benchmark(Baseline = true)]
    public int Compiler() => Run();

    /// <summary>One operation action that does nothing.</summary>
    [Benchmark]
    public int Trivial() => Run();

    [Benchmark]
    public int ProtoDsl() => Run();

    [Benchmark]
    public int Ca2000() => Run();
}
