using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>On which machines a method, or anything that it may call, can raise events, wherever it got them from. It does not regard the order of things:
/// a method that raises none cannot change what its caller knows of any machine, stored ones included. What others do while it awaits is not in it, nor
/// static constructors. Safe under concurrency; the answers do not depend on the order of the questions.</summary>
internal sealed class MoveSets(ProgramCode program)
{
    /// <summary>Bodies that are read for one question; beyond that everything may happen.</summary>
    public const int MaxBodies = 500;

    private readonly ConcurrentDictionary<IMethodSymbol, DirectMoves> _direct = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, MoveSet> _byExactCall = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, MoveSet> _byCall = new(SymbolEqualityComparer.Default);
    private readonly MachineCallbacks _callbacks = new(program.Catalog, program.Implementations);

    /// <summary>What a call of a method may move, of this or another assembly; all that override or implement it count.</summary>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public MoveSet MovedBy(IMethodSymbol method, CancellationToken cancellationToken) => MovedBy(method, isExact: false, cancellationToken);

    /// <summary>What a method may move when it is known that none that overrides it runs instead: see <see cref="CodeCall"/>.</summary>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public MoveSet MovedByExactly(IMethodSymbol method, CancellationToken cancellationToken) => MovedBy(method, isExact: true, cancellationToken);

    private MoveSet MovedBy(IMethodSymbol method, bool isExact, CancellationToken cancellationToken)
    {
        var table = isExact ? _byExactCall : _byCall;
        var definition = BodySyntax.DefinitionOf(method);
        if (table.TryGetValue(definition, out var known))
        {
            return known;
        }

        // Delegates have no code of their own, and what a local function does is part of the body around it.
        var moves = definition.MethodKind is MethodKind.DelegateInvoke or MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.FunctionPointerSignature
            ? MoveSet.Everything
            : Find(definition, isExact, cancellationToken);
        return table.GetOrAdd(definition, moves);
    }

    private MoveSet Find(IMethodSymbol root, bool isExact, CancellationToken cancellationToken)
    {
        var call = new MoveReader(program, _callbacks, cancellationToken).Read(root, isExact);
        var first = call.Callees.ToImmutableHashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var moves = call.Moves;
        var seen = new HashSet<IMethodSymbol>(call.Callees, SymbolEqualityComparer.Default);
        var todo = new Stack<IMethodSymbol>(call.Callees);
        while (todo.Count > 0 && !moves.IsEverything)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (seen.Count > MaxBodies)
            {
                return MoveSet.Everything;
            }

            // What those further down are handed was looked at where they are called.
            var method = todo.Pop();
            var direct = DirectOf(method, cancellationToken);
            moves = moves.Union(first.Contains(method) ? direct.Moves : direct.Moves.WithoutArguments);
            foreach (var callee in direct.Callees.Where(seen.Add))
            {
                todo.Push(callee);
            }
        }

        return moves;
    }

    private DirectMoves DirectOf(IMethodSymbol definition, CancellationToken cancellationToken)
    {
        if (_direct.TryGetValue(definition, out var known))
        {
            return known;
        }

        var direct = program.Bodies.Of(definition, cancellationToken) is { } body
            ? new MoveReader(program, _callbacks, cancellationToken).Read(body)
            : DirectMoves.Unseen;
        return _direct.GetOrAdd(definition, direct);
    }
}
