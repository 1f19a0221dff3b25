using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Contracts;

/// <summary>What attributes say about states: in source and in metadata alike, inherited ones included. Each symbol is read once; safe under
/// concurrency. An attribute that cannot be read counts as absent here and is a finding of its own.</summary>
internal sealed class ContractCatalog(MachineCatalog machines)
{
    private readonly ConcurrentDictionary<ISymbol, ParameterContract> _parameters = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ValueContract?> _values = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<MemberContract>> _members = new(SymbolEqualityComparer.Default);
    private readonly ContractReader _reader = new(machines);

    /// <summary>What is said about a parameter: a machine, or what a machine may be handed over as.</summary>
    public ParameterContract Of(IParameterSymbol parameter) =>
        machines.MachineOf(parameter.Type) is null && !MachinePlaces.MayHoldMachine(parameter.Type)
            ? ParameterContract.None
            : _parameters.GetOrAdd(parameter, _ => Read(parameter));

    /// <summary>The states of the machine that a method returns, or that its task gives; null where nothing is said.</summary>
    public ValueContract? OfReturn(IMethodSymbol method) =>
        machines.MachineBehind(method.ReturnType) is { } machine
            ? _values.GetOrAdd(method, _ => ReadReturn(method, machine))
            : null;

    /// <summary>The states of the machine in a field; null where nothing is said.</summary>
    public ValueContract? Of(IFieldSymbol field) =>
        machines.MachineBehind(field.Type) is { } machine
            ? _values.GetOrAdd(field, _ => ReadValue([field], machine))
            : null;

    /// <summary>The states of the machine that a property gives and takes; null where nothing is said.</summary>
    public ValueContract? Of(IPropertySymbol property) =>
        machines.MachineBehind(property.Type) is { } machine
            ? _values.GetOrAdd(property, _ => ReadValue(InheritedMembers.Of(property), machine))
            : null;

    /// <summary>The states that fields and properties must be in when a method or accessor is called; empty where nothing is said.</summary>
    public ImmutableArray<MemberContract> OfMembers(IMethodSymbol method) => _members.GetOrAdd(method, _ => ReadMembers(method));

    private ParameterContract Read(IParameterSymbol parameter)
    {
        var contract = ParameterContract.None;
        foreach (var declared in Declarations(parameter))
        {
            foreach (var clause in Clauses(declared.GetAttributes(), declared, parameter.Type))
            {
                contract = With(contract, clause, isOut: parameter.RefKind == RefKind.Out);
            }
        }

        // What may be stored in a property is said at the property.
        return parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol property } setter
            && parameter.Ordinal == setter.Parameters.Length - 1
            && Of(property) is { } stored
                ? contract with { Required = contract.Required ?? stored.States }
                : contract;
    }

    /// <summary>The nearest that says something counts.</summary>
    private static ParameterContract With(ParameterContract contract, ContractClause clause, bool isOut) => clause switch
    {
        { Kind: ContractKind.InState } when !isOut => contract with { Required = contract.Required ?? clause.States },
        { Kind: ContractKind.InState or ContractKind.EnsuresState } => contract with { Ensured = contract.Ensured ?? clause.States },
        { Kind: ContractKind.EnsuresStateWhen, Outcome: true } => contract with { EnsuredWhenTrue = contract.EnsuredWhenTrue ?? clause.States },
        { Kind: ContractKind.EnsuresStateWhen, Outcome: false } => contract with { EnsuredWhenFalse = contract.EnsuredWhenFalse ?? clause.States },
        { Kind: ContractKind.StateUnchanged } => contract with { IsUnchanged = true },
        { Kind: ContractKind.TakesOwnership } => contract with { TakesOwnership = true },
        _ => contract,
    };

    /// <summary>The parameter itself, then the same one of what its method overrides or implements.</summary>
    private static IEnumerable<IParameterSymbol> Declarations(IParameterSymbol parameter)
    {
        yield return parameter;
        foreach (var inherited in InheritedMembers.Of(parameter.ContainingSymbol).Skip(1))
        {
            if (InheritedMembers.ParameterOf(inherited, parameter.Ordinal) is { } same)
            {
                yield return same;
            }
        }
    }

    private ValueContract? ReadReturn(IMethodSymbol method, MachineType machine)
    {
        foreach (var declared in InheritedMembers.Of(method).OfType<IMethodSymbol>())
        {
            if (StatesIn(declared.GetReturnTypeAttributes(), declared, method.ReturnType) is { } states)
            {
                return new ValueContract(machine, states);
            }
        }

        return method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property } ? Of(property) : null;
    }

    private ValueContract? ReadValue(IReadOnlyList<ISymbol> declarations, MachineType machine)
    {
        foreach (var declared in declarations)
        {
            var type = declared is IFieldSymbol field ? field.Type : ((IPropertySymbol)declared).Type;
            if (StatesIn(declared.GetAttributes(), declared, type) is { } states)
            {
                return new ValueContract(machine, states);
            }

            if (declared is IPropertySymbol { GetMethod: { } getter } && StatesIn(getter.GetReturnTypeAttributes(), getter, type) is { } returned)
            {
                return new ValueContract(machine, returned);
            }
        }

        return null;
    }

    private StateSet? StatesIn(ImmutableArray<AttributeData> attributes, ISymbol declared, ITypeSymbol type) =>
        Clauses(attributes, declared, type).FirstOrDefault(clause => clause.Kind == ContractKind.InState)?.States;

    private ImmutableArray<MemberContract> ReadMembers(IMethodSymbol method)
    {
        var contracts = ImmutableArray.CreateBuilder<MemberContract>();
        Collect(method);
        if (method.AssociatedSymbol is IPropertySymbol property)
        {
            Collect(property);
        }

        return contracts.ToImmutable();

        void Collect(ISymbol called)
        {
            foreach (var declared in InheritedMembers.Of(called))
            {
                foreach (var clause in Clauses(declared.GetAttributes(), declared, null))
                {
                    var member = clause.Member is { } named ? InheritedMembers.InClass(named, called.ContainingType) : null;
                    if (member is not null
                        && MachinePlaces.TypeOf(member) is { } type
                        && machines.MachineBehind(type) is { } machine
                        && !contracts.Any(contract => SymbolEqualityComparer.Default.Equals(contract.Member, member)))
                    {
                        contracts.Add(new MemberContract(member, machine, clause.States));
                    }
                }
            }
        }
    }

    private IEnumerable<ContractClause> Clauses(ImmutableArray<AttributeData> attributes, ISymbol declared, ITypeSymbol? type)
    {
        foreach (var attribute in attributes)
        {
            if (ContractKinds.Of(attribute.AttributeClass) is { } kind
                && (kind == ContractKind.MemberInState) == (type is null)
                && _reader.Read(attribute, kind, declared, type).Clause is { } clause)
            {
                yield return clause;
            }
        }
    }
}
