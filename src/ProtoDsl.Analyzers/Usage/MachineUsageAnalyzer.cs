using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Analyzers.Usage.Contracts;
using ProtoDsl.Analyzers.Usage.Flow;
using ProtoDsl.Analyzers.Usage.Messages;
using ProtoDsl.Analyzers.Usage.Reentry;
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
        UsageRules.ConstantTest, UsageRules.BrokenContract, UsageRules.ContractToAdd, UsageRules.RaisedInside, UsageRules.NotAnalysed);

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
            // What can never be raised where it stands is one mistake, whatever else could be said of it.
            var told = new HashSet<Location>();
            foreach (var finding in ReentryFinder.Find(context.OwningSymbol, body, model.Program, context.CancellationToken))
            {
                told.Add(finding.Location);
                context.ReportDiagnostic(finding);
            }

            if (!MeetsMachines(body, context.OwningSymbol.ContainingType, model, context.CancellationToken) && !PromisesMachines(context.OwningSymbol, model))
            {
                continue;
            }

            var graph = body is IBlockOperation or IMethodBodyBaseOperation or ISymbolInitializerOperation ? context.GetControlFlowGraph(body) : null;
            foreach (var finding in IgnoredResults.Find(body, model.Machines).Concat(graph is null ? [] : FollowFlow(context, model, graph)))
            {
                if (!told.Contains(finding.Location))
                {
                    context.ReportDiagnostic(finding);
                }
            }
        }
    }

    private static IEnumerable<Diagnostic> FollowFlow(OperationBlockAnalysisContext context, UsageModel model, ControlFlowGraph graph)
    {
        var isComplete = true;
        var inlined = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var (body, function) in BodyAnalysis.FunctionsIn(graph).Prepend((graph, context.OwningSymbol)))
        {
            if (inlined.Contains(function))
            {
                continue;
            }

            var isWholeMethod = body == graph && body.OriginalOperation is not ISymbolInitializerOperation;
            var whole = isWholeMethod ? function as IMethodSymbol : null;
            var isKnown = whole is not null && model.Summaries.GapOf(whole, context.CancellationToken) == SummaryGap.None;
            var summary = whole is not null && isKnown ? model.Summaries.Of(whole, context.CancellationToken) : Solve(body, function, model, context.CancellationToken);
            var findings = whole is not null && isKnown ? model.Findings.Of(whole, context.CancellationToken) : summary.Findings;
            inlined = inlined.Union(findings.Inlined);
            isComplete &= findings.IsComplete;
            var contracts = whole is null ? [] : MissingContracts.Find(whole, summary, model.Contracts);
            var overlaps = findings.Overlaps.Select(RunningDiagnostics.UsedTooEarly);
            foreach (var finding in findings.Sites.Where(site => !model.Findings.IsSaidInside(site, context.CancellationToken)).Select(UsageDiagnostics.Of).Concat(overlaps).Concat(contracts))
            {
                yield return finding;
            }
        }

        if (!isComplete)
        {
            yield return RunningDiagnostics.NotAnalysed(context.OwningSymbol);
        }
    }

    /// <summary>What cannot be summarised for its callers (an iterator, a part of a circle that is too large) has findings of its own all the same.</summary>
    private static MethodSummary Solve(ControlFlowGraph body, ISymbol function, UsageModel model, CancellationToken cancellationToken) =>
        BodyAnalysis.Solve(model, body, function, callee => model.Summaries.Of(callee, cancellationToken), cancellationToken);

    /// <summary>True when a method must leave a machine in some state, even if it does nothing to it.</summary>
    private static bool PromisesMachines(ISymbol owner, UsageModel model) =>
        owner is IMethodSymbol method
        && method.Parameters.Any(parameter => model.Machines.MachineOf(parameter.Type) is not null && model.Contracts.Of(parameter) != ParameterContract.None);

    /// <summary>True when a machine comes by, or other members are called that have one in a field of the same object: a body without has nothing to be
    /// judged.</summary>
    private static bool MeetsMachines(IOperation body, INamedTypeSymbol? type, UsageModel model, CancellationToken cancellationToken)
    {
        var machines = model.Machines;
        var holdsMachine = type?.GetMembers().Any(member => member is IFieldSymbol field
            && (machines.MachineOf(field.Type) is not null || model.Program.Wrappers.FieldOf(field.Type, cancellationToken) is not null)) == true;
        return body.Descendants().Any(operation =>
            (operation is IInvocationOperation or IAwaitOperation or IObjectCreationOperation or ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation
                && (machines.MachineOf(operation.Type) is not null || model.Program.Wrappers.FieldOf(operation.Type, cancellationToken) is not null))
            || (holdsMachine && operation is IInvocationOperation call && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, type)));
    }
}
