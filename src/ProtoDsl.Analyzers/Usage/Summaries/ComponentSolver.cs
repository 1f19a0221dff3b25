using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Solves methods that call one another in a circle, or a single method, when all other callees are solved. What comes out depends on the
/// code only, not on which of the methods was asked for.</summary>
internal sealed class ComponentSolver(MethodBodies bodies, CallGraph calls, ISummarySolver solver, DeclarationOrder order)
{
    /// <summary>How often the methods of a circle are looked at. Most come to rest in three rounds; each more round is one more state on the way.</summary>
    private const int MaxRounds = 24;

    /// <summary>Methods in one circle. Larger ones are recursive descent parsers and the like, and cost rounds times members.</summary>
    private const int MaxMembers = 200;

    /// <summary>The final answers for the members of a component.</summary>
    /// <param name="component">The members.</param>
    /// <param name="solved">The answer for a callee outside the component.</param>
    /// <param name="cancellationToken">Honoured.</param>
    public IReadOnlyDictionary<IMethodSymbol, SolvedMethod> Solve(
        IReadOnlyList<IMethodSymbol> component, Func<IMethodSymbol, SolvedMethod> solved, CancellationToken cancellationToken)
    {
        if (component.Count > MaxMembers)
        {
            return All(component, SummaryGap.NoFixpoint);
        }

        var round = new Round(calls, solved, cancellationToken);
        foreach (var method in InOrder(component, cancellationToken))
        {
            var body = bodies.Of(method, cancellationToken);
            round.Add(method, body is not null && body.CanBeSolved(cancellationToken) ? body : null);
        }

        for (var count = 0; count < MaxRounds; count++)
        {
            if (!round.Run(solver))
            {
                return round.Results();
            }
        }

        return All(component, SummaryGap.NoFixpoint);
    }

    /// <summary>Callees first as far as possible, beginning with the method that stands first in the text: an order of their own.</summary>
    private IReadOnlyList<IMethodSymbol> InOrder(IReadOnlyList<IMethodSymbol> component, CancellationToken cancellationToken)
    {
        if (component.Count == 1)
        {
            return component;
        }

        var members = new HashSet<IMethodSymbol>(component, SymbolEqualityComparer.Default);
        var first = component.Aggregate((left, right) => order.Compare(left, right) <= 0 ? left : right);
        return Components.BottomUp(first, method => calls.CalleesOf(method, cancellationToken).InOrder.Where(members.Contains).ToArray())[0];
    }

    private static Dictionary<IMethodSymbol, SolvedMethod> All(IEnumerable<IMethodSymbol> component, SummaryGap gap)
    {
        var results = new Dictionary<IMethodSymbol, SolvedMethod>(SymbolEqualityComparer.Default);
        foreach (var method in component)
        {
            results.Add(method, SolvedMethod.Unknown(gap));
        }

        return results;
    }

    /// <summary>The state of the solution.</summary>
    private sealed class Round(CallGraph calls, Func<IMethodSymbol, SolvedMethod> solved, CancellationToken cancellationToken)
    {
        private readonly List<(IMethodSymbol Method, MethodBody? Body)> _members = [];
        private readonly Dictionary<IMethodSymbol, MethodSummary> _current = new(SymbolEqualityComparer.Default);
        private readonly HashSet<IMethodSymbol> _stale = new(SymbolEqualityComparer.Default);

        /// <summary>One more member; without a body nothing is known of it.</summary>
        public void Add(IMethodSymbol method, MethodBody? body)
        {
            _members.Add((method, body));
            _current.Add(method, body is null ? MethodSummary.Opaque : MethodSummary.NeverReturns);
            if (body is not null)
            {
                _stale.Add(method);
            }
        }

        /// <summary>Looks at each member of which a callee has changed; false when there is none left.</summary>
        public bool Run(ISummarySolver solver)
        {
            foreach (var (method, body) in _members)
            {
                if (body is null || !_stale.Remove(method))
                {
                    continue;
                }

                cancellationToken.ThrowIfCancellationRequested();
                var callees = calls.CalleesOf(method, cancellationToken);
                var summary = solver.Solve(body, callee => SummaryOf(callees, callee), callee => _current.ContainsKey(BodySyntax.DefinitionOf(callee)), cancellationToken);
                var isNew = !summary.Equals(_current[method]);
                _current[method] = summary;
                if (isNew)
                {
                    _stale.UnionWith(_members.Where(member => member.Body is not null && calls.CalleesOf(member.Method, cancellationToken).Contains(method)).Select(member => member.Method));
                }
            }

            return _stale.Count > 0;
        }

        public Dictionary<IMethodSymbol, SolvedMethod> Results()
        {
            var results = new Dictionary<IMethodSymbol, SolvedMethod>(SymbolEqualityComparer.Default);
            foreach (var (method, body) in _members)
            {
                results.Add(method, body is null ? SolvedMethod.Unknown(SummaryGap.NotSolvable) : new SolvedMethod(_current[method], SummaryGap.None));
            }

            return results;
        }

        /// <summary>Only what the call graph lists: anything else may or may not be solved at this moment.</summary>
        private MethodSummary SummaryOf(Callees callees, IMethodSymbol symbol)
        {
            var callee = BodySyntax.DefinitionOf(symbol);
            if (!callees.Contains(callee))
            {
                return MethodSummary.Opaque;
            }

            return _current.TryGetValue(callee, out var summary) ? summary : solved(callee).Summary;
        }
    }
}
