using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Fields;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>The transfer function: what one operation of the graph does to what is known, and what is known of its value. Kinds that it does not
/// know do what is worst: they hand what they hold to others.</summary>
internal sealed class OperationEvaluator
{
    private readonly BodyContext _context;
    private readonly MachineMoves _moves;
    private readonly EventEvaluator _events;
    private readonly ConditionEvaluator _conditions;
    private readonly CallEvaluator _calls;
    private readonly AssignmentEvaluator _assignments;
    private readonly NestedFunctions _nested;
    private readonly ContractPromises _promises;
    private readonly WrapperEvaluator _wrappers;

    public OperationEvaluator(BodyContext context)
    {
        _context = context;
        _moves = new MachineMoves(context, new MemberMoves(context));
        _events = new EventEvaluator(context, _moves);
        _wrappers = new WrapperEvaluator(context, _moves);
        _conditions = new ConditionEvaluator(context);
        _nested = new NestedFunctions(context);
        _promises = new ContractPromises(context, _moves);
        var contracts = new ContractCalls(context, _moves);
        _calls = new CallEvaluator(context, _moves, _events, new SummaryCalls(context, _moves), new LocalFunctionCalls(context, _nested), _nested, contracts, _promises, _wrappers, this);
        _assignments = new AssignmentEvaluator(context, _moves, contracts, _wrappers, this);
    }

    /// <summary>Evaluates an operation and its operands, in order.</summary>
    /// <returns>What is known of its value; null for nothing.</returns>
    public FlowValue? Evaluate(IOperation? operation, FlowState state)
    {
        if (operation is null || state.IsDead)
        {
            return null;
        }

        _context.Budget.Spend();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
        {
            return constant switch { null => NullValue.Instance, true => BoolValue.True, false => BoolValue.False, _ => null };
        }

        switch (operation)
        {
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation, state);
            case ILocalReferenceOperation or IParameterReferenceOperation:
                return Read(operation, state);
            case IFieldReferenceOperation or IPropertyReferenceOperation when _context.Places.OfVariable(operation) >= 0:
                return Read(operation, state);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self:
                if (!SelfUses.IsReceiver(self))
                {
                    _context.Exposure.See(state);
                }

                return state.Get(_context.Places.ThisPlace);
            case IFlowCaptureOperation capture:
                state.Set(_context.Places.Of(capture.Id), Evaluate(capture.Value, state));
                return null;
            case IFlowCaptureReferenceOperation reference:
                return Taken(state.Get(_context.Places.Of(reference.Id)), state);
            case IDefaultValueOperation { Type: { } type }:
                return type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? NullValue.Instance
                    : type.SpecialType == SpecialType.System_Boolean ? BoolValue.False
                    : null;
            case IInvocationOperation call:
                return _calls.Invoke(call, state);
            case IObjectCreationOperation creation:
                return _calls.Create(creation, state);
            case IPropertyReferenceOperation property:
                return _calls.ReadProperty(property, state);
            case IFieldReferenceOperation field:
                return ReadField(field, state);
            case ISimpleAssignmentOperation assignment:
                return _assignments.Assign(assignment, state);
            case ICompoundAssignmentOperation or IIncrementOrDecrementOperation or IDeconstructionAssignmentOperation or IEventAssignmentOperation:
                return _assignments.AssignOtherwise(operation, state);
            case IConversionOperation conversion:
                return Convert(conversion, state);
            case IAwaitOperation awaited:
                return Await(awaited, state);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return (Evaluate(not.Operand, state) as BoolValue)?.Negated();
            case IIsNullOperation test:
                return ConditionEvaluator.IsNull(Evaluate(test.Operand, state));
            case IBinaryOperation binary:
                return Binary(binary, state);
            case IIsPatternOperation match:
                return Match(match, state);
            case IIsTypeOperation test:
                return ConditionEvaluator.IsType(Evaluate(test.ValueOperand, state), test);
            case ICaughtExceptionOperation:
                return _context.CaughtPlace >= 0 ? state.Get(_context.CaughtPlace) : null;
            case IFlowAnonymousFunctionOperation lambda:
                _nested.LoseCaptures(state, lambda);
                return null;
            case IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction }:
                _nested.LoseLocalFunctionCaptures(state);
                return null;
            case INameOfOperation or ITypeOfOperation or ISizeOfOperation or ILiteralOperation or IInstanceReferenceOperation
                or IDeclarationExpressionOperation or IDiscardOperation:
                return null;
            case IArgumentOperation argument:
                return Evaluate(argument.Value, state);
            default:
                return EvaluateUnknown(operation, state);
        }
    }

    /// <summary>The operands of an operation whose meaning is not followed: what they hold is known to others from here on.</summary>
    public FlowValue? EvaluateUnknown(IOperation operation, FlowState state)
    {
        var isDynamic = operation is IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicObjectCreationOperation
            or IDynamicIndexerAccessOperation or IFunctionPointerInvocationOperation;
        if (operation is IAddressOfOperation address)
        {
            Lose(_context.Places.OfVariable(address.Reference), state);
        }

        var tasks = new List<PendingValue>();
        foreach (var child in operation.ChildOperations)
        {
            var value = Evaluate(child, state);
            if (value is PendingValue pending)
            {
                tasks.Add(pending);
                continue;
            }

            state.Escape(value);
            if (isDynamic)
            {
                _moves.Surrender(state, value);
                Lose(_context.Places.OfVariable(child), state);
            }
        }

        // Whoever has them may await them, but only when all of them have been raised.
        tasks.ForEach(state.Escape);
        if (operation.Kind == OperationKind.None)
        {
            _nested.LoseMentioned(state, operation.Syntax);
        }

        var mayCall = isDynamic || operation is IReturnOperation || operation.Kind == OperationKind.None
            || operation is IUnaryOperation { OperatorMethod: not null };
        if (mayCall)
        {
            _moves.RunUnseenCode(state);
        }

        if (operation is not (IFieldReferenceOperation or IArrayCreationOperation or IArrayInitializerOperation or ITupleOperation or IDelegateCreationOperation))
        {
            _context.Throw(state);
        }

        return null;
    }

    private FlowValue? ReadField(IFieldReferenceOperation field, FlowState state)
    {
        var owner = Evaluate(field.Instance, state);
        if (owner is ObjectValue { Within: not null })
        {
            return WrapperEvaluator.MachineIn(owner, field.Field);
        }

        state.Escape(owner);
        return ContractReads.Read(_context, field, state);
    }

    private FlowValue? Read(IOperation variable, FlowState state)
    {
        var place = _context.Places.OfVariable(variable);
        if (place < 0 || state.IsLost(place))
        {
            return null;
        }

        if (state.Get(place) is { } known)
        {
            return Taken(known, state);
        }

        var wrapper = _wrappers.FieldOfForeign(variable.Type);
        if ((wrapper?.Machine ?? _context.Catalog.MachineOf(variable.Type)) is not { } machine || _context.Objects.NumberOf(place, machine) is not (>= 0 and var @object))
        {
            return null;
        }

        // A variable that holds an unknown machine: tests and events tell about it from here on.
        state.Renew(@object, wrapper is null
            ? ObjectFacts.Foreign(machine.Table, _context.UnknownRows(machine, ("read", place)))
            : WrapperEvaluator.Unknown(wrapper, _context, ("read", place)));
        var value = new ObjectValue(@object, MayBeNull: true, wrapper?.Field);
        state.Set(place, value);
        return value;
    }

    /// <summary>Whoever reads a task from a variable sees to it.</summary>
    private static FlowValue? Taken(FlowValue? value, FlowState state)
    {
        state.Escape(value as PendingValue);
        return value;
    }

    private FlowValue? Convert(IConversionOperation conversion, FlowState state)
    {
        var value = Evaluate(conversion.Operand, state);
        if (conversion.OperatorMethod is { } method)
        {
            _moves.Surrender(state, value);
            _moves.RunMethod(state, method);
            _context.Throw(state);
            return null;
        }

        switch (value)
        {
            case ObjectValue machine when conversion.Type is { IsReferenceType: true } and not IDynamicTypeSymbol:
                return conversion.IsTryCast ? machine with { MayBeNull = true } : machine;
            case StateValue or BoolValue when conversion.Type is INamedTypeSymbol type
                && (SymbolEqualityComparer.Default.Equals(type, conversion.Operand.Type)
                    || (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
                        && SymbolEqualityComparer.Default.Equals(type.TypeArguments[0], conversion.Operand.Type))):
                return value;
            case NullValue:
            case ExceptionValue:
            case PendingValue when Awaitable.Is(conversion.Type):
                return value;
            default:
                state.Escape(value);
                return null;
        }
    }

    private FlowValue? Await(IAwaitOperation awaited, FlowState state)
    {
        var value = Evaluate(awaited.Operation, state);
        if (value is PendingValue pending)
        {
            return _events.Await(state, pending);
        }

        // What nobody can await may be over, and others run meanwhile; in a call that is followed they have. What is known of the result goes along.
        EndDropped(state);
        var place = _context.Places.Reserved("awaited");
        state.Set(place, value);
        if (CallIn(awaited.Operation)?.Syntax is not { } call || call != _context.AppliedCall)
        {
            _moves.RunUnseenCode(state);
            _context.Throw(state);
        }

        value = state.Get(place);
        state.Set(place, null);
        return _promises.Await(awaited, value, state);
    }

    /// <summary>Tasks that no variable holds may be done when something else has been awaited.</summary>
    private static void EndDropped(FlowState state)
    {
        var held = Enumerable.Range(0, state.PlaceCount).Select(state.Get).OfType<PendingValue>().Select(pending => pending.Object).ToArray();
        foreach (var @object in state.Objects().Except(held).ToArray())
        {
            state.SetPending(@object, null);
        }
    }

    private static IInvocationOperation? CallIn(IOperation awaited)
    {
        while (awaited is IConversionOperation conversion)
        {
            awaited = conversion.Operand;
        }

        return awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } ? CallIn(task) : awaited as IInvocationOperation;
    }

    private FlowValue? Binary(IBinaryOperation binary, FlowState state)
    {
        var left = Evaluate(binary.LeftOperand, state);
        var right = Evaluate(binary.RightOperand, state);
        if (state.IsDead)
        {
            return null;
        }

        if (binary.OperatorMethod is { } method)
        {
            _moves.Surrender(state, left);
            _moves.Surrender(state, right);
            _moves.RunMethod(state, method);

            _context.Throw(state);
            return null;
        }

        return _conditions.Compare(state, binary, left, right);
    }

    private FlowValue? Match(IIsPatternOperation match, FlowState state)
    {
        var value = Evaluate(match.Value, state);
        if (state.IsDead)
        {
            return null;
        }

        if (value is ObjectValue { Within: not null } && match.Pattern.DescendantsAndSelf().Any(part => part is IRecursivePatternOperation { PropertySubpatterns.IsEmpty: false } or IListPatternOperation))
        {
            // It reads properties of the object, or its machine by way of a field.
            _moves.Surrender(state, value);
            _moves.RunUnseenCode(state);
            return _conditions.Match(state, null, match);
        }

        if (_conditions.ReadsOtherMembers(match.Pattern))
        {
            _moves.Surrender(state, value);
            _moves.RunUnseenCode(state);
            _context.Throw(state);
        }

        if (value is ObjectValue { Object: var asked } && _conditions.ReadsMachine(match.Pattern))
        {
            _context.Overlaps.Use(state, asked, match.Pattern.Syntax, match.Pattern.Syntax.ToString());
        }

        var read = value is ObjectValue { Object: var @object } ? _moves.Observe(state, @object) : null;
        return read is { States.IsEmpty: true } ? null : _conditions.Match(state, value, match);
    }

    private static void Lose(int place, FlowState state)
    {
        if (place >= 0)
        {
            state.Lose(place);
        }
    }
}
