using BenchmarkDotNet.Attributes;
using ProtoDsl.Verification.Grading;

namespace ProtoDsl.Benchmarks.Sessions;

/// <summary>How long it takes until the check of a session is left, once the host has lost interest.</summary>
[IterationCount(15)]
[WarmupCount(3)]
[InvocationCount(1)]
public class SessionCancellationBenchmarks
{
    private WorkUnderWay? _work;

    /// <summary>A family with too many configurations to be through by then; steps are kept, for "no way to finish".</summary>
    [Params("ring 11", "pipeline 7", "two-phase commit 8")]
    public string Family { get; set; } = "";

    /// <summary>Lets the check begin.</summary>
    [IterationSetup]
    public void Begin()
    {
        var system = Families.Of(Family);
        _work = WorkUnderWay.Begin(token => SystemChecker.Check(system, new CheckOptions { Budget = CheckOptions.Unlimited }, token));
    }

    /// <summary>From the request to the end of the thread.</summary>
    [Benchmark]
    public bool Cancel() => _work?.Cancel() ?? false;
}
