using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Tables;
using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Judging;

/// <summary>Many programs in one compilation: what the analysis says of each, and what its executions show.</summary>
internal sealed class Batch
{
    private const string Header = """
        #nullable enable
        using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;
        using ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;

        """;

    private readonly IReadOnlyList<SampleProgram> _programs;
    private readonly MachinePool _pool;
    private readonly CSharpCompilation _clean;
    private readonly CSharpCompilation _live;
    private readonly List<int> _starts = [];

    private Batch(MachinePool pool, IReadOnlyList<SampleProgram> programs)
    {
        _pool = pool;
        _programs = programs;
        var (cleanParts, liveParts) = (new List<string> { Header }, new List<string> { Header });
        var position = Header.Length;
        for (var index = 0; index < programs.Count; index++)
        {
            var text = programs[index].Render(NamespaceOf(index));
            _starts.Add(position);
            position += text.Clean.Length;
            cleanParts.Add(text.Clean);
            liveParts.Add(text.Live);
        }

        _clean = Compile(string.Concat(cleanParts), pool);
        _live = Compile(string.Concat(liveParts), pool);
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
        var broken = batch._clean.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => batch.ProgramAt(diagnostic.Location.SourceSpan.Start))
            .ToHashSet();
        return [.. programs.Where((_, index) => !broken.Contains(index))];
    }

    private static string NamespaceOf(int index) => "Program" + index.ToString(CultureInfo.InvariantCulture);

    private static CSharpCompilation Compile(string text, MachinePool pool) => CSharpCompilation.Create(
        MachinePool.ProgramsAssembly,
        [CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None), "Programs.cs")],
        [.. TargetReferences.Of(TargetFramework.Running), pool.Reference, MetadataReference.CreateFromFile(typeof(R).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));

    private int ProgramAt(int position) => _starts.FindLastIndex(start => start <= position);

    private List<Report>[] Analyze()
    {
        var text = _clean.SyntaxTrees[0].GetText().ToString();
        var reports = _programs.Select(_ => new List<Report>()).ToArray();
        foreach (var finding in UsageTest.Analyze(_clean).Where(finding => finding.Id is "PDSL3001" or "PDSL3002" or "PDSL3005"))
        {
            reports[ProgramAt(finding.Location.SourceSpan.Start)].Add(new Report(SiteAt(text, finding.Location.SourceSpan), finding.Id, finding.GetMessage(CultureInfo.InvariantCulture)));
        }

        return reports;
    }

    /// <summary>The site whose mark the span holds, or else the last mark before it.</summary>
    private static int SiteAt(string text, Microsoft.CodeAnalysis.Text.TextSpan span)
    {
        const string Mark = "/*s";
        var inside = text.IndexOf(Mark, span.Start, span.Length, StringComparison.Ordinal);
        var start = (inside >= 0 ? inside : text.LastIndexOf(Mark, span.Start, StringComparison.Ordinal)) + Mark.Length;
        return int.Parse(text[start..text.IndexOf('*', start)], CultureInfo.InvariantCulture);
    }

    private Truth[] Execute(Bounds bounds)
    {
        using var image = new MemoryStream();
        var result = _live.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(10)));
        var (context, programs) = _pool.Load(image.ToArray());
        try
        {
            var truths = new Truth[_programs.Count];
            Parallel.For(0, truths.Length, index => truths[index] = Execute(programs, index, bounds));
            return truths;
        }
        finally
        {
            context.Unload();
        }
    }

    private Truth Execute(Assembly programs, int index, Bounds bounds)
    {
        Type Class(string name) => programs.GetType($"{NamespaceOf(index)}.{name}", throwOnError: true)!;
        return new Explorer(Class("Code"), Class("Driver"), _programs[index].Methods.Count(method => method.Entry is not null), bounds).Explore();
    }
}

/// <summary>How far executions go.</summary>
/// <param name="Rounds">Rounds of a loop, depth of a recursion.</param>
/// <param name="Executions">Executions of one program.</param>
internal sealed record Bounds(int Rounds, int Executions)
{
    /// <summary>What is asked of every program.</summary>
    public static readonly Bounds Usual = new(3, 4_000);

    /// <summary>What is asked where analysis and executions disagree: the analysis knows no bound.</summary>
    public static readonly Bounds Wide = new(9, 60_000);
}

/// <summary>A finding of the analysis.</summary>
internal sealed record Report(int Site, string Id, string Message);
