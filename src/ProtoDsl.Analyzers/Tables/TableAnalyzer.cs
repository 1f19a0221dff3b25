using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Generation.Input;
using ProtoDsl.Analyzers.Sessions;
using ProtoDsl.Analyzers.Setup;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Tables;

namespace ProtoDsl.Analyzers.Tables;

/// <summary>Reports what is no error about a table, while it is edited too: an analyzer's action on an additional file is live in
/// editors. Errors are the generator's (<see cref="Generation.Output.TableReport"/>); where one of them travels with a repair, a
/// hidden diagnostic carries it to the editor's light bulb.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TableAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        CheckCatalog.All
            .Where(rule => rule.DefaultSeverity != TableSeverity.Error)
            .Select(TableDescriptors.Of)
            .Append(SetupRules.FixAvailable)
            .Append(SetupRules.InternalFailure)
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
        if (table.IsImport || table.Text is not { } text || context.AdditionalFile.GetText(context.CancellationToken) is not { } source)
        {
            return;
        }

        foreach (var finding in Find(source, table, text, context))
        {
            var diagnostic = finding.IsGenerators ? RepairOf(finding) : finding.ToDiagnostic();
            if (diagnostic is not null)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static IEnumerable<TableFinding> Find(SourceText source, TableText table, string text, AdditionalFileAnalysisContext context)
    {
        try
        {
            var (file, found) = CheckedTables.Of(source, table, text, context.CancellationToken);
            var own = new BuildTable(table, text, file);
            var tables = BuildTable.All(own, context.Options, context.CancellationToken);
            var verification = VerificationOptions.From(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            var sessions = CheckedSessions.ReportOf(own, tables, verification, context.CancellationToken);
            var isWanted = new ProjectSeverities(context.Compilation, context.CancellationToken);
            var all = FileFindings.Of(
                file,
                found.Concat(sessions.Findings).Concat(sessions.StepsIn(own.InProject, finding => isWanted.Wants(finding.Rule))),
                TableChecks.Rules.Concat(sessions.Answered));
            return TableFinding.Of(table, text, file.Bound, all, place => tables.FirstOrDefault(other => other.Table.Path == place.Path)?.PlaceOf(place.Span)).ToArray();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A defect of ours. Where it is one of reading, the generator reports it, which reads the same text.
            context.ReportDiagnostic(InternalFailure.Of("checking", table.Path, table.RelativePath, exception).ToWarning());
            return [];
        }
    }

    private static Diagnostic? RepairOf(TableFinding finding) => finding.FixTitle is { } title
        ? Diagnostic.Create(SetupRules.FixAvailable, finding.Place.ToLocation(), title)
        : null;
}
