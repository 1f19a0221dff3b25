using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>The user's code that a machine runs from inside: guards, effects, sends, timers (all methods of the interface that its constructor takes, in
/// all classes that implement it) and <c>OnTransition</c>.</summary>
internal sealed class MachineCallbacks(MachineCatalog catalog, Implementations implementations)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, Callbacks> _callbacks = new(SymbolEqualityComparer.Default);

    /// <summary>What an event of a machine may run.</summary>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public Callbacks Of(MachineType machine, CancellationToken cancellationToken) =>
        _callbacks.TryGetValue(machine.Symbol, out var known)
            ? known
            : _callbacks.GetOrAdd(machine.Symbol, Find(machine, cancellationToken));

    private Callbacks Find(MachineType machine, CancellationToken cancellationToken)
    {
        var methods = ImmutableArray.CreateBuilder<IMethodSymbol>();
        methods.AddRange(machine.Symbol.GetMembers("OnTransition").OfType<IMethodSymbol>().Select(BodySyntax.DefinitionOf));
        var taken = machine.Symbol.InstanceConstructors
            .Where(constructor => constructor.DeclaredAccessibility != Accessibility.Private)
            .SelectMany(constructor => constructor.Parameters)
            .Select(parameter => parameter.Type)
            .Where(type => !type.IsValueType || type is ITypeParameterSymbol)
            .SelectMany(type => type is ITypeParameterSymbol parameter ? parameter.ConstraintTypes : ImmutableArray.Create(type));
        foreach (var type in taken)
        {
            if (type is not INamedTypeSymbol { TypeKind: TypeKind.Interface } actions
                || !SymbolEqualityComparer.Default.Equals(actions.ContainingAssembly, catalog.Compilation.Assembly))
            {
                // It may be anything, or of a class that another assembly has.
                return new Callbacks(methods.ToImmutable(), IsUnseen: true);
            }

            foreach (var method in actions.AllInterfaces.Add(actions).SelectMany(part => part.GetMembers()).OfType<IMethodSymbol>())
            {
                methods.AddRange(implementations.Of(method, cancellationToken));
            }
        }

        return new Callbacks(methods.ToImmutable(), IsUnseen: false);
    }
}

/// <summary>The user's code that a machine runs from inside.</summary>
/// <param name="Methods">The methods.</param>
/// <param name="IsUnseen">True when there may be others.</param>
internal sealed record Callbacks(ImmutableArray<IMethodSymbol> Methods, bool IsUnseen);
