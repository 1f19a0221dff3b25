using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Which methods of the compilation a virtual call may run. The index of types is made once, when it is first needed.</summary>
internal sealed class Implementations(Compilation compilation)
{
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IMethodSymbol>> _targets = new(SymbolEqualityComparer.Default);
    private volatile TypeIndex? _types;

    /// <summary>The method itself where it has code, and all that override or implement it in this compilation; by definition.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing is kept then.</exception>
    public ImmutableArray<IMethodSymbol> Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var definition = BodySyntax.DefinitionOf(method);
        return _targets.TryGetValue(definition, out var known)
            ? known
            : _targets.GetOrAdd(definition, Find(definition, cancellationToken));
    }

    private ImmutableArray<IMethodSymbol> Find(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var types = _types ??= TypeIndex.Of(compilation.Assembly, cancellationToken);
        var found = ImmutableArray.CreateBuilder<IMethodSymbol>();
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        Add(method);
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            foreach (var type in types.ImplementersOf(method.ContainingType))
            {
                cancellationToken.ThrowIfCancellationRequested();
                ImplementationsIn(type, method).ToList().ForEach(AddWithOverrides);
            }
        }
        else if (method.IsAbstract || method.IsVirtual || method.IsOverride)
        {
            AddWithOverrides(method);
        }

        return found.ToImmutable();

        void AddWithOverrides(IMethodSymbol target)
        {
            Add(target);
            if (target.IsAbstract || target.IsVirtual || target.IsOverride)
            {
                foreach (var type in types.DerivedFrom(target.ContainingType))
                {
                    foreach (var candidate in type.GetMembers(target.Name).OfType<IMethodSymbol>().Where(candidate => Overrides(candidate, target)))
                    {
                        Add(candidate);
                    }
                }
            }
        }

        void Add(IMethodSymbol target)
        {
            var definition = BodySyntax.DefinitionOf(target);
            if (!definition.IsAbstract && seen.Add(definition))
            {
                found.Add(definition);
            }
        }
    }

    private static IEnumerable<IMethodSymbol> ImplementationsIn(INamedTypeSymbol type, IMethodSymbol method) =>
        type.AllInterfaces
            .Where(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method.ContainingType))
            .SelectMany(candidate => candidate.GetMembers(method.Name))
            .Where(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method))
            .Select(type.FindImplementationForInterfaceMember)
            .OfType<IMethodSymbol>();

    private static bool Overrides(IMethodSymbol candidate, IMethodSymbol target)
    {
        for (var overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, target.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The classes and structs of the compilation by what they derive from and implement.</summary>
    private sealed class TypeIndex
    {
        private readonly Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> _byBase = new(SymbolEqualityComparer.Default);
        private readonly Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> _byInterface = new(SymbolEqualityComparer.Default);

        public static TypeIndex Of(IAssemblySymbol assembly, CancellationToken cancellationToken)
        {
            var index = new TypeIndex();
            var todo = new Stack<INamespaceOrTypeSymbol>();
            todo.Push(assembly.GlobalNamespace);
            while (todo.Count > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var member in todo.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
                {
                    todo.Push(member);
                    if (member is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
                    {
                        index.Add(type);
                    }
                }
            }

            return index;
        }

        public IEnumerable<INamedTypeSymbol> ImplementersOf(INamedTypeSymbol type) =>
            _byInterface.TryGetValue(type.OriginalDefinition, out var found) ? found : Enumerable.Empty<INamedTypeSymbol>();

        public IEnumerable<INamedTypeSymbol> DerivedFrom(INamedTypeSymbol type) =>
            _byBase.TryGetValue(type.OriginalDefinition, out var found) ? found : Enumerable.Empty<INamedTypeSymbol>();

        private void Add(INamedTypeSymbol type)
        {
            // Every class derives from object; who overrides its members is not asked.
            for (var parent = type.BaseType; parent is not null && parent.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); parent = parent.BaseType)
            {
                Add(_byBase, parent, type);
            }

            foreach (var implemented in type.AllInterfaces.Select(implemented => implemented.OriginalDefinition).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default))
            {
                Add(_byInterface, implemented, type);
            }
        }

        private static void Add(Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> table, INamedTypeSymbol key, INamedTypeSymbol type)
        {
            if (!table.TryGetValue(key.OriginalDefinition, out var list))
            {
                table.Add(key.OriginalDefinition, list = []);
            }

            list.Add(type);
        }
    }
}
