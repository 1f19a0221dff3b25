using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using ProtoDsl.Analyzers.Tests.Usage.Harness;
using ProtoDsl.Analyzers.Usage;

namespace ProtoDsl.Analyzers.Tests.Usage.Hosting;

/// <summary>What the analyzer asks the compiler to call: what is not asked for costs nothing.</summary>
public sealed class RegistrationTests
{
    private const string Source = "class Code { int M(int x) { var y = x + 1; return y; } }";

    [Fact]
    public async Task Without_the_runtime_library_nothing_is_asked_for()
    {
        var compilation = UsageTest.Compile(Source);
        var bare = compilation
            .RemoveSyntaxTrees(compilation.SyntaxTrees.Where(tree => tree.FilePath != "Code.cs"))
            .WithReferences(compilation.References.Where(reference => Path.GetFileName(reference.Display) != "ProtoDsl.dll"));
        Assert.Null(bare.GetTypeByMetadataName("ProtoDsl.Metadata.StateMachineAttribute"));

        var actions = await ActionsFor(bare);

        Assert.Equal(1, actions.CompilationStartActionsCount);
        Assert.Equal(0, ActionsCount(actions));
    }

    [Fact]
    public async Task Without_a_machine_nothing_is_asked_for()
    {
        var compilation = UsageTest.Compile(Source);
        var bare = compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Where(tree => tree.FilePath != "Code.cs"));
        Assert.NotNull(bare.GetTypeByMetadataName("ProtoDsl.Metadata.StateMachineAttribute"));

        var actions = await ActionsFor(bare);

        Assert.Equal(1, actions.CompilationStartActionsCount);
        Assert.Equal(0, ActionsCount(actions));
    }

    [Fact]
    public async Task With_one_files_are_asked_for_and_nothing_else()
    {
        var actions = await ActionsFor(UsageTest.Compile(Source));

        Assert.Equal(1, actions.CompilationStartActionsCount);
        Assert.Equal(1, actions.SemanticModelActionsCount);
        Assert.Equal(1, ActionsCount(actions));
    }

    private static async Task<AnalyzerTelemetryInfo> ActionsFor(Compilation compilation)
    {
        var analyzer = new MachineUsageAnalyzer();
        var analysis = compilation.WithAnalyzers([analyzer], new AnalyzerOptions([]));
        Assert.All(await analysis.GetAnalyzerDiagnosticsAsync(), diagnostic => Assert.StartsWith("PDSL", diagnostic.Id));
        return await analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None);
    }

    private static int ActionsCount(AnalyzerTelemetryInfo actions) =>
        actions.SyntaxTreeActionsCount + actions.SemanticModelActionsCount + actions.SymbolActionsCount + actions.SymbolStartActionsCount
        + actions.SymbolEndActionsCount + actions.SyntaxNodeActionsCount + actions.CodeBlockActionsCount + actions.CodeBlockStartActionsCount
        + actions.OperationActionsCount + actions.OperationBlockActionsCount + actions.OperationBlockStartActionsCount
        + actions.CompilationActionsCount + actions.CompilationEndActionsCount + actions.AdditionalFileActionsCount;
}
