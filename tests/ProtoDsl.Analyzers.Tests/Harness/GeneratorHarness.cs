using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoDsl.Analyzers.Generation;

namespace ProtoDsl.Analyzers.Tests.Harness;

/// <summary>A project with tables, run through the generator as the compiler does; edits of it run again on the same driver.</summary>
internal sealed class GeneratorHarness
{
    /// <summary>The project's folder.</summary>
    public const string Folder = "/home/me/project/";

    private GeneratorDriver _driver;

    private GeneratorHarness(GeneratorDriver driver, CSharpCompilation compilation, IReadOnlyList<TestTable> tables)
    {
        _driver = driver;
        Compilation = compilation;
        Tables = tables;
    }

    public CSharpCompilation Compilation { get; private set; }

    public IReadOnlyList<TestTable> Tables { get; private set; }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>What the compiler would say, ours and its own, as <c>path(line,column): severity id: message</c>; lines from 1.</summary>
    public IReadOnlyList<string> Messages { get; private set; } = [];

    /// <summary>The compilation with what was generated.</summary>
    public Compilation Output { get; private set; } = null!;

    /// <summary>Runs over tables, whose paths are below the project's folder.</summary>
    public static GeneratorHarness Run(params TestTable[] tables) => Run(new TransitionGenerator(), tables);

    public static GeneratorHarness Run(
        TransitionGenerator generator,
        IReadOnlyList<TestTable> tables,
        LanguageVersion language = LanguageVersion.Latest,
        TargetFramework framework = TargetFramework.Running,
        string source = "internal static class Unrelated;",
        bool deterministic = false)
    {
        var parse = TestCompilation.ParseOptions(language);
        var driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            tables,
            parse,
            TestOptions.Of(tables, deterministic),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var tree = CSharpSyntaxTree.ParseText(source, parse, Folder + "Program.cs");
        var harness = new GeneratorHarness(driver, Compile(framework, tree), tables);
        harness.RunAgain();
        return harness;
    }

    /// <summary>Runs with another text of one table.</summary>
    public void Edit(TestTable table, string text)
    {
        var edited = table.WithText(text);
        _driver = _driver.ReplaceAdditionalText(table, edited);
        Tables = Tables.Select(each => each == table ? edited : each).ToArray();
        RunAgain();
    }

    /// <summary>Runs with another C# file.</summary>
    public void EditCSharp(string source)
    {
        var old = Compilation.SyntaxTrees[0];
        Compilation = Compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)old.Options, old.FilePath));
        RunAgain();
    }

    /// <summary>The text of the generated source of that name.</summary>
    public string Source(string hintName) => Result.GeneratedSources.Single(source => source.HintName == hintName).SourceText.ToString();

    /// <summary>What a step did on the last run, in the order of the tables.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        Result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason).ToArray();

    /// <summary>What the analyzer of tables says; the list of what states do not list only where the project asks for it.</summary>
    public async Task<IReadOnlyList<Diagnostic>> Analyze()
    {
        var analyzers = Output.WithAnalyzers(
            [new Tables.TableAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([.. Tables], TestOptions.Of(Tables)),
                onAnalyzerException: null,
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false));
        return [.. (await analyzers.GetAnalyzerDiagnosticsAsync()).Where(diagnostic => diagnostic is not { Severity: DiagnosticSeverity.Hidden, Id: "PDSL1109" }).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    public static string Describe(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.GetMappedLineSpan();
        var place = diagnostic.Location.Kind == LocationKind.None
            ? ""
            : $"{line.Path}({line.StartLinePosition.Line + 1},{line.StartLinePosition.Character + 1}): ";
        return $"{place.Replace(Folder, "")}{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }

    /// <summary>As <see cref="TestCompilation"/> does, but a warning stays one: how grave a finding is, is what is tested.</summary>
    private static CSharpCompilation Compile(TargetFramework framework, SyntaxTree tree)
    {
        var compilation = TestCompilation.Create(framework, [tree]);
        return compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));
    }

    private void RunAgain()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Compilation, out var output, out var diagnostics);
        Output = output;
        Messages =
        [
            .. diagnostics.Concat(output.GetDiagnostics())
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(Describe),
        ];
    }
}
