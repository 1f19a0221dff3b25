using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Fields;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Solves one body: what is to be said about it, and what it means to its callers.</summary>
internal static class BodyAnalysis
{
    /// <summary>Each round passes over the mistakes found before and finds those behind them.</summary>
    private const int MaxRounds = 16;

    /// <summary>Solves a body.</summary>
    /// <param name="model">The compilation.</param>
    /// <param name="graph">The body.</param>
    /// <param name="owner">The method, lambda or local function whose body it is; or the field of an initialiser.</param>
    /// <param name="summaryOf">What calls of methods do.</param>
    /// <param name="cancellationToken">Honoured at every step.</param>
    /// <param name="statesAtEntry">In which states it finds the machine in a field; null for all in which helpers may find it too.</param>
    /// <param name="isInCircle">Whether a callee calls the method back and is being solved with it; null for none.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MethodSummary Solve(
        UsageModel model, ControlFlowGraph graph, ISymbol owner, Func<IMethodSymbol, MethodSummary> summaryOf, CancellationToken cancellationToken,
        Func<MachineField, StateSet>? statesAtEntry = null, Func<IMethodSymbol, bool>? isInCircle = null)
    {
        var found = new List<JudgedSite>();
        var overlaps = new List<OverlapSite>();
        var used = new HashSet<SyntaxNode>();
        var assumedLegal = new HashSet<SiteKey>();
        var reached = new HashSet<SiteKey>();
        var budget = new AnalysisBudget(cancellationToken);
        BodyContext? first = null;
        try
        {
            for (var round = 0; round < MaxRounds; round++)
            {
                // An illegal call throws, so its path ends there. Only what a path without a mistake never reaches is judged in a later round.
                var context = new BodyContext(model, graph, owner, budget, summaryOf, assumedLegal)
                {
                    StatesAtEntry = statesAtEntry ?? (static member => member.StatesAtEntry),
                    IsInCircle = isInCircle ?? (static _ => false),
                };
                new FlowSolver(context).Solve();
                if (first is null)
                {
                    first = context;
                    found.AddRange(context.Finishing.Sites.Where(site => site.Verdict is Verdict.Illegal or Verdict.MayBeIllegal));
                }

                var sites = context.Sites.InOrder.ToArray();
                found.AddRange(sites.Where(site => site.Verdict is Verdict.Illegal or Verdict.MayBeIllegal && !reached.Contains(site.Key)));
                overlaps.AddRange(context.Overlaps.Certain.Where(overlap => !used.Contains(overlap.Use)));
                used.UnionWith(context.Overlaps.Reached);
                var illegal = sites.Where(site => site is { Verdict: Verdict.Illegal } or DemandSite { IsDeadEnd: true } && !assumedLegal.Contains(site.Key)).ToArray();
                if (illegal.Length == 0 && context.DeadEnds.IsSubsetOf(assumedLegal))
                {
                    // Behind a mistake nothing is odd: a test counts that was reached before, and it must come out the same from there too.
                    found.AddRange(context.Tests.Constant.Where(test => first.Tests.HasReached(test.Key)));
                    var inlined = context.Inlined.ToImmutableHashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
                    return SummaryBuilder.Of(context, first, new BodyFindings(found.ToImmutableArray(), overlaps.ToImmutableArray(), inlined, IsComplete: true));
                }

                assumedLegal.UnionWith(illegal.Select(site => site.Key));
                assumedLegal.UnionWith(context.DeadEnds);
                reached.UnionWith(sites.Select(site => site.Key));
            }
        }
        catch (Exception exception) when (exception is BudgetExceededException or InsufficientExecutionStackException)
        {
            // What was found in whole rounds stands, of the rest nothing is said.
            return MethodSummary.Unfinished(BodyFindings.Unfinished(found.ToImmutableArray(), overlaps.ToImmutableArray()));
        }

        // Not too large, but so many mistakes in a row that those further on can wait until these are repaired.
        return MethodSummary.Unfinished(BodyFindings.Unfinished(found.ToImmutableArray(), overlaps.ToImmutableArray()) with { IsComplete = true });
    }

    /// <summary>The lambdas and local functions of a body, those inside them included.</summary>
    public static IEnumerable<(ControlFlowGraph Graph, ISymbol Function)> FunctionsIn(ControlFlowGraph graph)
    {
        foreach (var (inner, function) in InnerFunctions(graph))
        {
            yield return (inner, function);
            foreach (var deeper in FunctionsIn(inner))
            {
                yield return deeper;
            }
        }
    }

    private static IEnumerable<(ControlFlowGraph Graph, ISymbol Function)> InnerFunctions(ControlFlowGraph graph)
    {
        foreach (var function in graph.LocalFunctions)
        {
            yield return (graph.GetLocalFunctionControlFlowGraph(function), function);
        }

        foreach (var block in graph.Blocks)
        {
            var roots = block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;
            foreach (var lambda in roots.SelectMany(root => root.DescendantsAndSelf()).OfType<IFlowAnonymousFunctionOperation>())
            {
                yield return (graph.GetAnonymousFunctionControlFlowGraph(lambda), lambda.Symbol);
            }
        }
    }
}
