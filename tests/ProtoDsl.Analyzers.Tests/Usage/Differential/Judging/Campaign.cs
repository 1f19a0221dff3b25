using System.Diagnostics;
using System.Globalization;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Generation;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Tables;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Judging;

/// <summary>Many random programs from one seed, judged.</summary>
internal sealed class Campaign(int seed, int randomTables)
{
    /// <summary>So many programs are compiled together.</summary>
    private const int BatchSize = 100;

    /// <summary>The machines.</summary>
    public MachinePool Pool { get; } = MachinePool.Create(seed, randomTables);

    /// <summary>All figures.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Programs on whose lines analysis and executions differ.</summary>
    public List<Verdict> Differing { get; } = [];

    /// <summary>Makes programs and judges them, features and machines in turn.</summary>
    public void Run(IReadOnlyList<Feature> features, int count, Action<string>? progress = null)
    {
        var clock = Stopwatch.StartNew();
        for (var start = 0; start < count; start += BatchSize)
        {
            var programs = Enumerable.Range(start, Math.Min(BatchSize, count - start)).Select(index => Write(features, index)).ToArray();
            foreach (var verdict in Batch.Judge(Pool, programs, Bounds.Usual))
            {
                Add(verdict);
            }

            progress?.Invoke(string.Create(
                CultureInfo.InvariantCulture,
                $"{clock.Elapsed.TotalSeconds,6:0.0} s {start + programs.Length,6} programs, {Tally.Total.Lines} lines: {Tally.Total.Missed} missed, {Tally.Total.False} false, {Tally.Total.Severity} of the wrong severity"));
        }
    }

    private SampleProgram Write(IReadOnlyList<Feature> features, int index)
    {
        var feature = features[index % features.Count];
        var machines = Pool.Shapes
            .Where(shape => feature == Feature.Mixed || shape.IsAsync == (feature == Feature.Async))
            .Where(shape => feature != Feature.Using || shape.IsDisposable)
            .ToArray();
        return ProgramWriter.Write((seed * 1_000_000) + index, feature, machines[index / features.Count % machines.Length]);
    }

    private void Add(Verdict verdict)
    {
        var judged = verdict.NeedsWiderBounds ? Batch.Judge(Pool, [verdict.Program], Bounds.Wide)[0] : verdict;
        Tally.Add(judged);
        if (judged.Truth.IsExhausted && judged.Lines.Any(line => line.Difference != Difference.None))
        {
            Differing.Add(judged);
        }
    }
}
