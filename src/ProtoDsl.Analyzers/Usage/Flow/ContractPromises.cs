using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Contracts;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What attributes say of machines after a call: of those that were handed over, and of the one that comes back. Where it is known what the callee
/// does, that is what happens, and the attributes tell the rest.</summary>
internal sealed class ContractPromises(BodyContext context, MachineMoves moves)
{
    private ContractCatalog Contracts => context.Model.Contracts;

    /// <summary>True for an argument that the callee leaves as it is.</summary>
    public bool LeavesAlone(PassedArgument passed) =>
        passed is { Value: ObjectValue, Argument.Parameter: { RefKind: not (RefKind.Ref or RefKind.Out) } parameter } && Contracts.Of(parameter).IsUnchanged;

    /// <summary>The machines that the callee leaves as they are.</summary>
    public ICollection<int> Untouched(IEnumerable<PassedArgument> arguments) =>
        arguments.Where(LeavesAlone).Select(passed => passed.Value).OfType<ObjectValue>().Select(machine => machine.Object).ToArray();

    /// <summary>A call has returned.</summary>
    /// <param name="call">The call or creation.</param>
    /// <param name="method">What was called.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="result">What is known of the result.</param>
    /// <param name="isFollowed">True where it is known what the callee does.</param>
    /// <param name="state">What is known; changed.</param>
    /// <returns>What is known of the result now.</returns>
    public FlowValue? Keep(
        IOperation call, IMethodSymbol method, IReadOnlyCollection<PassedArgument> arguments, FlowValue? result, bool isFollowed, FlowState state)
    {
        if (state.IsDead)
        {
            return null;
        }

        context.Finishing.HandOver(state, arguments);
        if (!SummaryCalls.IsFollowedToItsEnd(call, method))
        {
            return result;
        }

        var promises = PromisesOf(call, arguments, isFollowed, state);
        if (!isFollowed && Awaitable.Is(method.ReturnType))
        {
            // Kept when the task is done.
            foreach (var promise in promises)
            {
                state.Set(PlaceOf(call, promise.Parameter), new ObjectValue(promise.Object, MayBeNull: true));
            }

            return result ?? Returned(call, method, state);
        }

        return result ?? Fulfil(call, method, promises, state) ?? Returned(call, method, state);
    }

    /// <summary>A task has been awaited, perhaps one of a call that has promised something.</summary>
    public FlowValue? Await(IAwaitOperation awaited, FlowValue? result, FlowState state)
    {
        var operation = awaited.Operation;
        while (operation is IConversionOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: not null })
        {
            operation = operation is IInvocationOperation wrapper ? wrapper.Instance : ((IConversionOperation)operation).Operand;
        }

        if (operation is not IInvocationOperation call || state.IsDead)
        {
            return result;
        }

        var promises = new List<Promise>();
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && ContractOf(parameter) is { } contract && state.Get(PlaceOf(call, parameter)) is ObjectValue { Object: var @object })
            {
                promises.Add(new Promise(parameter, contract, @object, contract.IsUnchanged, IsFollowed: false));
                state.Set(PlaceOf(call, parameter), null);
            }
        }

        var test = Fulfil(call, call.TargetMethod, promises, state);
        return result ?? test;
    }

    private int PlaceOf(IOperation call, IParameterSymbol parameter) => context.Places.Reserved(("promised", call.Syntax, parameter.Ordinal));

    /// <summary>What is promised of a parameter's state; null for nothing.</summary>
    private ParameterContract? ContractOf(IParameterSymbol parameter) =>
        context.Catalog.MachineOf(parameter.Type) is not null
        && Contracts.Of(parameter) is { } contract
        && (contract.Ensured ?? contract.EnsuredWhenTrue ?? contract.EnsuredWhenFalse) is not null
            ? contract
            : null;

    private List<Promise> PromisesOf(IOperation call, IReadOnlyCollection<PassedArgument> arguments, bool isFollowed, FlowState state)
    {
        var promises = new List<Promise>();
        foreach (var (argument, value) in arguments)
        {
            if (argument.Parameter is not { } parameter || ContractOf(parameter) is not { } contract)
            {
                continue;
            }

            var isReference = parameter.RefKind is RefKind.Ref or RefKind.Out;
            var now = isReference ? VariableOf(argument) is >= 0 and var place ? state.Get(place) : null : value;
            if (now is ObjectValue machine && state.Knows(machine.Object))
            {
                promises.Add(new Promise(parameter, contract, machine.Object, isFollowed || contract.IsUnchanged, isFollowed));
            }
            else if (isReference && HandedBack(call, argument, parameter, state) is { } @object)
            {
                promises.Add(new Promise(parameter, contract, @object, IsKnown: false, isFollowed));
            }
        }

        return promises;
    }

    /// <summary>The machine that a variable holds after it was handed over by reference.</summary>
    private int? HandedBack(IOperation call, IArgumentOperation argument, IParameterSymbol parameter, FlowState state)
    {
        if (context.Catalog.MachineOf(parameter.Type) is not { } machine
            || VariableOf(argument) is not (>= 0 and var place)
            || state.IsLost(place)
            || context.Objects.NumberOf(("handed back", call.Syntax, parameter.Ordinal), machine) is not (>= 0 and var @object))
        {
            return null;
        }

        state.Renew(@object, ObjectFacts.Foreign(machine.Table, context.UnknownRows(machine, ("handed back", parameter.Ordinal))));
        state.Set(place, new ObjectValue(@object, MayBeNull: true));
        return @object;
    }

    private int VariableOf(IArgumentOperation argument) => context.Places.OfVariable(context.Places.TargetOf(argument.Value));

    private BoolValue? Fulfil(IOperation call, IMethodSymbol method, List<Promise> promises, FlowState state)
    {
        var (whenTrue, whenFalse) = (BoolValue.Anything, BoolValue.Anything);
        var (canBeTrue, canBeFalse) = (true, true);
        foreach (var promise in promises)
        {
            if (state.IsDead)
            {
                return null;
            }

            var (onTrue, onFalse) = promise.IsKnown ? Narrow(promise, state) : Believe(call, method, promise, state);
            (canBeTrue, canBeFalse) = (canBeTrue && !onTrue.Rows.IsEmpty, canBeFalse && !onFalse.Rows.IsEmpty);
            whenTrue = whenTrue.SetItem(promise.Object, onTrue);
            whenFalse = whenFalse.SetItem(promise.Object, onFalse);
        }

        var isAnswered = MachinePlaces.ReturnsBoolean(method) && promises.Any(promise => (promise.Contract.EnsuredWhenTrue ?? promise.Contract.EnsuredWhenFalse) is not null);
        return isAnswered && (canBeTrue || canBeFalse) ? new BoolValue(canBeTrue ? whenTrue : null, canBeFalse ? whenFalse : null) : null;
    }

    /// <summary>What is known stays so, as far as it agrees with what is promised.</summary>
    private (ObjectFacts OnTrue, ObjectFacts OnFalse) Narrow(Promise promise, FlowState state)
    {
        var contract = promise.Contract;
        var facts = moves.Observe(state, promise.Object);
        var kept = And(facts, contract.Ensured);
        if (kept.Rows.IsEmpty && promise.IsFollowed)
        {
            // Not kept, which is said where that is.
            return (facts, facts);
        }

        state.Refine(promise.Object, kept);
        return (And(kept, contract.EnsuredWhenTrue), And(kept, contract.EnsuredWhenFalse));
    }

    private static ObjectFacts And(ObjectFacts facts, StateSet? states) => states is { } some ? facts.And(some) : facts;

    /// <summary>Only what is promised is known.</summary>
    private (ObjectFacts OnTrue, ObjectFacts OnFalse) Believe(IOperation call, IMethodSymbol method, Promise promise, FlowState state)
    {
        var contract = promise.Contract;
        var before = state.FactsOf(promise.Object);
        if ((contract.EnsuredWhenTrue ?? contract.EnsuredWhenFalse) is null)
        {
            var after = In(contract.Ensured, null);
            state.Replace(promise.Object, after);
            return (after, after);
        }

        // Each outcome has rows of its own, so that the test tells them apart.
        var (onTrue, onFalse) = (In(Both(contract.Ensured, contract.EnsuredWhenTrue), true), In(Both(contract.Ensured, contract.EnsuredWhenFalse), false));
        state.Replace(promise.Object, ObjectFacts.Join(onTrue, onFalse));
        return (onTrue, onFalse);

        ObjectFacts In(StateSet? states, bool? outcome)
        {
            var table = before.Machine;
            var origin = context.Origins.Of(("promised", call.Syntax, promise.Parameter.Ordinal, outcome), states is null ? OriginKind.Unknown : OriginKind.Declared, table);
            var rows = StateRows.Each(origin, states ?? table.All);
            return before.Forgotten(rows).In(rows, states is { } named ? TrailTo(named, TrailKind.Left, method, call.Syntax) : default);
        }
    }

    private static StateSet? Both(StateSet? left, StateSet? right) => left is { } one && right is { } other ? one & other : left ?? right;

    /// <summary>The machine that a call returns, or that its task gives.</summary>
    private FlowValue? Returned(IOperation call, IMethodSymbol method, FlowState state)
    {
        if (call is not IInvocationOperation || state.IsDead || Contracts.OfReturn(method) is not { } contract || context.Objects.NumberOf(call.Syntax, contract.Machine) is not (>= 0 and var @object))
        {
            return null;
        }

        var origin = context.Origins.Of(call.Syntax, OriginKind.Declared, contract.Machine.Table);
        var rows = StateRows.Each(origin, contract.States);
        var facts = ObjectFacts.Foreign(contract.Machine.Table, rows).In(rows, TrailTo(contract.States, TrailKind.Returned, method, call.Syntax));
        state.Renew(@object, facts.WithMessages(contract.Machine.Table.CanDefer));
        return new ObjectValue(@object, MayBeNull: true);
    }

    private static Trail TrailTo(StateSet states, TrailKind kind, IMethodSymbol method, SyntaxNode site)
    {
        var trail = default(Trail);
        foreach (var state in states)
        {
            trail = trail.With(new TrailStep(kind, state, method.Name, site, null));
        }

        return trail;
    }

    /// <summary>What is promised of one machine.</summary>
    /// <param name="Parameter">As what it was handed over.</param>
    /// <param name="Contract">What attributes say.</param>
    /// <param name="Object">The machine.</param>
    /// <param name="IsKnown">True when more is known of it than what they say.</param>
    /// <param name="IsFollowed">True when it is known what the callee does.</param>
    private sealed record Promise(IParameterSymbol Parameter, ParameterContract Contract, int Object, bool IsKnown, bool IsFollowed);
}
