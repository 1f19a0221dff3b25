using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Contracts;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Fields;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What a body may rely on where it begins.</summary>
internal static class ContractEntry
{
    /// <summary>The states in which a member finds a field; null where nothing is said.</summary>
    public static StateSet? StatesOf(ContractCatalog contracts, IMethodSymbol method, MachineField member)
    {
        foreach (var contract in contracts.OfMembers(method))
        {
            if (IsNamedBy(member, contract.Member))
            {
                return contract.States;
            }
        }

        return KeepsFields(method) ? DeclaredOf(contracts, member) : null;
    }

    /// <summary>The states in which a field always is between two calls of its class; null where nothing is said.</summary>
    public static StateSet? DeclaredOf(ContractCatalog contracts, MachineField member) =>
        (member.Property is { } property ? contracts.Of(property) ?? contracts.Of(member.Field) : contracts.Of(member.Field))?.States;

    /// <summary>True for a member that finds fields as they are declared, and must leave them so. A private helper may find and leave them in between, and
    /// after <c>Dispose</c> nobody reads them.</summary>
    public static bool KeepsFields(IMethodSymbol method) =>
        method.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor or MethodKind.AnonymousFunction or MethodKind.LocalFunction)
        && (method.DeclaredAccessibility != Accessibility.Private || !method.ExplicitInterfaceImplementations.IsEmpty)
        && !IsDispose(method.ExplicitInterfaceImplementations.IsEmpty ? method : method.ExplicitInterfaceImplementations[0]);

    private static bool IsDispose(IMethodSymbol method) => method.Name is "Dispose" or "DisposeAsync" or "DisposeAsyncCore";

    private static bool IsNamedBy(MachineField member, ISymbol named) =>
        SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, member.Field) || SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, member.Property);
}
