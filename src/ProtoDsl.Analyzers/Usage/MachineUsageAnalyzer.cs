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

/// <summary>Judges the C# that uses generated machines. In a project without machines it does nothing; a file, type or member that names none of what has to
/// do with machines costs a scan of its words, and is not even bound.</summary>
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
            if (new MachineCatalog(start.Compilation) is var machines && machines.HasAny(start.CancellationToken))
            {
                var model = new UsageModel(machines);
                start.RegisterSemanticModelAction(file => AnalyzeFile(file, model));
            }
        });
    }

    private static void AnalyzeFile(SemanticModelAnalysisContext context, UsageModel model)
    {
        foreach (var piece in new CodeFinder(model, context.SemanticModel, context.CancellationToken).Find())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var whole = piece.Owner is IMethodSymbol method ? model.Program.Bodies.Of(method, context.CancellationToken) : null;
            whole = whole?.Operation?.Syntax == piece.Syntax ? whole : null;
            if ((whole?.Operation ?? context.SemanticModel.GetOperation(piece.Syntax, context.CancellationToken)) is { } body)
            {
                Analyze(context, model, piece.Owner, body, whole);
            }
        }
    }

    private static void Analyze(SemanticModelAnalysisContext context, UsageModel model, ISymbol owner, IOperation body, MethodBody? whole)
    {
        // What can never be raised where it stands is one mistake, whatever else could be said of it.
        var told = new HashSet<Location>();
        foreach (var finding in ReentryFinder.Find(owner, body, model.Program, context.CancellationToken))
        {
            told.Add(finding.Location);
            context.ReportDiagnostic(finding);
        }

        if (!MeetsMachines(body, owner.ContainingType, model, context.CancellationToken) && !PromisesMachines(owner, model))
        {
            return;
        }

        var graph = whole?.Graph(context.CancellationToken) ?? MethodBody.GraphOf(body, context.CancellationToken);
        foreach (var finding in IgnoredResults.Find(body, model.Machines).Concat(graph is null ? [] : FollowFlow(owner, graph, model, context.CancellationToken)))
        {
            if (!told.Contains(finding.Location))
            {
                context.ReportDiagnostic(finding);
            }
        }
    }

    private static IEnumerable<Diagnostic> FollowFlow(ISymbol owner, ControlFlowGraph graph, UsageModel model, CancellationToken cancellationToken)
    {
        var isComplete = true;
        var inlined = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var (body, function) in BodyAnalysis.FunctionsIn(graph).Prepend((graph, owner)))
        {
            if (inlined.Contains(function))
            {
                continue;
            }

            var isWholeMethod = body == graph && body.OriginalOperation is not ISymbolInitializerOperation;
            var whole = isWholeMethod ? function as IMethodSymbol : null;
            var isKnown = whole is not null && model.Summaries.GapOf(whole, cancellationToken) == SummaryGap.None;
            var summary = whole is not null && isKnown ? model.Summaries.Of(whole, cancellationToken) : Solve(body, function, model, cancellationToken);
            var findings = whole is not null && isKnown ? model.Findings.Of(whole, cancellationToken) : summary.Findings;
            inlined = inlined.Union(findings.Inlined);
            isComplete &= findings.IsComplete;
            var contracts = whole is null ? [] : MissingContracts.Find(whole, summary, model.Contracts);
            var overlaps = findings.Overlaps.Select(RunningDiagnostics.UsedTooEarly);
            foreach (var finding in findings.Sites.Where(site => !model.Findings.IsSaidInside(site, cancellationToken)).Select(UsageDiagnostics.Of).Concat(overlaps).Concat(contracts))
            {
                yield return finding;
            }
        }

        if (!isComplete)
        {
            yield return RunningDiagnostics.NotAnalysed(owner);
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
