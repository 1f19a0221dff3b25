using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Contracts;

/// <summary>Where the contract of a member may stand: at the member itself, at what it overrides, at what it implements.</summary>
internal static class InheritedMembers
{
    /// <summary>The member and what it inherits from, nearest first, interfaces last.</summary>
    public static IReadOnlyList<ISymbol> Of(ISymbol member)
    {
        var all = new List<ISymbol>();
        for (var current = member; current is not null; current = OverriddenBy(current))
        {
            all.Add(current);
        }

        for (int index = 0, own = all.Count; index < own; index++)
        {
            foreach (var implemented in ImplementedBy(all[index]))
            {
                if (!all.Contains(implemented, SymbolEqualityComparer.Default))
                {
                    all.Add(implemented);
                }
            }
        }

        return all;
    }

    /// <summary>A parameter of a method or indexer; null where there are not so many.</summary>
    public static IParameterSymbol? ParameterOf(ISymbol member, int ordinal)
    {
        var parameters = member switch
        {
            IMethodSymbol method => method.Parameters,
            IPropertySymbol property => property.Parameters,
            _ => ImmutableArray<IParameterSymbol>.Empty,
        };
        return ordinal < parameters.Length ? parameters[ordinal] : null;
    }

    /// <summary>A field or property that a base class or interface names, as a class that inherits from it has it.</summary>
    public static ISymbol InClass(ISymbol member, INamedTypeSymbol type)
    {
        if (member.ContainingType?.TypeKind == TypeKind.Interface && type.TypeKind != TypeKind.Interface)
        {
            return type.FindImplementationForInterfaceMember(member) ?? member;
        }

        for (var current = type; member is IPropertySymbol && current is not null; current = current.BaseType)
        {
            foreach (var candidate in current.GetMembers(member.Name))
            {
                if (Of(candidate).Contains(member, SymbolEqualityComparer.Default))
                {
                    return candidate;
                }
            }
        }

        return member;
    }

    private static ISymbol? OverriddenBy(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private static IEnumerable<ISymbol> ImplementedBy(ISymbol member)
    {
        var @explicit = member switch
        {
            IMethodSymbol method => method.ExplicitInterfaceImplementations.CastArray<ISymbol>(),
            IPropertySymbol property => property.ExplicitInterfaceImplementations.CastArray<ISymbol>(),
            _ => ImmutableArray<ISymbol>.Empty,
        };
        return @explicit.IsEmpty && member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } ? ImplicitlyImplementedBy(member) : @explicit;
    }

    private static IEnumerable<ISymbol> ImplicitlyImplementedBy(ISymbol member)
    {
        if (member.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type)
        {
            yield break;
        }

        foreach (var contract in type.AllInterfaces)
        {
            foreach (var candidate in contract.GetMembers(member.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate), member))
                {
                    yield return candidate;
                }
            }
        }
    }
}
