using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Contracts;

/// <summary>What an override or implementation says that whoever calls it under another name has not been told: it may demand no more than what it
/// overrides, and promise no less.</summary>
internal sealed class OverrideCheck(ContractCatalog contracts, MachineCatalog machines)
{
    /// <summary>The members that a clause is at odds with.</summary>
    public IEnumerable<ContractConflict> Find(ContractClause clause, ContractPlace place)
    {
        var member = place.Target is IParameterSymbol ? place.Target.ContainingSymbol : place.Target;
        foreach (var inherited in InheritedMembers.Of(member).Skip(1))
        {
            var conflict = place.Target switch
            {
                IParameterSymbol parameter => OfParameter(clause, parameter, inherited),
                IMethodSymbol or IPropertySymbol when clause.Member is { } named => OfMember(clause, named, inherited, member.ContainingType),
                IMethodSymbol => inherited is IMethodSymbol method ? OfPromise(clause.States, contracts.OfReturn(method)?.States, place, inherited) : null,
                IPropertySymbol property => inherited is IPropertySymbol other ? OfProperty(clause, property, other, place) : null,
                _ => null,
            };
            if (conflict is not null)
            {
                yield return conflict;
            }
        }
    }

    private ContractConflict? OfParameter(ContractClause clause, IParameterSymbol parameter, ISymbol inherited)
    {
        if (InheritedMembers.ParameterOf(inherited, parameter.Ordinal) is not { } other || machines.MachineOf(parameter.Type) is not { } machine)
        {
            return null;
        }

        var (own, theirs) = (contracts.Of(parameter), contracts.Of(other));
        return clause switch
        {
            { Kind: ContractKind.InState } when parameter.RefKind != RefKind.Out => OfDemand(clause.States, theirs.Required, machine, inherited),
            { Kind: ContractKind.InState or ContractKind.EnsuresState } => OfPromise(own.Ensured, theirs.Ensured, machine, inherited),
            { Outcome: true } => OfPromise(Both(own.Ensured, own.EnsuredWhenTrue), Both(theirs.Ensured, theirs.EnsuredWhenTrue), machine, inherited),
            { Outcome: false } => OfPromise(Both(own.Ensured, own.EnsuredWhenFalse), Both(theirs.Ensured, theirs.EnsuredWhenFalse), machine, inherited),
            _ => null,
        };
    }

    private ContractConflict? OfMember(ContractClause clause, ISymbol named, ISymbol inherited, INamedTypeSymbol type)
    {
        var method = inherited as IMethodSymbol ?? ((inherited as IPropertySymbol) is { } property ? property.GetMethod ?? property.SetMethod : null);
        if (method is null || MachinePlaces.TypeOf(named) is not { } held || machines.MachineBehind(held) is not { } machine)
        {
            return null;
        }

        var demanded = contracts.OfMembers(method)
            .FirstOrDefault(contract => SymbolEqualityComparer.Default.Equals(InheritedMembers.InClass(contract.Member, type), InheritedMembers.InClass(named, type)));
        return OfDemand(clause.States, demanded?.States, machine, inherited);
    }

    private ContractConflict? OfProperty(ContractClause clause, IPropertySymbol property, IPropertySymbol inherited, ContractPlace place)
    {
        var theirs = contracts.Of(inherited)?.States;
        return (inherited.GetMethod is null ? null : OfPromise(clause.States, theirs, place, inherited))
            ?? (inherited.SetMethod is null || machines.MachineBehind(property.Type) is not { } machine ? null : OfDemand(clause.States, theirs, machine, inherited));
    }

    private ContractConflict? OfPromise(StateSet own, StateSet? theirs, ContractPlace place, ISymbol inherited) =>
        place.ValueType is { } type && machines.MachineBehind(type) is { } machine ? OfPromise(own, theirs, machine, inherited) : null;

    private static ContractConflict? OfDemand(StateSet own, StateSet? theirs, MachineType machine, ISymbol inherited)
    {
        var more = (theirs ?? machine.Table.All) - own;
        return more.IsEmpty ? null : new ContractConflict(inherited, machine, IsDemand: true, own, theirs);
    }

    private static ContractConflict? OfPromise(StateSet? own, StateSet? theirs, MachineType machine, ISymbol inherited) =>
        own is { } mine && theirs is { } promised && !(mine - promised).IsEmpty ? new ContractConflict(inherited, machine, IsDemand: false, mine, promised) : null;

    private static StateSet? Both(StateSet? left, StateSet? right) => left is { } one && right is { } other ? one & other : left ?? right;
}

/// <summary>An attribute that is at odds with what its member overrides or implements.</summary>
/// <param name="Inherited">What is overridden or implemented.</param>
/// <param name="Machine">The machine.</param>
/// <param name="IsDemand">True where more is demanded than there; false where less is promised.</param>
/// <param name="Own">The states here.</param>
/// <param name="Theirs">The states there; null for any.</param>
internal sealed record ContractConflict(ISymbol Inherited, MachineType Machine, bool IsDemand, StateSet Own, StateSet? Theirs);
