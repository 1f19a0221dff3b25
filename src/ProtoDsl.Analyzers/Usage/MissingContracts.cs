using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Contracts;
using ProtoDsl.Analyzers.Usage.Messages;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage;

/// <summary>Finds what methods need of those who call them and do not say. Inside a compilation nobody has to be told; callers in others, and those of an
/// override, are told by attributes only.</summary>
internal static class MissingContracts
{
    /// <summary>The parameters of a method that an attribute should stand on.</summary>
    public static IEnumerable<Diagnostic> Find(IMethodSymbol method, MethodSummary summary, ContractCatalog contracts)
    {
        if (summary.IsOpaque || !IsCalledUnseen(method))
        {
            yield break;
        }

        foreach (var effect in summary.Effects.Where(effect => effect.Subject.Kind == SubjectKind.Parameter))
        {
            var parameter = method.Parameters[effect.Subject.Ordinal];
            var fails = effect.MayFail | effect.MustFail;
            var states = effect.Machine.Table.All - fails;
            if (SymbolEqualityComparer.Default.Equals(parameter.Type.OriginalDefinition, effect.Machine.Symbol) && !fails.IsEmpty && !states.IsEmpty && contracts.Of(parameter) == ParameterContract.None && !parameter.Locations.IsEmpty)
            {
                yield return ContractDiagnostics.ToAdd(method, parameter, effect.Machine, states);
            }
        }
    }

    /// <summary>A demand of an override belongs to what it overrides, whose callers are the ones to be told.</summary>
    private static bool IsCalledUnseen(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Ordinary or MethodKind.Constructor
        && InheritedMembers.Of(method).Count == 1
        && (IsSeenOutside(method) || (method.IsVirtual && method.DeclaredAccessibility != Accessibility.Private));

    private static bool IsSeenOutside(ISymbol symbol)
    {
        for (var outer = symbol; outer is IMethodSymbol or INamedTypeSymbol; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }
}
