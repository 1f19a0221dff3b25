using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage.Fields;

/// <summary>Which methods have to do with the machine in a field by the field's name. One that does not can still be handed that machine; then what it does to it
/// is what it does to its parameter, and no more. Safe under concurrency.</summary>
internal sealed class FieldMentions(ProgramCode program)
{
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableHashSet<ISymbol>> _named = new(SymbolEqualityComparer.Default);

    /// <summary>True when a method, or one that it calls, names a field or its property.</summary>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public bool IsNamedBy(IMethodSymbol method, ISymbol field, CancellationToken cancellationToken)
    {
        var property = (field as IFieldSymbol)?.AssociatedSymbol;
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { BodySyntax.DefinitionOf(method) };
        var todo = new Stack<IMethodSymbol>(seen);
        while (todo.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = todo.Pop();
            var named = NamedIn(next, cancellationToken);
            if (named.Contains(field) || (property is not null && named.Contains(property)))
            {
                return true;
            }

            foreach (var callee in program.Calls.CalleesOf(next, cancellationToken).InOrder.Where(seen.Add))
            {
                todo.Push(callee);
            }
        }

        return false;
    }

    private ImmutableHashSet<ISymbol> NamedIn(IMethodSymbol method, CancellationToken cancellationToken) =>
        _named.TryGetValue(method, out var known) ? known : _named.GetOrAdd(method, Read(method, cancellationToken));

    private ImmutableHashSet<ISymbol> Read(IMethodSymbol method, CancellationToken cancellationToken) =>
        (program.Bodies.Of(method, cancellationToken)?.Operation?.Descendants() ?? [])
            .OfType<IMemberReferenceOperation>()
            .Select(reference => reference.Member.OriginalDefinition)
            .ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
}
