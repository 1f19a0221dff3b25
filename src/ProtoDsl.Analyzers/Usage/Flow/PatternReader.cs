using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Reads what patterns say of a machine and of its state. What is not understood says nothing.</summary>
internal static class PatternReader
{
    /// <summary>A pattern that the state of a machine is matched with.</summary>
    public static PatternFact OfState(IPatternOperation pattern, MachineType machine)
    {
        var all = machine.Table.All;
        switch (pattern)
        {
            case IConstantPatternOperation { Value: var value } when NumberIn(value) is { } number:
                return Exactly(machine, machine.StatesWhere(state => state == number));
            case IRelationalPatternOperation relational when NumberIn(relational.Value) is { } bound && Comparison(relational.OperatorKind) is { } compare:
                return Exactly(machine, machine.StatesWhere(state => compare(state, bound)));
            case INegatedPatternOperation negated:
                return OfState(negated.Pattern, machine).Negated;
            case IBinaryPatternOperation binary:
                return Combine(binary, OfState(binary.LeftPattern, machine), OfState(binary.RightPattern, machine));
            case IDiscardPatternOperation:
            case IDeclarationPatternOperation { MatchesNull: true }:
                return new PatternFact(all, default);
            default:
                return new PatternFact(all, all);
        }
    }

    /// <summary>A pattern that a machine itself is matched with, where there is one; for null see <see cref="FitsNull"/>.</summary>
    public static PatternFact OfMachine(IPatternOperation pattern, MachineType machine) =>
        machine.Table.IsShared && !ReadsOnce(pattern)
            ? new PatternFact(machine.Table.All, machine.Table.All)
            : OfUnmoved(pattern, machine);

    private static PatternFact OfUnmoved(IPatternOperation pattern, MachineType machine)
    {
        var all = machine.Table.All;
        switch (pattern)
        {
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }:
            case IConstantPatternOperation { Value: IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: null } } }:
                return new PatternFact(default, all);
            case INegatedPatternOperation negated:
                return OfUnmoved(negated.Pattern, machine).Negated;
            case IBinaryPatternOperation binary:
                return Combine(binary, OfUnmoved(binary.LeftPattern, machine), OfUnmoved(binary.RightPattern, machine));
            case IDiscardPatternOperation:
            case IDeclarationPatternOperation { MatchesNull: true }:
                return new PatternFact(all, default);
            case IDeclarationPatternOperation { MatchedType: var type } when IsMachine(type, machine):
            case ITypePatternOperation { MatchedType: var tested } when IsMachine(tested, machine):
                return new PatternFact(all, default);
            case IRecursivePatternOperation recursive:
                return OfProperties(recursive, machine);
            default:
                return new PatternFact(all, all);
        }
    }

    /// <summary>True when null fits a pattern that a machine is matched with.</summary>
    public static bool FitsNull(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation or IDiscardPatternOperation => true,
        IDeclarationPatternOperation declaration => declaration.MatchesNull,
        INegatedPatternOperation negated => !FitsNull(negated.Pattern),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => FitsNull(both.LeftPattern) && FitsNull(both.RightPattern),
        IBinaryPatternOperation either => FitsNull(either.LeftPattern) || FitsNull(either.RightPattern),
        _ => false,
    };

    /// <summary>True for the pattern <c>null</c>.</summary>
    public static bool IsNullConstant(IPatternOperation pattern) =>
        pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }
            or IConstantPatternOperation { Value: IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: null } } };

    /// <summary>Whether null fits a pattern, where that is plain; else null.</summary>
    public static bool? NullFits(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var value } } => value is null,
        IDiscardPatternOperation => true,
        IDeclarationPatternOperation declaration => declaration.MatchesNull,
        IRelationalPatternOperation or ITypePatternOperation or IRecursivePatternOperation => false,
        INegatedPatternOperation negated => !NullFits(negated.Pattern),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => NullFits(both.LeftPattern) & NullFits(both.RightPattern),
        IBinaryPatternOperation either => NullFits(either.LeftPattern) | NullFits(either.RightPattern),
        _ => null,
    };

    /// <summary>True for a pattern of states that a missing state does not fit.</summary>
    public static bool NeverFitsNull(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => NumberIn(constant.Value) is not null,
        IRelationalPatternOperation => true,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => NeverFitsNull(both.LeftPattern) || NeverFitsNull(both.RightPattern),
        IBinaryPatternOperation either => NeverFitsNull(either.LeftPattern) && NeverFitsNull(either.RightPattern),
        _ => false,
    };

    /// <summary>How two numbers are compared; null for another operator.</summary>
    public static Func<long, long, bool>? Comparison(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => (left, right) => left < right,
        BinaryOperatorKind.LessThanOrEqual => (left, right) => left <= right,
        BinaryOperatorKind.GreaterThan => (left, right) => left > right,
        BinaryOperatorKind.GreaterThanOrEqual => (left, right) => left >= right,
        BinaryOperatorKind.Equals => (left, right) => left == right,
        BinaryOperatorKind.NotEquals => (left, right) => left != right,
        _ => null,
    };

    /// <summary>True for a pattern that says which states it wants, and not which it does not want.</summary>
    public static bool NamesStates(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => constant.Value.Type?.TypeKind == TypeKind.Enum,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => NamesStates(both.LeftPattern) || NamesStates(both.RightPattern),
        IBinaryPatternOperation either => NamesStates(either.LeftPattern) && NamesStates(either.RightPattern),
        IRecursivePatternOperation recursive => recursive.PropertySubpatterns.Any(property => NamesStates(property.Pattern)),
        _ => false,
    };

    /// <summary>The constant number that an operation stands for; null for none.</summary>
    public static long? NumberIn(IOperation operation)
    {
        while (!operation.ConstantValue.HasValue && operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation.ConstantValue.HasValue ? MachineType.NumberOf(operation.ConstantValue.Value) : null;
    }

    private static PatternFact OfProperties(IRecursivePatternOperation pattern, MachineType machine)
    {
        var all = machine.Table.All;
        var fact = new PatternFact(all, IsMachine(pattern.MatchedType, machine) ? default : all);
        if (pattern.DeconstructionSubpatterns.Length > 0)
        {
            fact = fact with { Fail = all };
        }

        foreach (var property in pattern.PropertySubpatterns)
        {
            fact = PatternFact.And(fact, OfProperty(property, machine));
        }

        return fact;
    }

    private static PatternFact OfProperty(IPropertySubpatternOperation property, MachineType machine)
    {
        var member = property.Member is IPropertyReferenceOperation reference ? machine.MemberOf(reference.Property) : null;
        switch (member)
        {
            case { Kind: MemberKind.State }:
                return OfState(property.Pattern, machine);
            case { Kind: MemberKind.Can, Event: { } @event } when property.Pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool expected } }:
                var can = new PatternFact(@event.MayBeLegal(TagKnowledge.None), machine.Table.All - @event.IsCertainlyLegal(TagKnowledge.None));
                return expected ? can : can.Negated;
            default:
                return new PatternFact(machine.Table.All, machine.Table.All);
        }
    }

    /// <summary>True when the machine is looked at once only: between two looks another thread may move it.</summary>
    private static bool ReadsOnce(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => ReadsOnce(negated.Pattern),
        IRecursivePatternOperation recursive => recursive.PropertySubpatterns.Length <= 1 && recursive.DeconstructionSubpatterns.IsEmpty,
        IBinaryPatternOperation => false,
        _ => true,
    };

    private static PatternFact Exactly(MachineType machine, StateSet states) => new(states, machine.Table.All - states);

    private static PatternFact Combine(IBinaryPatternOperation pattern, PatternFact left, PatternFact right) =>
        pattern.OperatorKind == BinaryOperatorKind.And ? PatternFact.And(left, right) : PatternFact.Or(left, right);

    private static bool IsMachine(ITypeSymbol? type, MachineType machine) =>
        type is not null && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, machine.Symbol);
}
