using BenchmarkDotNet.Attributes;

namespace ProtoDsl.Benchmarks.Usage;

/// <summary>Methods that no one writes: one method a compilation, so the time is the method's.</summary>
public class WorstMethodBenchmarks : AnalysisBenchmark
{
    /// <summary>The shape.</summary>
    public enum Shape
    {
        /// <summary>2,000 blocks, 25 machines.</summary>
        Blocks,

        /// <summary>A loop in a <c>try</c> in a loop, 24 deep, around 25 machines.</summary>
        Nesting,

        /// <summary>300 flags that each decide about a machine, asked again in the end.</summary>
        Flags,

        /// <summary>10,000 calls in a row.</summary>
        Straight,
    }

    /// <summary>The shape of the method.</summary>
    [Params(Shape.Blocks, Shape.Nesting, Shape.Flags, Shape.Straight)]
    public Shape Method { get; set; }

    internal override MeasuredProject Project => ProjectOf(Method);

    /// <summary>A method of a shape.</summary>
    internal static MeasuredProject ProjectOf(Shape shape) => shape switch
    {
        Shape.Blocks => MeasuredProject.OfOneMethod(Repeat(1_000, i => $"if (n > {i}) {{ l{i % 25}.TryConnect(\"\"); l{i % 25}.TryClose(); }}"), 25),
        Shape.Nesting => MeasuredProject.OfOneMethod(
            Repeat(24, i => $"while (n-- > {i}) {{ try {{ l{i % 25}.TryConnect(\"\");") + "l24.TryFlush();" + Repeat(24, i => $"}} finally {{ l{i % 25}.TryClose(); }} }}"), 25),
        Shape.Flags => MeasuredProject.OfOneMethod(
            Repeat(300, i => $"var f{i} = n > {i}; if (f{i}) l{i % 25}.TryConnect(\"\");") + Repeat(300, i => $"if (f{i}) l{i % 25}.TryClose();"), 25),
        _ => MeasuredProject.OfOneMethod(Repeat(5_000, _ => "l0.Connect(\"\"); l0.Close();"), 1),
    };

    [IterationSetup(Target = nameof(ProtoDsl))]
    public void PrepareProtoDsl() => PrepareOurs();

    [IterationSetup(Target = nameof(Ca2000))]
    public void PrepareTheSdks() => PrepareCa2000();

    [Benchmark]
    public int ProtoDsl() => Run();

    [Benchmark]
    public int Ca2000() => Run();

    private static string Repeat(int count, Func<int, string> statement) => string.Join("\n", Enumerable.Range(0, count).Select(statement));
}
