using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Symbols;

/// <summary>A generated machine: its class, its table, its members.</summary>
internal sealed class MachineType
{
    private readonly Dictionary<ISymbol, MachineMember> _members = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<long, int> _stateOfNumber = [];

    private MachineType(INamedTypeSymbol symbol, INamedTypeSymbol stateType, MachineRelation relation)
    {
        Symbol = symbol;
        StateType = stateType;
        Table = new MachineTable(relation, symbol.GetMembers("OnTransition").OfType<IMethodSymbol>().Any(IsImplemented));
        foreach (var field in stateType.GetMembers().OfType<IFieldSymbol>())
        {
            var index = relation.States.TakeWhile(state => state.MemberName != field.Name).Count();
            if (index < relation.States.Count && NumberOf(field.ConstantValue) is { } number)
            {
                _stateOfNumber[number] = index;
            }
        }

        foreach (var member in symbol.GetMembers())
        {
            if (member is IMethodSymbol or IPropertySymbol && MachineMember.From(member, this) is { } known)
            {
                _members[member] = known;
            }
        }
    }

    /// <summary>The class, by its definition.</summary>
    public INamedTypeSymbol Symbol { get; }

    /// <summary>The enum of its states.</summary>
    public INamedTypeSymbol StateType { get; }

    /// <summary>What it may do.</summary>
    public MachineTable Table { get; }

    /// <summary>The names of the methods that raise events.</summary>
    public IEnumerable<string> EventMethodNames =>
        _members.Where(pair => pair.Value.Kind is MemberKind.Raise or MemberKind.Try).Select(pair => pair.Key.Name);

    /// <summary>What a member does; null for one that the generator did not write.</summary>
    public MachineMember? MemberOf(ISymbol? symbol) =>
        symbol is not null && _members.TryGetValue(symbol.OriginalDefinition, out var member) ? member : null;

    /// <summary>True for what a generated member takes, and that is written where that member is.</summary>
    public bool Takes(ITypeSymbol type) => _members.Keys.OfType<IMethodSymbol>().Any(method =>
        method.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, type))
        && type.DeclaringSyntaxReferences.All(part => method.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == part.SyntaxTree)));

    /// <summary>The states whose number a condition holds for.</summary>
    public StateSet StatesWhere(Func<long, bool> condition)
    {
        var states = default(StateSet);
        foreach (var pair in _stateOfNumber)
        {
            if (condition(pair.Key))
            {
                states = states.With(pair.Value);
            }
        }

        return states;
    }

    /// <summary>A constant as a number; null for none.</summary>
    public static long? NumberOf(object? constant) => constant switch
    {
        null => null,
        ulong big => unchecked((long)big),
        char letter => letter,
        sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(constant, System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Reads the mark of a class; null where there is none that can be understood.</summary>
    public static MachineType? From(INamedTypeSymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (MarkerNames.IsStateMachine(attribute.AttributeClass)
                && attribute.ConstructorArguments is { Length: 2 } arguments
                && arguments[0].Value is INamedTypeSymbol { TypeKind: TypeKind.Enum } states
                && RelationReader.TryRead(arguments[1].Value as string, out var relation))
            {
                return new MachineType(symbol, states, relation);
            }
        }

        return null;
    }

    /// <summary>In source a partial method may lack its body; in metadata one without a body does not exist.</summary>
    private static bool IsImplemented(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.IsEmpty || !method.IsPartialDefinition || method.PartialImplementationPart is not null;
}
