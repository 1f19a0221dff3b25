using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Tables;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Judging;

/// <summary>Many programs in one compilation: what the analysis says of each, and what its executions show.</summary>
internal sealed class Batch
{
    private readonly IReadOnlyList<SampleProgram> _programs;
    private readonly MachinePool _pool;
    private readonly ProgramSource _clean;
    private readonly ProgramSource _live;

    private Batch(MachinePool pool, IReadOnlyList<SampleProgram> programs)
    {
        _pool = pool;
        _programs = programs;
        var texts = programs.Select((program, index) => program.Render(ProgramSource.NamespaceOf(index))).ToArray();
        _clean = new ProgramSource(pool, texts.Select(text => text.Clean));
        _live = new ProgramSource(pool, texts.Select(text => text.Live));
    }

    /// <summary>Judges programs, which must compile.</summary>
    public static IReadOnlyList<Verdict> Judge(MachinePool pool, IReadOnlyList<SampleProgram> programs, Bounds bounds)
    {
        var batch = new Batch(pool, programs);
        var reports = batch.Analyze();
        var truths = batch.Execute(bounds);
        return [.. programs.Select((program, index) => new Verdict(program, truths[index], reports[index]))];
    }

    /// <summary>The programs that compile.</summary>
    public static IReadOnlyList<SampleProgram> Compiling(MachinePool pool, IReadOnlyList<SampleProgram> programs)
    {
        var batch = new Batch(pool, programs);
        var broken = batch._clean.Broken.Concat(batch._live.Broken).ToHashSet();
        return [.. programs.Where((_, index) => !broken.Contains(index))];
    }

    private List<Report>[] Analyze()
    {
        var reports = _programs.Select(_ => new List<Report>()).ToArray();
        var run = AnalyzerRun.Of(_clean.Compilation);
        foreach (var finding in run.Findings.Where(finding => finding.Id is "PDSL3001" or "PDSL3002" or "PDSL3005"))
        {
            var span = finding.Location.SourceSpan;
            reports[_clean.ProgramAt(span.Start)].Add(new Report(_clean.SiteAt(span), finding.Id, finding.GetMessage(CultureInfo.InvariantCulture)));
        }

        if (run.Crash is not null)
        {
            Blame(reports);
        }

        return reports;
    }

    /// <summary>Finds the programs over which the analyzer breaks down.</summary>
    private void Blame(List<Report>[] reports)
    {
        for (var index = 0; index < _programs.Count; index++)
        {
            var alone = new ProgramSource(_pool, [_programs[index].Render(ProgramSource.NamespaceOf(index)).Clean]);
            if (AnalyzerRun.Of(alone.Compilation).Crash is { } crash)
            {
                reports[index].Add(new Report(Report.NoSite, "AD0001", crash));
            }
        }
    }

    private Truth[] Execute(Bounds bounds)
    {
        using var image = new MemoryStream();
        var result = _live.Compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(10)));
        var assembly = _pool.Load(image.ToArray());
        var truths = new Truth[_programs.Count];
        Parallel.For(0, truths.Length, index => truths[index] = new Explorer(Host.Of(assembly, ProgramSource.NamespaceOf(index), _programs[index]), _programs[index].HasFields, bounds).Explore());
        return truths;
    }
}

/// <summary>A finding of the analysis.</summary>
internal sealed record Report(int Site, string Id, string Message)
{
    /// <summary>The site of a report that belongs to none.</summary>
    public const int NoSite = -1;
}
