using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Finds the calls of one body, and of the functions inside it, that are illegal when they are reached.</summary>
internal static class BodyAnalysis
{
    /// <summary>Each round passes over the mistakes found before and finds those behind them.</summary>
    private const int MaxRounds = 16;

    /// <summary>The illegal calls in the order of the text, those of inner functions after their body's.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IEnumerable<CallSite> FindIllegalCalls(
        MachineCatalog catalog, ControlFlowGraph graph, ISymbol owner, CancellationToken cancellationToken)
    {
        foreach (var site in FindInOne(catalog, graph, owner, cancellationToken))
        {
            yield return site;
        }

        foreach (var (inner, function) in InnerFunctions(graph))
        {
            foreach (var site in FindIllegalCalls(catalog, inner, function, cancellationToken))
            {
                yield return site;
            }
        }
    }

    private static List<CallSite> FindInOne(MachineCatalog catalog, ControlFlowGraph graph, ISymbol owner, CancellationToken cancellationToken)
    {
        var found = new List<CallSite>();
        var assumedLegal = new HashSet<SyntaxNode>();
        var reached = new HashSet<SyntaxNode>();
        var budget = new AnalysisBudget(cancellationToken);
        try
        {
            for (var round = 0; round < MaxRounds; round++)
            {
                // An illegal call throws, so its path ends there. Only what a path without a mistake never reaches is judged in a later round.
                var context = new BodyContext(catalog, graph, owner, budget, assumedLegal);
                new FlowSolver(context).Solve();
                var sites = context.Sites.InOrder.ToArray();
                var illegal = sites.Where(site => site.Verdict == Verdict.Illegal && !assumedLegal.Contains(site.Call.Syntax)).ToArray();
                found.AddRange(sites.Where(site => IsWorthSaying(site) && !reached.Contains(site.Call.Syntax)));
                if (illegal.Length == 0)
                {
                    break;
                }

                assumedLegal.UnionWith(illegal.Select(site => site.Call.Syntax));
                reached.UnionWith(sites.Select(site => site.Call.Syntax));
            }
        }
        catch (Exception exception) when (exception is BudgetExceededException or InsufficientExecutionStackException)
        {
            // Too large: what was found in whole rounds stands, of the rest nothing is said.
        }

        return found;
    }

    /// <summary>Of a message, and of a machine that others move, only what is certain: the rest is up to them.</summary>
    private static bool IsWorthSaying(CallSite site) => site.Verdict == Verdict.Illegal
        || (site is { Verdict: Verdict.MayBeIllegal, Member: { Event.Event.Kind: RelationEventKind.Call, Machine.Table.IsShared: false } });

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
