using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What is written: a variable gets a value, anything else hands the machine to others.</summary>
internal sealed class AssignmentEvaluator(BodyContext context, MachineMoves moves, ContractCalls contracts, WrapperEvaluator wrappers, OperationEvaluator evaluator)
{
    /// <summary><c>target = value</c>.</summary>
    public FlowValue? Assign(ISimpleAssignmentOperation assignment, FlowState state)
    {
        var target = context.Places.TargetOf(assignment.Target);
        EvaluateOperandsOf(assignment.Target, state);
        var value = evaluator.Evaluate(assignment.Value, state);
        if (state.IsDead)
        {
            return null;
        }

        if (assignment.IsRef)
        {
            // Two names for one variable: what one writes, the other reads.
            Lose(context.Places.OfVariable(assignment.Value), state);
            Lose(context.Places.OfVariable(target), state);
            state.Escape(value);
            return null;
        }

        Write(target, assignment.Value, value, state);
        return value;
    }

    /// <summary>Assignments whose value is not followed: <c>+=</c>, <c>++</c>, deconstructions, events.</summary>
    public FlowValue? AssignOtherwise(IOperation operation, FlowState state)
    {
        if (operation is ICompoundAssignmentOperation { OperatorMethod: null, Type.SpecialType: SpecialType.System_Boolean } flag
            && context.Places.OfVariable(flag.Target) is >= 0 and var flagPlace)
        {
            var before = evaluator.Evaluate(flag.Target, state);
            state.Set(flagPlace, ConditionEvaluator.Combine(flag.OperatorKind, before, evaluator.Evaluate(flag.Value, state)));
            return state.Get(flagPlace);
        }

        foreach (var child in operation.ChildOperations)
        {
            var value = evaluator.Evaluate(child, state);
            state.Escape(value);
            if (operation is IEventAssignmentOperation or ICompoundAssignmentOperation { OperatorMethod: not null })
            {
                moves.Surrender(state, value);
            }
        }

        // Deconstruct methods, operators, accessors.
        if (OperatorOf(operation) is not null || !IsArithmetic(operation))
        {
            moves.RunMethod(state, OperatorOf(operation));
        }

        if (operation is not IIncrementOrDecrementOperation { OperatorMethod: null, IsChecked: false, Target: ILocalReferenceOperation or IParameterReferenceOperation })
        {
            context.Throw(state);
        }

        switch (operation)
        {
            case IAssignmentOperation assignment:
                Overwrite(assignment.Target, state);
                break;
            case IIncrementOrDecrementOperation step:
                Overwrite(step.Target, state);
                break;
        }

        return null;
    }

    private void Write(IOperation target, IOperation written, FlowValue? value, FlowState state)
    {
        if (target is IDiscardOperation)
        {
            return;
        }

        if (context.Places.OfVariable(target) is >= 0 and var place)
        {
            if (context.Places.Members.TryGetValue(place, out var member))
            {
                context.Finishing.Excuse(state, value);
                if (!member.IsOwned)
                {
                    state.Escape(value);
                }
            }

            if (target is IParameterReferenceOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out })
            {
                // The caller has it when the body returns.
                context.Finishing.Excuse(state, value);
            }

            state.Set(place, value);
            return;
        }

        contracts.Store(target, written, value, state);
        if (state.IsDead)
        {
            return;
        }

        state.Escape(value);
        if (target is IPropertyReferenceOperation property)
        {
            // A setter is a call.
            var setter = property.Property.SetMethod;
            var compilation = context.Catalog.Compilation;
            if (value is ObjectValue { Object: var @object }
                && (setter is null || CallEffects.MayMove(setter, setter.Parameters[setter.Parameters.Length - 1], context.MachineOf(@object), compilation)))
            {
                moves.Surrender(state, value);
            }

            moves.RunMethod(state, setter);
            context.Throw(state);
        }
    }

    /// <summary>What a target is made of is evaluated before the value; the target itself is not read.</summary>
    private void EvaluateOperandsOf(IOperation target, FlowState state)
    {
        if (target is IPropertyReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation)
        {
            foreach (var operand in target.ChildOperations)
            {
                var value = evaluator.Evaluate(operand, state);
                if (target is IPropertyReferenceOperation property)
                {
                    // The user's own property of a machine, or a machine as an index.
                    wrappers.Surrender(state, value, operand == property.Instance ? property.Property.SetMethod : null);
                }

                if (target is IMemberReferenceOperation { Member: var member } && WrapperEvaluator.MachineIn(value, member) is not null)
                {
                    // It gets another machine.
                    moves.Surrender(state, value);
                }
            }
        }
        else if (context.Places.OfVariable(target) < 0)
        {
            evaluator.Evaluate(target, state);
        }
    }

    /// <summary>True for <c>i++</c> and the like on what is no property: that runs nobody's code.</summary>
    private static bool IsArithmetic(IOperation operation) => operation switch
    {
        ICompoundAssignmentOperation compound => IsNumber(compound.Target),
        IIncrementOrDecrementOperation step => IsNumber(step.Target),
        _ => false,
    };

    private static bool IsNumber(IOperation target) =>
        target is not IPropertyReferenceOperation && target.Type is { SpecialType: not SpecialType.None } or { TypeKind: TypeKind.Enum };

    private static IMethodSymbol? OperatorOf(IOperation operation) => operation switch
    {
        ICompoundAssignmentOperation compound => compound.OperatorMethod,
        IIncrementOrDecrementOperation step => step.OperatorMethod,
        _ => null,
    };

    private void Overwrite(IOperation target, FlowState state)
    {
        target = context.Places.TargetOf(target);
        if (context.Places.OfVariable(target) is >= 0 and var place)
        {
            state.Set(place, null);
            return;
        }

        foreach (var child in target.ChildOperations)
        {
            Overwrite(child, state);
        }
    }

    private static void Lose(int place, FlowState state)
    {
        if (place >= 0)
        {
            state.Lose(place);
        }
    }
}
