using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Generation;
using ProtoDsl.Analyzers.Tables;

namespace ProtoDsl.CodeFixes.Tests;

/// <summary>An editor's view of a project with one table.</summary>
internal sealed class TableWorkspace : IDisposable
{
    private const string TablePath = "/home/me/project/Door.transitions";

    private readonly AdhocWorkspace _workspace = new();
    private readonly DocumentId _table;

    public TableWorkspace(string table)
    {
        var project = ProjectId.CreateNewId();
        _table = DocumentId.CreateNewId(project);
        var solution = _workspace.CurrentSolution
            .AddProject(project, "Project", "Project", LanguageNames.CSharp)
            .WithProjectCompilationOptions(project, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReference(project, MetadataReference.CreateFromFile(typeof(object).Assembly.Location))
            .AddAdditionalDocument(_table, "Door.transitions", SourceText.From(table), filePath: TablePath);
        Assert.True(_workspace.TryApplyChanges(solution));
    }

    private TextDocument Table => _workspace.CurrentSolution.GetAdditionalDocument(_table)!;

    public async Task<string> TextAsync() => (await Table.GetTextAsync()).ToString();

    /// <summary>What generator and analyzer say of the table as it is now, but for what states do not list, which is hidden.</summary>
    public async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync()
    {
        var compilation = (await Table.Project.GetCompilationAsync())!;
        var options = Table.Project.AnalyzerOptions;
        var driver = CSharpGeneratorDriver.Create(
            [new TransitionGenerator().AsSourceGenerator()],
            options.AdditionalFiles,
            optionsProvider: options.AnalyzerConfigOptionsProvider);
        var generated = driver.RunGenerators(compilation).GetRunResult().Diagnostics;
        var analyzed = await compilation.WithAnalyzers([new TableAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        return [.. generated, .. analyzed.Where(diagnostic => diagnostic.Id != "PDSL1109")];
    }

    /// <summary>What the light bulb offers at a diagnostic.</summary>
    public async Task<IReadOnlyList<CodeAction>> OfferAsync(Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await new TableFixProvider().RegisterCodeFixesAsync(new CodeFixContext(
            Table, diagnostic.Location.SourceSpan, [diagnostic], (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    /// <summary>Takes an offer.</summary>
    public async Task ApplyAsync(CodeAction action)
    {
        foreach (var operation in await action.GetOperationsAsync(CancellationToken.None))
        {
            operation.Apply(_workspace, CancellationToken.None);
        }
    }

    public void Dispose() => _workspace.Dispose();
}
