using BenchmarkDotNet.Attributes;

namespace ProtoDsl.Benchmarks.Usage;

/// <summary>The mean method that uses a machine, rightly or with a mistake: times are per method, of 400.</summary>
public class MethodBenchmarks : AnalysisBenchmark
{
    private const int Methods = 400;

    /// <summary>True: each method has a mistake, which is reported.</summary>
    [Params(false, true)]
    public bool IsWrong { get; set; }

    internal override MeasuredProject Project => MeasuredProject.OfMachineMethods(Methods, IsWrong);

    [IterationSetup(Target = nameof(Compiler))]
    public void PrepareCompiler() => Prepare([new TypesAnalyzer()]);

    [IterationSetup(Target = nameof(Trivial))]
    public void PrepareTrivial() => Prepare([new TrivialAnalyzer()]);

    [IterationSetup(Target = nameof(ProtoDsl))]
    public void PrepareProtoDsl() => PrepareOurs();

    [IterationSetup(Target = nameof(Ca2000))]
    public void PrepareTheSdks() => PrepareCa2000();

    /// <summary>The binding that the compiler does in any case: to be subtracted.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Methods)]
    public int Compiler() => Run();

    /// <summary>The binding that any analyzer calls for which looks into bodies.</summary>
    [Benchmark(OperationsPerInvoke = Methods)]
    public int Trivial() => Run();

    [Benchmark(OperationsPerInvoke = Methods)]
    public int ProtoDsl() => Run();

    [Benchmark(OperationsPerInvoke = Methods)]
    public int Ca2000() => Run();
}
