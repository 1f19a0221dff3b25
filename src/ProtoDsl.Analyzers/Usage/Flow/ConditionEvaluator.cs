using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What comparisons and patterns tell of machines.</summary>
internal sealed class ConditionEvaluator(BodyContext context)
{
    /// <summary>A comparison of two values.</summary>
    public FlowValue? Compare(FlowState state, IBinaryOperation operation, FlowValue? left, FlowValue? right)
    {
        if (operation.OperatorMethod is not null)
        {
            return null;
        }

        if (PatternReader.Comparison(operation.OperatorKind) is not { } compare)
        {
            return Combine(operation.OperatorKind, left, right);
        }

        if (left is not StateValue && right is not StateValue)
        {
            context.Tests.VisitUnknown(operation.Syntax, operation.LeftOperand.Type);
        }

        if (left is StateValue l && PatternReader.NumberIn(operation.RightOperand) is { } bound)
        {
            return TestState(state, l, machine => machine.StatesWhere(number => compare(number, bound)), operation);
        }

        if (right is StateValue r && PatternReader.NumberIn(operation.LeftOperand) is { } limit)
        {
            return TestState(state, r, machine => machine.StatesWhere(number => compare(limit, number)), operation);
        }

        if ((left is NullValue && IsNotNull(operation.RightOperand)) || (right is NullValue && IsNotNull(operation.LeftOperand)))
        {
            return operation.OperatorKind == BinaryOperatorKind.NotEquals ? BoolValue.True : BoolValue.False;
        }

        var isEquality = operation.OperatorKind == BinaryOperatorKind.Equals;
        if (!isEquality && operation.OperatorKind != BinaryOperatorKind.NotEquals)
        {
            return null;
        }

        var result = left is NullValue ? IsNull(right)
            : right is NullValue ? IsNull(left)
            : left is BoolValue tested && BoolIn(operation.RightOperand) is { } expected ? (expected ? tested : tested.Negated())
            : right is BoolValue testedRight && BoolIn(operation.LeftOperand) is { } wanted ? (wanted ? testedRight : testedRight.Negated())
            : null;
        return isEquality ? result : result?.Negated();
    }

    /// <summary>Two booleans, combined without a branch.</summary>
    public static BoolValue? Combine(BinaryOperatorKind kind, FlowValue? left, FlowValue? right) => kind switch
    {
        BinaryOperatorKind.And => BoolValue.And(left as BoolValue, right as BoolValue),
        BinaryOperatorKind.Or => BoolValue.Or(left as BoolValue, right as BoolValue),
        BinaryOperatorKind.ExclusiveOr => BoolValue.ExclusiveOr(left as BoolValue, right as BoolValue),
        _ => null,
    };

    /// <summary>A test for null.</summary>
    public static BoolValue? IsNull(FlowValue? value) => value switch
    {
        NullValue => BoolValue.True,
        ObjectValue { MayBeNull: false } or StateValue { MayBeNull: false } => BoolValue.False,
        ObjectValue machine => new BoolValue(BoolValue.Anything, BoolValue.Anything, new NullTest(machine.Object, Outcome: true)),
        _ => null,
    };

    /// <summary>A test of a type. Only of exceptions is it known.</summary>
    public static BoolValue? IsType(FlowValue? value, IIsTypeOperation test)
    {
        var result = value is ExceptionValue exception ? IsType(exception, test.TypeOperand) : null;
        return test.IsNegated ? result?.Negated() : result;
    }

    private static BoolValue? IsType(ExceptionValue exception, ITypeSymbol type) => exception.Thrown.FitOf(type) switch
    {
        Fit.Yes => BoolValue.True,
        Fit.No => BoolValue.False,
        _ => null,
    };

    /// <summary>A value is matched with a pattern; the variables that the pattern declares get their values.</summary>
    public FlowValue? Match(FlowState state, FlowValue? value, IIsPatternOperation match)
    {
        var pattern = match.Pattern;
        if (value is not (ObjectValue or StateValue))
        {
            context.Tests.VisitUnknown(match.Syntax, match.Value.Type);
        }

        Declare(state, pattern, value);
        switch (value)
        {
            case StateValue { MayBeNull: true } when !PatternReader.NeverFitsNull(pattern):
                context.Tests.VisitUnknown(match.Syntax, match.Value.Type);
                return null;
            case StateValue tested:
                return TestState(state, tested, PatternReader.OfState(pattern, context.MachineOf(tested.Object)), PatternReader.NamesStates(pattern), match.Syntax);
            case ObjectValue tested when PatternReader.IsNullConstant(pattern):
                return IsNull(tested);
            case ObjectValue tested when pattern is INegatedPatternOperation { Pattern: var inner } && PatternReader.IsNullConstant(inner):
                return IsNull(tested)?.Negated();
            case ObjectValue tested:
                return TestMachine(state, tested, pattern, match.Syntax);
            case BoolValue tested when pattern is IConstantPatternOperation { Value: var expected } && BoolIn(expected) is { } wanted:
                return wanted ? tested : tested.Negated();
            case ExceptionValue exception when pattern is ITypePatternOperation typed:
                return IsType(exception, typed.MatchedType);
            case ExceptionValue exception when pattern is IDeclarationPatternOperation { MatchedType: { } declared }:
                return IsType(exception, declared);
            case NullValue when PatternReader.NullFits(pattern) is { } fits:
                return fits ? BoolValue.True : BoolValue.False;
            default:
                return null;
        }
    }

    /// <summary>True when a pattern reads members that are not those of machines: the user's code runs.</summary>
    public bool ReadsOtherMembers(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => ReadsOtherMembers(negated.Pattern),
        IBinaryPatternOperation binary => ReadsOtherMembers(binary.LeftPattern) || ReadsOtherMembers(binary.RightPattern),
        IRecursivePatternOperation recursive => recursive.DeconstructSymbol is not null
            || recursive.DeconstructionSubpatterns.Any(ReadsOtherMembers)
            || recursive.PropertySubpatterns.Any(property =>
                (property.Member is IPropertyReferenceOperation read && context.Catalog.MemberOf(read.Property) is null)
                || ReadsOtherMembers(property.Pattern)),
        IListPatternOperation => true,
        _ => false,
    };

    /// <summary>True when a pattern that a machine is matched with asks for its state.</summary>
    public bool ReadsMachine(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => ReadsMachine(negated.Pattern),
        IBinaryPatternOperation binary => ReadsMachine(binary.LeftPattern) || ReadsMachine(binary.RightPattern),
        IRecursivePatternOperation recursive => recursive.PropertySubpatterns.Any(property =>
            property.Member is IPropertyReferenceOperation read && context.Catalog.MemberOf(read.Property) is not null),
        _ => false,
    };

    /// <summary>Where there is no machine, what is said of its states is neither true nor false; but the side that null takes can be reached.</summary>
    private BoolValue TestMachine(FlowState state, ObjectValue tested, IPatternOperation pattern, SyntaxNode syntax)
    {
        var fact = PatternReader.OfMachine(pattern, context.MachineOf(tested.Object));
        var now = state.FactsOf(tested.Object);
        var (match, fail) = (Positive(now, fact.Match, PatternReader.NamesStates(pattern)), now.And(fact.Fail));
        var fitsNull = PatternReader.FitsNull(pattern);
        var result = BoolValue.Test(
            tested.Object,
            match.Rows.IsEmpty && tested.MayBeNull && fitsNull ? now : match,
            fail.Rows.IsEmpty && tested.MayBeNull && !fitsNull ? now : fail);
        context.Tests.Visit(syntax, tested.Object, now, fact, result);
        return result;
    }

    private BoolValue TestState(FlowState state, StateValue tested, System.Func<MachineType, StateSet> fits, IBinaryOperation operation)
    {
        var machine = context.MachineOf(tested.Object);
        var set = fits(machine);
        var fact = new PatternFact(set, machine.Table.All - set);

        // A missing state differs from every state, and no other comparison holds for it.
        return operation.OperatorKind == BinaryOperatorKind.NotEquals
            ? TestState(state, tested, fact.Negated, namesStates: true, operation.Syntax, isNegated: true).Negated()
            : TestState(state, tested, fact, namesStates: operation.OperatorKind == BinaryOperatorKind.Equals, operation.Syntax);
    }

    private BoolValue TestState(
        FlowState state, StateValue tested, PatternFact fact, bool namesStates, SyntaxNode syntax, bool isNegated = false)
    {
        var now = state.FactsOf(tested.Object);
        var result = BoolValue.Test(tested.Object, Positive(now, fact.Match, namesStates), tested.MayBeNull ? now : now.And(fact.Fail));
        context.Tests.Visit(syntax, tested.Object, now, isNegated ? fact.Negated : fact, isNegated ? result.Negated() : result);
        return result;
    }

    /// <summary>Who asks for certain states by name takes each of them as possible.</summary>
    private static ObjectFacts Positive(ObjectFacts now, StateSet states, bool namesStates)
    {
        var match = now.And(states);
        return namesStates && match.States != now.Machine.All ? match.AsTested() : match;
    }

    private void Declare(FlowState state, IPatternOperation pattern, FlowValue? value, bool isWhole = true)
    {
        var (declared, isTyped) = pattern switch
        {
            IDeclarationPatternOperation declaration => (declaration.DeclaredSymbol, !declaration.MatchesNull),
            IRecursivePatternOperation recursive => (recursive.DeclaredSymbol, true),
            IListPatternOperation list => (list.DeclaredSymbol, true),
            _ => (null, false),
        };
        if (declared is not null && context.Places.Of(declared) is >= 0 and var place)
        {
            state.Set(place, !isWhole ? null : value is ObjectValue machine && isTyped ? machine with { MayBeNull = false } : value);
        }

        switch (pattern)
        {
            case INegatedPatternOperation negated:
                Declare(state, negated.Pattern, value, isWhole);
                break;
            case IBinaryPatternOperation binary:
                Declare(state, binary.LeftPattern, value, isWhole);
                Declare(state, binary.RightPattern, value, isWhole);
                break;
            case IRecursivePatternOperation or IListPatternOperation or ISlicePatternOperation or IPropertySubpatternOperation:
                foreach (var inner in pattern.ChildOperations)
                {
                    DeclareInside(state, inner);
                }

                break;
        }
    }

    private void DeclareInside(FlowState state, IOperation operation)
    {
        if (operation is IPatternOperation pattern)
        {
            Declare(state, pattern, null, isWhole: false);
        }
        else if (operation is IPropertySubpatternOperation property)
        {
            Declare(state, property.Pattern, null, isWhole: false);
        }
    }

    private static bool IsNotNull(IOperation operation)
    {
        while (!operation.ConstantValue.HasValue && operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation.ConstantValue is { HasValue: true, Value: not null };
    }

    private static bool? BoolIn(IOperation operation)
    {
        while (!operation.ConstantValue.HasValue && operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation.ConstantValue is { HasValue: true, Value: bool value } ? value : null;
    }
}
