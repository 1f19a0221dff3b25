using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Flow;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage;

/// <summary>What is to be said about the methods of a compilation, each looked at when it is first asked for. Safe under concurrency.</summary>
internal sealed class MethodFindings(UsageModel model)
{
    private readonly ConcurrentDictionary<IMethodSymbol, BodyFindings> _findings = new(SymbolEqualityComparer.Default);

    /// <summary>What is to be said about a method whose summary is known.</summary>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public BodyFindings Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var definition = BodySyntax.DefinitionOf(method);
        return _findings.TryGetValue(definition, out var known) ? known : _findings.GetOrAdd(definition, Find(definition, cancellationToken));
    }

    /// <summary>True for a call that does not get through because of what is reported in the callee, whoever calls it.</summary>
    public bool IsSaidInside(JudgedSite site, CancellationToken cancellationToken)
    {
        if (site is not DemandSite call)
        {
            return false;
        }

        var demands = call.Effect.Demands.Where(demand => !(demand.EntryStates & call.BadStates).IsEmpty).ToArray();
        if (demands.Length == 0)
        {
            return false;
        }

        var said = new HashSet<SyntaxNode>(Of(call.Callee, cancellationToken).Sites.Where(inside => inside is EventSite or DemandSite).Select(inside => inside.Key.Syntax));
        return demands.All(demand => said.Contains(demand.Site));
    }

    /// <summary>Its summary was made for all states in which it may find the machines in its fields, also as part of other members. Where members never leave some of
    /// these to others, and only others call it, it is looked at once more for those that are left.</summary>
    private BodyFindings Find(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var summary = model.Summaries.Of(method, cancellationToken);
        if (summary.IsOpaque || model.Program.Bodies.Of(method, cancellationToken)?.Graph(cancellationToken) is not { } graph)
        {
            return summary.Findings;
        }

        var entries = FollowedMembers.Of(model, method, cancellationToken)
            .Where(field => field.IsOwned)
            .ToDictionary(field => field, field => model.Invariants.AtEntry(method, field, cancellationToken));
        if (entries.All(entry => entry.Value == entry.Key.StatesAtEntry))
        {
            return summary.Findings;
        }

        var known = BodyAnalysis.Solve(
            model, graph, method, callee => model.Summaries.Of(callee, cancellationToken), cancellationToken,
            field => entries.TryGetValue(field, out var states) ? states : field.StatesAtEntry);
        return known.IsOpaque ? summary.Findings : known.Findings;
    }
}
