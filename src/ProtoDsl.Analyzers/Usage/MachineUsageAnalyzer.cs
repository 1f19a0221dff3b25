using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Analyzers.Usage.Flow;
using ProtoDsl.Analyzers.Usage.Messages;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage;

/// <summary>Judges the C# that uses generated machines. In a project without machines it does nothing; a type that names no event costs a scan
/// of its words; a body that raises none costs a walk over its operations.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MachineUsageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        UsageRules.IllegalEvent, UsageRules.EventMayBeIllegal, UsageRules.UnexpectedMessage, UsageRules.NotAwaited, UsageRules.TryResultIgnored);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypesByMetadataName(MarkerNames.StateMachine).IsEmpty)
            {
                return;
            }

            var catalog = new MachineCatalog(start.Compilation);
            start.RegisterSymbolStartAction(type => StartType(type, catalog), SymbolKind.NamedType);
        });
    }

    private static void StartType(SymbolStartAnalysisContext context, MachineCatalog catalog)
    {
        var mentions = catalog.Mentions(context.CancellationToken);
        if (context.Symbol is INamedTypeSymbol type && !mentions.IsEmpty && mentions.Mentions(type, context.CancellationToken))
        {
            var names = catalog.EventMethodNames(context.CancellationToken);
            context.RegisterOperationBlockAction(block => AnalyzeBlocks(block, catalog, names));
        }
    }

    private static void AnalyzeBlocks(OperationBlockAnalysisContext context, MachineCatalog catalog, ImmutableHashSet<string> names)
    {
        foreach (var body in context.OperationBlocks)
        {
            if (!RaisesEvents(body, catalog, names))
            {
                continue;
            }

            foreach (var finding in IgnoredResults.Find(body, catalog))
            {
                context.ReportDiagnostic(finding);
            }

            if (body is not (IBlockOperation or IMethodBodyBaseOperation or ISymbolInitializerOperation))
            {
                continue;
            }

            Report(context, catalog, context.GetControlFlowGraph(body), context.OwningSymbol);
        }
    }

    private static void Report(OperationBlockAnalysisContext context, MachineCatalog catalog, ControlFlowGraph graph, ISymbol owner)
    {
        foreach (var (body, function) in BodyAnalysis.FunctionsIn(graph).Prepend((graph, owner)))
        {
            foreach (var site in BodyAnalysis.Solve(catalog, body, function, static _ => MethodSummary.Opaque, context.CancellationToken).Findings)
            {
                context.ReportDiagnostic(UsageDiagnostics.Of(site));
            }
        }
    }

    private static bool RaisesEvents(IOperation body, MachineCatalog catalog, ImmutableHashSet<string> names) =>
        body.Descendants().Any(operation => operation is IInvocationOperation call
            && names.Contains(call.TargetMethod.Name)
            && catalog.MemberOf(call.TargetMethod) is not null);
}
