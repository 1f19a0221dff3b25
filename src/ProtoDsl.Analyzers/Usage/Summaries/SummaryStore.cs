using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>The summaries of a compilation's methods, each computed when it is first asked for, after those of its callees, and kept. Any order of
/// questions, from any number of threads, gives the same answers: two threads may compute the same, no thread waits for another, and an answer
/// is seen only when it is final. A request that is cancelled leaves only final answers.</summary>
internal sealed class SummaryStore(MethodBodies bodies, CallGraph calls, ISummarySolver solver)
{
    /// <summary>How many methods one question may reach, those solved before counted too, so that the answer does not depend on what was asked before.
    /// To read a body takes about as long as the compiler takes to bind it, so this bounds what a key stroke in an editor can cost; calls that
    /// cannot matter are not followed, and hardly a program has so many that can behind one method.</summary>
    public const int MaxBodies = 1_000;

    private ImmutableDictionary<IMethodSymbol, SolvedMethod> _solved = ImmutableDictionary.Create<IMethodSymbol, SolvedMethod>(SymbolEqualityComparer.Default);
    private readonly ComponentSolver _components = new(bodies, calls, solver, new DeclarationOrder(bodies.Compilation));

    /// <summary>What a call of a method does; opaque where nothing is known.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MethodSummary Of(IMethodSymbol method, CancellationToken cancellationToken) => SolvedOf(method, cancellationToken).Summary;

    /// <summary>Why nothing is known of a method, if so.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SummaryGap GapOf(IMethodSymbol method, CancellationToken cancellationToken) => SolvedOf(method, cancellationToken).Gap;

    private SolvedMethod SolvedOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var definition = BodySyntax.DefinitionOf(method);

        // One view of what is known for the whole question: methods that call one another in a circle are in it together or not at all.
        var known = Volatile.Read(ref _solved);
        if (known.TryGetValue(definition, out var solved))
        {
            return solved;
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (!bodies.Has(definition, cancellationToken))
        {
            return SolvedMethod.Unknown(SummaryGap.NoBody);
        }

        var found = new Dictionary<IMethodSymbol, SolvedMethod>(SymbolEqualityComparer.Default);
        if (ReachesTooMany(definition, known, cancellationToken))
        {
            found.Add(definition, SolvedMethod.Unknown(SummaryGap.TooManyBodies));
            Publish(found);
            return found[definition];
        }

        var components = Components.BottomUp(
            definition,
            caller => calls.CalleesOf(caller, cancellationToken).InOrder.Where(callee => !known.ContainsKey(callee)).ToArray());
        foreach (var component in components)
        {
            var results = _components.Solve(component, callee => found.TryGetValue(callee, out var fresh) ? fresh : known[callee], cancellationToken);
            Publish(results);
            foreach (var pair in results)
            {
                found.Add(pair.Key, pair.Value);
            }
        }

        return found[definition];
    }

    /// <summary>All answers of a component become visible at once. Those of another thread, which are equal, stay.</summary>
    private void Publish(IReadOnlyDictionary<IMethodSymbol, SolvedMethod> results) =>
        ImmutableInterlocked.Update(ref _solved, (table, added) => table.AddRange(added.Where(pair => !table.ContainsKey(pair.Key))), results);

    /// <summary>Counts what can be reached. Who calls a method that reaches too many does so too.</summary>
    private bool ReachesTooMany(IMethodSymbol root, ImmutableDictionary<IMethodSymbol, SolvedMethod> known, CancellationToken cancellationToken)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { root };
        var todo = new Stack<IMethodSymbol>(seen);
        while (todo.Count > 0)
        {
            var caller = todo.Pop();
            if (known.TryGetValue(caller, out var solved) && solved.Gap == SummaryGap.TooManyBodies)
            {
                return true;
            }

            foreach (var callee in calls.CalleesOf(caller, cancellationToken).InOrder.Where(seen.Add))
            {
                if (seen.Count > MaxBodies)
                {
                    return true;
                }

                todo.Push(callee);
            }
        }

        return false;
    }
}
