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
        UsageRules.IllegalEvent, UsageRules.EventMayBeIllegal, UsageRules.NotFinished, UsageRules.UnexpectedMessage, UsageRules.NotAwaited, UsageRules.TryResultIgnored,
        UsageRules.ConstantTest);

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

            var model = new UsageModel(start.Compilation);
            start.RegisterSymbolStartAction(type => StartType(type, model), SymbolKind.NamedType);
        });
    }

    private static void StartType(SymbolStartAnalysisContext context, UsageModel model)
    {
        var mentions = model.Machines.Mentions(context.CancellationToken);
        if (context.Symbol is INamedTypeSymbol type && !mentions.IsEmpty && mentions.Mentions(type, context.CancellationToken))
        {
            context.RegisterOperationBlockAction(block => AnalyzeBlocks(block, model));
        }
    }

    private static void AnalyzeBlocks(OperationBlockAnalysisContext context, UsageModel model)
    {
        foreach (var body in context.OperationBlocks)
        {
            if (!MeetsMachines(body, model.Machines))
            {
                continue;
            }

            foreach (var finding in IgnoredResults.Find(body, model.Machines))
            {
                context.ReportDiagnostic(finding);
            }

            if (body is IBlockOperation or IMethodBodyBaseOperation or ISymbolInitializerOperation)
            {
                Report(context, model, context.GetControlFlowGraph(body));
            }
        }
    }

    private static void Report(OperationBlockAnalysisContext context, UsageModel model, ControlFlowGraph graph)
    {
        var inlined = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var (body, function) in BodyAnalysis.FunctionsIn(graph).Prepend((graph, context.OwningSymbol)))
        {
            if (inlined.Contains(function))
            {
                continue;
            }

            var isWholeMethod = body == graph && graph.OriginalOperation is not ISymbolInitializerOperation;
            var summary = isWholeMethod && function is IMethodSymbol method && model.Program.Bodies.Of(method, context.CancellationToken)?.CanBeSolved(context.CancellationToken) == true
                ? model.Summaries.Of(method, context.CancellationToken)
                : BodyAnalysis.Solve(model, body, function, callee => model.Summaries.Of(callee, context.CancellationToken), context.CancellationToken);
            inlined = inlined.Union(summary.Findings.Inlined);
            foreach (var site in summary.Findings.Sites)
            {
                context.ReportDiagnostic(UsageDiagnostics.Of(site));
            }
        }
    }

    /// <summary>True when a machine comes by: a body without one has nothing to be judged.</summary>
    private static bool MeetsMachines(IOperation body, MachineCatalog machines) =>
        body.Descendants().Any(operation =>
            operation is IInvocationOperation or IAwaitOperation or IObjectCreationOperation or ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation
            && machines.MachineOf(operation.Type) is not null);
}
