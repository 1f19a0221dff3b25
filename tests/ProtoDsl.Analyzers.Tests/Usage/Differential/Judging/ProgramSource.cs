using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Tables;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Judging;

/// <summary>The texts of many programs as one source, each in a namespace of its own.</summary>
internal sealed class ProgramSource
{
    private const string Header = """
        #nullable enable
        using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;
        using ProtoDsl.Analyzers.Tests.Usage.Differential.Execution;

        """;

    private static readonly MetadataReference s_recorder = MetadataReference.CreateFromFile(typeof(R).Assembly.Location);
    private readonly List<int> _starts = [];

    public ProgramSource(MachinePool pool, IEnumerable<string> programs)
    {
        Text = Header;
        foreach (var program in programs)
        {
            _starts.Add(Text.Length);
            Text += program;
        }

        Compilation = CSharpCompilation.Create(
            MachinePool.ProgramsAssembly,
            [CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None), "Programs.cs")],
            [.. TargetReferences.Of(TargetFramework.Running), pool.Reference, s_recorder],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
    }

    public string Text { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>The programs with an error.</summary>
    public IEnumerable<int> Broken => Compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(diagnostic => ProgramAt(diagnostic.Location.SourceSpan.Start));

    public static string NamespaceOf(int program) => "Program" + program.ToString(CultureInfo.InvariantCulture);

    /// <summary>The program that holds a position.</summary>
    public int ProgramAt(int position) => _starts.FindLastIndex(start => start <= position);

    /// <summary>The site whose mark the span holds, or else the last mark before it.</summary>
    public int SiteAt(Microsoft.CodeAnalysis.Text.TextSpan span)
    {
        const string Mark = "/*s";
        var inside = Text.IndexOf(Mark, span.Start, span.Length, StringComparison.Ordinal);
        var start = (inside >= 0 ? inside : Text.LastIndexOf(Mark, span.Start, StringComparison.Ordinal)) + Mark.Length;
        return int.Parse(Text[start..Text.IndexOf('*', start)], CultureInfo.InvariantCulture);
    }
}
