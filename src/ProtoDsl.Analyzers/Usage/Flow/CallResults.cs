using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Messages;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What is known of the result of a call, from the callee's summary.</summary>
internal sealed class CallResults(BodyContext context, CallMoves effects)
{
    /// <summary>What is known of it; the machines are still as they were before the call.</summary>
    public FlowValue? Of(
        IOperation call, IMethodSymbol method, MethodSummary summary, IReadOnlyList<MatchedEffect> matched, FlowState state)
    {
        if (summary.Result is { } returned)
        {
            return Returned(call, method, returned, matched, state);
        }

        if (summary.Answer is { } answer)
        {
            return answer ? BoolValue.True : BoolValue.False;
        }

        if (call is IObjectCreationOperation || Awaitable.ResultOf(method.ReturnType).SpecialType != SpecialType.System_Boolean)
        {
            return null;
        }

        var (whenTrue, whenFalse) = (BoolValue.Anything, BoolValue.Anything);
        var (canBeTrue, canBeFalse) = (true, true);
        foreach (var (effect, machine, _) in matched)
        {
            var before = state.FactsOf(machine.Object);
            var onTrue = effects.After(before, effect, effect.WhenTrue, method, call.Syntax);
            var onFalse = effects.After(before, effect, effect.WhenFalse, method, call.Syntax);
            (canBeTrue, canBeFalse) = (canBeTrue && !onTrue.Rows.IsEmpty, canBeFalse && !onFalse.Rows.IsEmpty);
            whenTrue = whenTrue.SetItem(machine.Object, onTrue);
            whenFalse = whenFalse.SetItem(machine.Object, onFalse);
        }

        var test = new BoolValue(canBeTrue ? whenTrue : null, canBeFalse ? whenFalse : null);
        return test.IsTrivial || (!canBeTrue && !canBeFalse) ? null : test;
    }

    private FlowValue? Returned(
        IOperation call, IMethodSymbol method, ReturnedMachine returned, IReadOnlyList<MatchedEffect> matched, FlowState state)
    {
        if (returned.Parameter >= 0)
        {
            var match = matched.FirstOrDefault(match => match.Effect.Subject is { Kind: SubjectKind.Parameter } subject && subject.Ordinal == returned.Parameter);
            return match.Machine is { } machine ? machine with { MayBeNull = machine.MayBeNull || returned.MayBeNull } : null;
        }

        var wrapper = context.Model.Program.Wrappers.FieldOf(call.Type is { } result ? Awaitable.ResultOf(result) : null, context.Budget.CancellationToken);
        if (call.Type is not { } type
            || (wrapper?.Machine ?? context.Catalog.MachineOf(Awaitable.ResultOf(type))) is not { } made
            || returned.States.IsEmpty
            || context.Objects.NumberOf(call.Syntax, made) is not (>= 0 and var @object))
        {
            return null;
        }

        var trail = default(Trail);
        var name = method.Name;
        foreach (var made1 in returned.States)
        {
            trail = trail.With(new TrailStep(TrailKind.Returned, made1, name, call.Syntax, null));
        }

        var facts = new ObjectFacts(made.Table, StateRows.Known(context.Origins.Of(wrapper is null ? call.Syntax : ("wrapper", call.Syntax), OriginKind.Known, made.Table), returned.States), trail);
        context.Finishing.MakeAgain(state, @object, call);
        state.Renew(@object, returned.IsOwned ? facts : facts.AsEscaped());
        if (returned.MayBeNull)
        {
            // There may be nothing to finish.
            context.Finishing.Excuse(state, @object);
        }

        return new ObjectValue(@object, returned.MayBeNull, wrapper?.Field);
    }
}
