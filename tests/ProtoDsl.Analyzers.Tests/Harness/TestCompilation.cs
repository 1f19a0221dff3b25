using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProtoDsl.Analyzers.Tests.Harness;

/// <summary>Compilations as a user's project makes them: nullable, every warning an error, documentation asked for.</summary>
internal static class TestCompilation
{
    /// <summary>The words that stand for "generated": a path that ends so is what the generator would have added.</summary>
    public const string GeneratedSuffix = ".g.cs";

    /// <summary>Compiles sources given as text, in the order given; paths are <c>Source0.cs</c>, <c>Source1.cs</c>, ….</summary>
    public static CSharpCompilation Create(params string[] sources) => Create(TargetFramework.Running, LanguageVersion.Latest, sources);

    /// <summary>The same for another framework or an older language.</summary>
    public static CSharpCompilation Create(TargetFramework framework, LanguageVersion language, params string[] sources)
    {
        var options = ParseOptions(language);
        var trees = sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"Source{index}.cs"));
        return Create(framework, trees);
    }

    /// <summary>The same for trees, for those who choose the paths.</summary>
    public static CSharpCompilation Create(TargetFramework framework, IEnumerable<SyntaxTree> trees, OptimizationLevel optimization = OptimizationLevel.Debug) =>
        CSharpCompilation.Create(
            "Test" + Interlocked.Increment(ref s_count),
            trees,
            TargetReferences.Of(framework),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: optimization,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error,
                warningLevel: 9999));

    /// <summary>Parse options of a user's project; documentation comments are read, so that a bad or missing one is an error.</summary>
    public static CSharpParseOptions ParseOptions(LanguageVersion language = LanguageVersion.Latest) =>
        new(language, DocumentationMode.Diagnose);

    /// <summary>Errors and warnings of the compiler, each on one line; hidden and informational ones are left out.</summary>
    public static IReadOnlyList<string> Problems(this Compilation compilation) => Problems(compilation.GetDiagnostics());

    /// <summary>The same of findings at hand.</summary>
    public static IReadOnlyList<string> Problems(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{diagnostic.Location.GetLineSpan().Path}{diagnostic.Location.GetLineSpan().StartLinePosition}: {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}\n    {LineOf(diagnostic.Location)}")
            .ToArray();

    private static string LineOf(Location location) =>
        location.SourceTree is { } tree ? tree.GetText().Lines[location.GetLineSpan().StartLinePosition.Line].ToString().Trim() : "";

    private static int s_count;
}
