using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoDsl.Analyzers.Generation.Input;
using ProtoDsl.Analyzers.Setup;
using ProtoDsl.Language;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Analyzers.Tables;

/// <summary>Reports what is no error about a table, while it is edited too: an analyzer's action on an additional file is live in
/// editors. Errors are the generator's (<see cref="Generation.Output.TableReport"/>); where one of them travels with a repair, a
/// hidden diagnostic carries it to the editor's light bulb.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TableAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        RuleCatalog.All
            .Where(rule => rule.DefaultSeverity != TableSeverity.Error)
            .Select(TableDescriptors.Of)
            .Append(SetupRules.FixAvailable)
            .ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        if (!TableText.IsTable(context.AdditionalFile))
        {
            return;
        }

        var table = TableText.From(context.AdditionalFile, context.Options.AnalyzerConfigOptionsProvider, context.CancellationToken);

        // A failure of ours is reported by the generator, which reads the same text.
        foreach (var finding in Finding.Of(TableReading.Of(table, TransitionFile.Read, context.CancellationToken)))
        {
            var diagnostic = finding.IsGenerators ? RepairOf(finding) : finding.ToDiagnostic();
            if (diagnostic is not null)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static Diagnostic? RepairOf(Finding finding) => finding.FixTitle is { } title
        ? Diagnostic.Create(SetupRules.FixAvailable, finding.Place.ToLocation(), title)
        : null;
}
