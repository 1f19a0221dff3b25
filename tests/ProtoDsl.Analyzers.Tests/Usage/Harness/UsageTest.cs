using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Analyzers.Usage;
using ProtoDsl.Analyzers.Usage.Contracts;

namespace ProtoDsl.Analyzers.Tests.Usage.Harness;

/// <summary>Runs the analyzers over C# in which a comment <c>/*!PDSL3001*/</c> stands on each line where that id, and no other, is expected.</summary>
internal static partial class UsageTest
{
    private const string Opening = """
        using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using Acme; using ProtoDsl;
        public partial class Code {
        """;

    /// <summary>How many lines stand before a member that <see cref="Verify"/> is given.</summary>
    public const int OpeningLines = 2;

    private static readonly SyntaxTree s_machines = Parse(Machines.Source, "Machines.g.cs");

    /// <summary>Findings about what is odd and not illegal: most tests leave machines as they are and ask what is plain.</summary>
    private static readonly string[] s_advice = ["PDSL3003", "PDSL3008", "PDSL3010"];

    /// <summary>Members of a class: every marked line gives its finding, no other line gives any.</summary>
    /// <param name="members">The members.</param>
    /// <param name="advice">PDSL3003, PDSL3008 and PDSL3010 count only where they stand here.</param>
    public static void Verify(string members, params string[] advice)
    {
        var source = Opening + "\n" + members + "\n}";
        var expected = source.Split('\n')
            .SelectMany((line, index) => Marker().Matches(line).Select(match => $"{index + 1 - OpeningLines}: {match.Groups[1].Value}"))
            .ToArray();
        var found = Analyze(source).Where(diagnostic => Counts(diagnostic, advice)).ToArray();
        var actual = found.Select(diagnostic => $"{LineOf(diagnostic)}: {diagnostic.Id}").ToArray();
        Assert.True(
            expected.SequenceEqual(actual),
            $"expected:\n  {string.Join("\n  ", expected)}\nfound:\n  {string.Join("\n  ", found.Select(diagnostic => $"{LineOf(diagnostic)}: {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"))}\nin:\n{members}");
    }

    /// <summary>The one finding in the members of a class.</summary>
    public static Diagnostic Single(string members, params string[] advice) =>
        Assert.Single(Analyze(Opening + "\n" + members + "\n}"), diagnostic => Counts(diagnostic, advice));

    /// <summary>The message of the one finding.</summary>
    public static string Message(string members, params string[] advice) => Single(members, advice).GetMessage(CultureInfo.InvariantCulture);

    private static bool Counts(Diagnostic diagnostic, string[] advice) => !s_advice.Contains(diagnostic.Id) || advice.Contains(diagnostic.Id);

    /// <summary>What the analyzer finds in a whole source, in the order of the text. The source must compile.</summary>
    public static ImmutableArray<Diagnostic> Analyze(string source) => Analyze(Compile(source));

    /// <summary>What the analyzer finds in a compilation.</summary>
    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation)
    {
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.True(errors.Length == 0, string.Join("\n", errors.Take(10)));
        return AnalyzeAsIs(compilation);
    }

    /// <summary>The same for a compilation that need not compile.</summary>
    public static ImmutableArray<Diagnostic> AnalyzeAsIs(Compilation compilation)
    {
        var thrown = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => thrown.Enqueue(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var findings = compilation
            .WithAnalyzers([new MachineUsageAnalyzer(), new ContractAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync()
            .GetAwaiter()
            .GetResult();
        Assert.True(thrown.IsEmpty, $"An analyzer threw: {string.Join("\n", thrown.Take(1))}");
        return
        [
            .. findings
                .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }

    /// <summary>What the analyzers find in a compilation that may have errors.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeBroken(Compilation compilation) =>
        await compilation.WithAnalyzers([new MachineUsageAnalyzer(), new ContractAnalyzer()]).GetAnalyzerDiagnosticsAsync();

    /// <summary>A source beside the machines of the tests.</summary>
    public static CSharpCompilation Compile(string source, params MetadataReference[] references) => CSharpCompilation.Create(
        "Usage",
        references.Length == 0 ? [s_machines, Parse(source, "Code.cs")] : [Parse(source, "Code.cs")],
        [.. TargetReferences.Of(TargetFramework.Running), .. references],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>A source beside generated code of its own.</summary>
    public static CSharpCompilation CompileAlone(string source, string generated) => CSharpCompilation.Create(
        "Usage",
        [Parse(generated, "Generated.g.cs"), Parse(source, "Code.cs")],
        TargetReferences.Of(TargetFramework.Running),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The machines of the tests as an assembly of their own.</summary>
    public static MetadataReference MachinesAssembly()
    {
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create("Machines", [s_machines], TargetReferences.Of(TargetFramework.Running), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None), path);

    private static int LineOf(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1 - OpeningLines;

    [GeneratedRegex(@"/\*!(PDSL\d{4})\*/")]
    private static partial Regex Marker();
}
