using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoDsl.Analyzers.Generation;
using ProtoDsl.Analyzers.Tables;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Analyzers.Usage;
using ProtoDsl.Analyzers.Usage.Contracts;

namespace ProtoDsl.Analyzers.Tests.Documentation;

/// <summary>Builds an example of the documentation: generator, compiler, and every analyzer of the package.</summary>
internal static class RuleExampleRun
{
    /// <summary>What was found, as <c>id: message</c>, in no order that matters; hidden remarks are left out.</summary>
    /// <param name="example">The example.</param>
    /// <param name="hidden">The id of hidden remarks that count.</param>
    public static async Task<IReadOnlyList<(string Id, string Text)>> Findings(RuleExample example, string? hidden = null)
    {
        TestTable[] tables = example.Table is null ? [] : [new TestTable(GeneratorHarness.Folder + "Example.transitions", example.Table)];
        var harness = GeneratorHarness.Run(new TransitionGenerator(), tables, source: example.CSharp ?? "internal static class Program;");
        var analysis = harness.Output.WithAnalyzers(
            [new TableAnalyzer(), new MachineUsageAnalyzer(), new ContractAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([.. tables], TestOptions.Of(tables)),
                (exception, _, _) => throw new InvalidOperationException("An analyzer threw.", exception),
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: false));
        var ours = await analysis.GetAnalyzerDiagnosticsAsync();
        return
        [
            .. harness.Result.Diagnostics.Concat(harness.Output.GetDiagnostics().Where(found => found.Severity >= DiagnosticSeverity.Warning))
                .Concat(ours.Where(found => found.Severity > DiagnosticSeverity.Hidden || found.Id == hidden))
                .Select(found => (found.Id, found.GetMessage(CultureInfo.InvariantCulture))),
        ];
    }
}
