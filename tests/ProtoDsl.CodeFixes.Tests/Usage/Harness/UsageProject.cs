using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Generation;
using ProtoDsl.Analyzers.Usage;
using ProtoDsl.Analyzers.Usage.Contracts;

namespace ProtoDsl.CodeFixes.Tests.Usage.Harness;

/// <summary>An editor's view of a project with a table and one C# file that uses it: the generator runs in it as it does in an editor.</summary>
internal sealed class UsageProject : IDisposable
{
    private static readonly IReadOnlyList<MetadataReference> s_references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "ProtoDsl.dll" or "netstandard.dll")
            .Select(path => MetadataReference.CreateFromFile(path))];

    private readonly AdhocWorkspace _workspace = new();
    private readonly DocumentId _document;

    public UsageProject(string table, string source, LanguageVersion language = LanguageVersion.Latest, OutputKind output = OutputKind.DynamicallyLinkedLibrary)
    {
        var project = ProjectId.CreateNewId();
        _document = DocumentId.CreateNewId(project);
        var solution = _workspace.CurrentSolution
            .AddProject(project, "Project", "Project", LanguageNames.CSharp)
            .WithProjectCompilationOptions(project, new CSharpCompilationOptions(output, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable))
            .WithProjectParseOptions(project, new CSharpParseOptions(language))
            .AddMetadataReferences(project, s_references)
            .AddAnalyzerReference(project, new GeneratorReference())
            .AddAdditionalDocument(DocumentId.CreateNewId(project), "Table.transitions", SourceText.From(table), filePath: "/home/me/project/Table.transitions")
            .AddDocument(_document, "Program.cs", SourceText.From(source), filePath: "/home/me/project/Program.cs");
        Assert.True(_workspace.TryApplyChanges(solution));
    }

    public Document Document => _workspace.CurrentSolution.GetDocument(_document)!;

    public string Text => Document.GetTextAsync().GetAwaiter().GetResult().ToString();

    /// <summary>What the compiler refuses.</summary>
    public async Task<IReadOnlyList<Diagnostic>> ErrorsAsync() =>
        [.. (await Document.Project.GetCompilationAsync())!.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error)];

    /// <summary>What the analyzer finds, in the order of the text.</summary>
    public async Task<ImmutableArray<Diagnostic>> FindAsync()
    {
        var options = new CompilationWithAnalyzersOptions(
            Document.Project.AnalyzerOptions,
            (exception, _, _) => throw new InvalidOperationException("The analyzer threw.", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var found = await (await Document.Project.GetCompilationAsync())!
            .WithAnalyzers([new MachineUsageAnalyzer(), new ContractAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(each => each.Location.SourceSpan.Start)];
    }

    /// <summary>What the light bulb offers at a finding.</summary>
    public async Task<IReadOnlyList<CodeAction>> OffersAsync(Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        foreach (var provider in Providers.All.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(Document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        }

        return actions;
    }

    /// <summary>What "fix all" does with the findings of a file.</summary>
    public async Task<CodeAction?> FixAllAsync(CodeFixProvider provider, string kind, IReadOnlyList<Diagnostic> findings) =>
        await provider.GetFixAllProvider()!.GetFixAsync(new FixAllContext(
            Document, provider, FixAllScope.Document, kind, findings.Select(finding => finding.Id).Distinct(), new KnownFindings(findings), CancellationToken.None));

    /// <summary>Takes an offer.</summary>
    public async Task ApplyAsync(CodeAction action)
    {
        foreach (var operation in await action.GetOperationsAsync(CancellationToken.None))
        {
            operation.Apply(_workspace, CancellationToken.None);
        }
    }

    public void Dispose() => _workspace.Dispose();

    private sealed class GeneratorReference : AnalyzerReference
    {
        private readonly ImmutableArray<ISourceGenerator> _generators = [new TransitionGenerator().AsSourceGenerator()];

        public override string? FullPath => null;

        public override object Id => nameof(GeneratorReference);

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
    }

    private sealed class KnownFindings(IReadOnlyList<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
