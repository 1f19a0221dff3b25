using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Messages;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Contracts;

/// <summary>Reads single attributes, for the analysis and for the findings about them alike: what one understands the other does not report.</summary>
internal sealed class ContractReader(MachineCatalog machines)
{
    /// <summary>Reads an attribute.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="kind">Which it is.</param>
    /// <param name="target">The parameter, field, property or method on which it stands.</param>
    /// <param name="valueType">The type of what it is about; null for <c>[MemberInState]</c>, which names that.</param>
    public ContractReading Read(AttributeData attribute, ContractKind kind, ISymbol target, ITypeSymbol? valueType)
    {
        if (attribute.AttributeConstructor is null || attribute.ConstructorArguments.Any(argument => argument.Kind == TypedConstantKind.Error))
        {
            return ContractReading.Nothing;
        }

        if (kind == ContractKind.MemberInState)
        {
            return ReadMember(attribute, target);
        }

        return valueType is null || MachinePlaces.ResultOf(valueType).TypeKind == TypeKind.Error ? ContractReading.Nothing : ReadValue(attribute, kind, target, valueType);
    }

    private ContractReading ReadValue(AttributeData attribute, ContractKind kind, ISymbol target, ITypeSymbol valueType)
    {
        switch (kind)
        {
            case ContractKind.StateUnchanged or ContractKind.TakesOwnership when target is IParameterSymbol { RefKind: RefKind.Out }:
                return ContractReading.Wrong(ContractMessages.OnOutParameter(kind, target));
            case ContractKind.EnsuresStateWhen when target is IParameterSymbol && !MachinePlaces.ReturnsBoolean(target.ContainingSymbol):
                return ContractReading.Wrong(ContractMessages.NoBooleanResult(target.ContainingSymbol));
            case ContractKind.StateUnchanged or ContractKind.TakesOwnership:
                return machines.MachineOf(valueType) is not null || MachinePlaces.MayHoldMachine(valueType)
                    ? ContractReading.Of(new ContractClause(kind, default, null, null))
                    : ContractReading.Wrong(ContractMessages.NoMachine(kind, target, valueType));
        }

        if ((target is IParameterSymbol ? machines.MachineOf(valueType) : machines.MachineBehind(valueType)) is not { } machine)
        {
            return ContractReading.Wrong(ContractMessages.NoMachine(kind, target, valueType));
        }

        var outcome = kind == ContractKind.EnsuresStateWhen ? attribute.ConstructorArguments[0].Value as bool? : null;
        return ReadStates(attribute, kind, machine, outcome, null);
    }

    private ContractReading ReadMember(AttributeData attribute, ISymbol target)
    {
        if (attribute.ConstructorArguments is not { Length: 2 } arguments || target.ContainingType is not { } type)
        {
            return ContractReading.Nothing;
        }

        var name = arguments[0].Value as string ?? "";
        if (MachinePlaces.FindMember(type, name) is not { } member)
        {
            return ContractReading.Wrong(ContractMessages.UnknownMember(name, type, MachinePlaces.NamesOfMachines(type, machines)));
        }

        if (MachinePlaces.TypeOf(member) is not { } held || machines.MachineBehind(held) is not { } machine)
        {
            return ContractReading.Wrong(ContractMessages.MemberIsNoMachine(member));
        }

        return target.IsStatic && !member.IsStatic
            ? ContractReading.Wrong(ContractMessages.StaticTarget(target, member))
            : ReadStates(attribute, ContractKind.MemberInState, machine, null, member);
    }

    private static ContractReading ReadStates(AttributeData attribute, ContractKind kind, MachineType machine, bool? outcome, ISymbol? member)
    {
        var leading = kind.LeadingArguments();
        if (attribute.ConstructorArguments.Length != leading + 1 || attribute.ConstructorArguments[leading] is not { Kind: TypedConstantKind.Array } list)
        {
            return ContractReading.Nothing;
        }

        var states = default(StateSet);
        var problems = ImmutableArray.CreateBuilder<ContractProblem>();
        var values = ValuesIn(list).ToArray();
        foreach (var (value, index) in values)
        {
            var state = StatesOf(value, machine);
            states |= state;
            if (state.IsEmpty && value.Kind != TypedConstantKind.Error)
            {
                problems.Add(ContractMessages.NoState(value, leading + index, machine));
            }
        }

        return problems.Count > 0 ? new ContractReading(null, problems.ToImmutable())
            : values.Length == 0 ? ContractReading.Wrong(ContractMessages.NoStates(kind, machine))
            : values.Any(each => each.Value.Kind == TypedConstantKind.Error) ? ContractReading.Nothing
            : ContractReading.Of(new ContractClause(kind, states, outcome, member));
    }

    /// <summary>The states with the number of their argument. An array of the enum is no array of objects, and so it is one argument with several.</summary>
    private static IEnumerable<(TypedConstant Value, int Argument)> ValuesIn(TypedConstant list)
    {
        var arguments = list.IsNull ? ImmutableArray<TypedConstant>.Empty : list.Values;
        for (var index = 0; index < arguments.Length; index++)
        {
            var argument = arguments[index];
            foreach (var value in argument is { Kind: TypedConstantKind.Array, IsNull: false } ? argument.Values : ImmutableArray.Create(argument))
            {
                yield return (value, index);
            }
        }
    }

    /// <summary>The state that a value names; empty for none.</summary>
    private static StateSet StatesOf(TypedConstant value, MachineType machine) =>
        value.Kind == TypedConstantKind.Enum
        && SymbolEqualityComparer.Default.Equals(value.Type, machine.StateType)
        && MachineType.NumberOf(value.Value) is { } number
            ? machine.StatesWhere(each => each == number)
            : default;
}
