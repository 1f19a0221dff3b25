using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>The arguments of calls and creations.</summary>
internal sealed class ArgumentEvaluator(BodyContext context, MachineMoves moves, ContractPromises promises, OperationEvaluator evaluator)
{
    /// <summary>Their values, in the order in which they stand.</summary>
    public List<PassedArgument> Evaluate(IReadOnlyCollection<IArgumentOperation> arguments, FlowState state)
    {
        var passed = new List<PassedArgument>();
        foreach (var argument in arguments)
        {
            var isOut = argument.Parameter?.RefKind == RefKind.Out;
            passed.Add(new PassedArgument(argument, isOut ? null : evaluator.Evaluate(argument.Value, state)));
        }

        // Whoever is handed a task may await it, but only when all that it is handed has been raised.
        passed.ForEach(argument => state.Escape(argument.Value as PendingValue));
        return passed;
    }

    /// <summary>They are handed to code that is not followed.</summary>
    public void Pass(IReadOnlyCollection<PassedArgument> arguments, IMethodSymbol? method, bool isMember, FlowState state)
    {
        foreach (var argument in arguments)
        {
            if (!state.IsDead)
            {
                PassOne(argument, method, isMember, state);
            }
        }
    }

    /// <summary>An argument is handed to code that is not followed.</summary>
    private void PassOne(PassedArgument passed, IMethodSymbol? method, bool isMember, FlowState state)
    {
        if (promises.LeavesAlone(passed))
        {
            return;
        }

        var (argument, value) = passed;
        state.Escape(value);
        if (value is ObjectValue { Object: var @object }
            && state.Knows(@object)
            && (isMember || (value is ObjectValue { Within: not null } && method is not null && !CallEffects.OnlyLooks(method)) || CallEffects.MayMove(method, argument.Parameter, context.MachineOf(@object), context.Catalog.Compilation)))
        {
            moves.Surrender(state, value);
        }

        if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out && context.Places.OfVariable(context.Places.TargetOf(argument.Value)) is >= 0 and var place)
        {
            moves.Surrender(state, value);
            WriteThroughReference(place, method, state);
        }
    }

    private static void WriteThroughReference(int place, IMethodSymbol? method, FlowState state)
    {
        var mayKeepReference = method is null
            || method.ReturnsByRef
            || method.ReturnsByRefReadonly
            || method.ReturnType.IsRefLikeType
            || method.ContainingType.IsRefLikeType;
        if (mayKeepReference)
        {
            state.Lose(place);
        }
        else
        {
            state.Set(place, null);
        }
    }
}
