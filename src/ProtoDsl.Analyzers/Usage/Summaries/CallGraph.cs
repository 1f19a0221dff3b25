using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Who calls whom among the methods of a compilation: targets that are known for certain, have a body, and can matter
/// (<see cref="Relevance"/>). Safe under concurrency; a cancelled request leaves nothing behind.</summary>
internal sealed class CallGraph(MethodBodies bodies, Relevance relevance)
{
    private static readonly Callees s_none = new(ImmutableArray<IMethodSymbol>.Empty);

    private readonly ConcurrentDictionary<IMethodSymbol, Callees> _callees = new(SymbolEqualityComparer.Default);

    /// <summary>The callees of a method.</summary>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public Callees CalleesOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var definition = BodySyntax.DefinitionOf(method);
        return _callees.TryGetValue(definition, out var known)
            ? known
            : _callees.GetOrAdd(definition, Find(definition, cancellationToken));
    }

    private Callees Find(IMethodSymbol caller, CancellationToken cancellationToken)
    {
        if (bodies.Of(caller, cancellationToken) is not { } body)
        {
            return s_none;
        }

        var found = ImmutableArray.CreateBuilder<IMethodSymbol>();
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (var call in CodeCalls.In(body))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (call is { Kind: CallKind.Exact, Method: { } callee }
                && !seen.Contains(callee)
                && relevance.Matters(caller, callee, call.IsOnThis)
                && bodies.Has(callee, cancellationToken))
            {
                seen.Add(callee);
                found.Add(callee);
            }
        }

        return found.Count == 0 ? s_none : new Callees(found.ToImmutable());
    }
}

/// <summary>What one method calls.</summary>
internal sealed class Callees(ImmutableArray<IMethodSymbol> inOrder)
{
    private readonly ImmutableHashSet<IMethodSymbol> _set = inOrder.ToImmutableHashSet<IMethodSymbol>(SymbolEqualityComparer.Default);

    /// <summary>In the order of the text, each once.</summary>
    public ImmutableArray<IMethodSymbol> InOrder { get; } = inOrder;

    /// <summary>True for one of them, asked by its definition.</summary>
    public bool Contains(IMethodSymbol definition) => _set.Contains(definition);
}
