using BenchmarkDotNet.Attributes;

namespace ProtoDsl.Benchmarks.Usage;

/// <summary>The mean method that uses a machine: times are per method, of 400.</summary>
public class MethodBenchmarks : AnalysisBenchmark
{
    private const int Methods = 400;

    internal override MeasuredProject Project => MeasuredProject.OfMachineMethods(Methods);

    [IterationSetup(Target = nameof(Compiler))]
    public void PrepareCompiler() => Prepare([new TypesAnalyzer()]);

    [IterationSetup(Target = nameof(ProtoDsl))]
    public void PrepareProtoDsl() => PrepareOurs();

    [IterationSetup(Target = nameof(Ca2000))]
    public void PrepareTheSdks() => PrepareCa2000();

    /// <summary>The binding that the compiler does in any case: to be subtracted.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Methods)]
    public int Compiler() => Run();

    [Benchmark(OperationsPerInvoke = Methods)]
    public int ProtoDsl() => Run();

    [Benchmark(OperationsPerInvoke = Methods)]
    public int Ca2000() => Run();
}
