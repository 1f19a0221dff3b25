using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Messages;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Calls of methods whose summary is known.</summary>
internal sealed class SummaryCalls(BodyContext context, MachineMoves moves)
{
    private readonly ReferenceArguments _references = new(context);

    /// <summary>Does what the callee does, where that is known.</summary>
    /// <param name="call">The call or creation.</param>
    /// <param name="method">What is called.</param>
    /// <param name="receiver">What is known of the object.</param>
    /// <param name="arguments">The arguments, evaluated.</param>
    /// <param name="state">What is known; changed.</param>
    /// <param name="result">What is known of the result.</param>
    /// <returns>False when nothing is known and nothing was done.</returns>
    public bool TryApply(
        IOperation call, IMethodSymbol method, FlowValue? receiver, IReadOnlyCollection<PassedArgument> arguments, FlowState state, out FlowValue? result)
    {
        result = null;
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!CallEffects.IsOfThisCompilation(definition, context.Catalog.Compilation) || !IsFollowedToItsEnd(call, method))
        {
            return false;
        }

        var summary = context.SummaryOf(definition);
        if (ReferenceEquals(summary, MethodSummary.NeverReturns))
        {
            // A recursion that has not been looked at yet.
            state.Kill();
            return true;
        }

        if (summary.IsOpaque || Match(call, method, summary, receiver, arguments, state) is not { } matched)
        {
            return false;
        }

        context.AppliedCall = call.Syntax;
        result = Apply(call, definition, summary, matched, state);
        if (!state.IsDead)
        {
            _references.Assign(summary, arguments, method.ReducedFrom is null ? 0 : 1, state);
        }

        return true;
    }

    /// <summary>What a task does is done when it is awaited; one that is not awaited at once is not followed.</summary>
    public static bool IsFollowedToItsEnd(IOperation call, IMethodSymbol method)
    {
        if (!Awaitable.Is(method.ReturnType))
        {
            return !method.IsAsync;
        }

        var parent = call.Parent;
        while (parent is IConversionOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return parent is IAwaitOperation;
    }

    /// <summary>Which machine each effect is on; null where a machine is handed over in a way that the summary does not speak of.</summary>
    private List<(SubjectEffect Effect, ObjectValue Machine, IOperation Written)>? Match(
        IOperation call, IMethodSymbol method, MethodSummary summary, FlowValue? receiver, IReadOnlyCollection<PassedArgument> arguments, FlowState state)
    {
        var matched = new List<(SubjectEffect Effect, ObjectValue Machine, IOperation Written)>();
        var shift = method.ReducedFrom is null ? 0 : 1;
        foreach (var effect in summary.Effects)
        {
            var (value, written) = effect.Subject.Kind switch
            {
                SubjectKind.Parameter when shift == 1 && effect.Subject.Ordinal == 0 => (receiver, (call as IInvocationOperation)?.Instance),
                SubjectKind.Parameter => Argument(effect.Subject.Ordinal - shift, arguments),
                SubjectKind.This => (receiver, (call as IInvocationOperation)?.Instance),
                _ when IsOnSameObject(call, method, effect) => (ValueOf(effect, state), call),
                _ => (null, null),
            };
            var matters = effect.Moves || effect.Escapes || !(effect.MayFail | effect.MustFail | effect.DeadEnds).IsEmpty;
            if (value is ObjectValue machine && written is not null && state.Knows(machine.Object) && (matters || effect.Subject.Kind == SubjectKind.Parameter))
            {
                matched.Add((effect, machine, written));
            }
        }

        var values = arguments.Select(argument => argument.Value).Append(receiver).OfType<ObjectValue>().Select(value => value.Object).ToArray();
        var isClear = matched.Where(match => match.Effect.Moves).All(one => matched.Count(other => other.Machine.Object == one.Machine.Object) == 1)
            && !moves.MayBeSame(state, values)
            && !matched.Any(match => match.Effect.Moves && match.Effect.Machine.Table.CanDefer && state.FactsOf(match.Machine.Object).MayHoldMessages)
            && values.All(value => !state.Knows(value) || matched.Any(match => match.Machine.Object == value))
            && matched.All(match => match.Effect.Demanded is not { } demanded || (state.FactsOf(match.Machine.Object).States - demanded).IsEmpty)
            && _references.CanFollow(arguments);
        return isClear ? matched : null;
    }

    /// <summary>A static field is the same wherever the method is called from, another one where it is called on <c>this</c>.</summary>
    private static bool IsOnSameObject(IOperation call, IMethodSymbol method, SubjectEffect effect) =>
        effect.Subject.Member is { IsStatic: true }
        || (!method.IsStatic && call is IInvocationOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } });

    private FlowValue? ValueOf(SubjectEffect effect, FlowState state) =>
        effect.Subject.Member is { } member && context.Places.OfMember(member) is >= 0 and var place ? state.Get(place) : null;

    private static (FlowValue? Value, IOperation? Written) Argument(int ordinal, IReadOnlyCollection<PassedArgument> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Argument.Parameter?.Ordinal == ordinal)
            {
                return (argument.Value, argument.Argument.Value);
            }
        }

        return (null, null);
    }

    private FlowValue? Apply(
        IOperation call, IMethodSymbol method, MethodSummary summary, List<(SubjectEffect Effect, ObjectValue Machine, IOperation Written)> matched, FlowState state)
    {
        var isLegal = true;
        foreach (var (effect, machine, written) in matched)
        {
            isLegal &= Judge(call, method, effect, machine, written, state);
        }

        Throw(method, summary, matched, state);
        if (summary.IsDeadEnd)
        {
            context.DeadEnds.Add(new SiteKey(call.Syntax));
            isLegal &= context.IsAssumedLegal(new SiteKey(call.Syntax));
        }

        if (!summary.Returns || !isLegal)
        {
            state.Kill();
            return null;
        }

        moves.RunMethod(state, method, matched.Select(match => match.Machine.Object).ToArray());
        var result = ResultOf(call, summary, matched, state);
        foreach (var (effect, machine, _) in matched)
        {
            Move(call, method, effect, machine.Object, machine.MayBeNull, state);
        }

        Reassign(summary, call, method, state);

        return state.IsDead || matched.Any(match => context.IsAssumedLegal(new SiteKey(call.Syntax, match.Effect.Subject))) ? null : result;
    }

    /// <summary>False when the callee never gets through and that has not been reported before.</summary>
    private bool Judge(IOperation call, IMethodSymbol method, SubjectEffect effect, ObjectValue machine, IOperation written, FlowState state)
    {
        if ((effect.MayFail | effect.MustFail | effect.DeadEnds).IsEmpty)
        {
            return true;
        }

        var facts = moves.Observe(state, machine.Object);
        var site = context.Sites.At(call.Syntax, method, effect, effect.Subject.Member is { } member ? NameOf(member) : Words.NameOf(written, effect.Machine.Table.Relation.ClassName));
        site.Add(facts);
        return context.IsAssumedLegal(site.Key)
            || !((facts.States - effect.MustFail).IsEmpty || DemandSite.IsDeadEndFrom(effect, facts.States));
    }

    private static string NameOf(ISymbol member) => (member as IFieldSymbol)?.AssociatedSymbol?.Name ?? member.Name;

    /// <summary>A field that the callee has assigned holds another machine.</summary>
    private void Reassign(MethodSummary summary, IOperation call, IMethodSymbol method, FlowState state)
    {
        foreach (var effect in summary.Effects.Where(effect => effect.IsReplaced && IsOnSameObject(call, method, effect)))
        {
            if (effect.Subject.Member is not { } member
                || context.Places.OfMember(member) is not (>= 0 and var place)
                || !context.Places.Members.TryGetValue(place, out var field))
            {
                continue;
            }

            if (context.Objects.NumberOf(("assigned", call.Syntax, member), effect.Machine) is not (>= 0 and var @object))
            {
                state.Set(place, null);
                continue;
            }

            var rows = effect.Assigned.IsEmpty
                ? context.UnknownRows(effect.Machine, ("assigned", member))
                : StateRows.Known(context.Origins.Of(("assigned", call.Syntax, member), OriginKind.Known, effect.Machine.Table), effect.Assigned);
            var facts = new ObjectFacts(effect.Machine.Table, rows).WithMessages(effect.Machine.Table.CanDefer);
            state.Renew(@object, field.IsOwned ? facts : facts.AsEscaped());
            state.Set(place, new ObjectValue(@object, field.MayBeNull));
        }
    }

    private void Throw(IMethodSymbol method, MethodSummary summary, List<(SubjectEffect Effect, ObjectValue Machine, IOperation Written)> matched, FlowState state)
    {
        for (var end = 0; end < summary.Throws.Length; end++)
        {
            var afters = matched.Select(match => AfterThrow(match.Effect, end, state.FactsOf(match.Machine.Object))).ToArray();
            if (afters.Zip(matched, (after, match) => after.Rows.IsEmpty && !match.Machine.MayBeNull).Contains(true))
            {
                // From none of the states in which it comes.
                continue;
            }

            context.Throw(summary.Throws[end], state, thrower =>
            {
                for (var index = 0; index < afters.Length; index++)
                {
                    Leave(thrower, matched[index].Machine.Object, matched[index].Effect, afters[index]);
                }

                moves.RunMethod(thrower, method, matched.Select(match => match.Machine.Object).ToArray());
            });
        }
    }

    private ObjectFacts AfterThrow(SubjectEffect effect, int end, ObjectFacts before) =>
        before.In(Rows(before, effect, end < effect.Thrown.Length ? effect.Thrown[end] : default));

    private static void Leave(FlowState thrower, int @object, SubjectEffect effect, ObjectFacts after)
    {
        if (after.Rows.IsEmpty)
        {
            // Only where there is no machine; then nothing is to be said of it.
            thrower.RefineNull(@object, isNull: true);
        }
        else if (effect.Moves)
        {
            thrower.Replace(@object, after);
        }
        else
        {
            thrower.Refine(@object, after);
        }
    }

    private void Move(IOperation call, IMethodSymbol method, SubjectEffect effect, int @object, bool mayBeNull, FlowState state)
    {
        var before = state.FactsOf(@object);
        if (effect.Moves)
        {
            if (context.IsAssumedLegal(new SiteKey(call.Syntax, effect.Subject)))
            {
                var origin = context.Origins.Of(("after", call.Syntax, effect.Subject), OriginKind.Unknown, before.Machine);
                var rows = StateRows.Each(origin, before.Machine.All - effect.MustFail).Select(effect.Normal.After);
                state.Replace(@object, before.Forgotten(rows).In(rows, Called(default, effect, before.Machine.All, method, call.Syntax)));
            }
            else
            {
                state.Move(@object, facts => Moved(facts, effect, effect.Normal, mayBeNull, method, call.Syntax));
            }

            moves.MoveAliases(state, @object);
        }
        else if (before.In(before.Rows.Select(effect.Normal.After)) is var asked && !(asked.Rows.IsEmpty && mayBeNull))
        {
            // It asks and throws, perhaps: those states are left from which it returns.
            state.Refine(@object, asked);
        }

        if (state.FactsOf(@object).Rows.IsEmpty)
        {
            state.Kill();
        }

        if (effect.Escapes)
        {
            state.Escape(new ObjectValue(@object, MayBeNull: false));
        }
    }

    /// <summary>Where there may be no machine, it may be as it was: what is known of it then does not matter.</summary>
    private ObjectFacts Moved(ObjectFacts before, SubjectEffect effect, StateMap map, bool mayBeNull, IMethodSymbol method, SyntaxNode site)
    {
        var after = After(before, effect, map, method, site);
        return after.Rows.IsEmpty && mayBeNull ? before : after;
    }

    private ObjectFacts After(ObjectFacts before, SubjectEffect effect, StateMap map, IMethodSymbol method, SyntaxNode site) =>
        before.In(Rows(before, effect, map), Called(before.Trail, effect, before.States, method, site))
            .WithMessages(before.MayHoldMessages || effect.MayHoldMessages);

    private StateRows Rows(ObjectFacts before, SubjectEffect effect, StateMap map)
    {
        var rows = before.Rows.Select(map.After);
        if (effect.Fresh.IsEmpty)
        {
            return rows;
        }

        var origin = context.Origins.Of(("fresh", context.Site, effect.Subject), OriginKind.Unknown, before.Machine);
        return StateRows.Join(rows, StateRows.Each(origin, effect.Fresh));
    }

    private static Trail Called(Trail before, SubjectEffect effect, StateSet from, IMethodSymbol method, SyntaxNode site)
    {
        var trail = default(Trail);
        foreach (var source in from)
        {
            foreach (var target in effect.Normal[source])
            {
                var step = source == target && before.StepTo(source) is { } known
                    ? known
                    : new TrailStep(TrailKind.Left, target, method.Name, site, before.StepTo(source));
                trail = trail.With(step);
            }
        }

        return trail;
    }

    private FlowValue? ResultOf(
        IOperation call, MethodSummary summary, List<(SubjectEffect Effect, ObjectValue Machine, IOperation Written)> matched, FlowState state)
    {
        if (summary.Result is { } returned)
        {
            return Returned(call, returned, matched, state);
        }

        if (call is not IInvocationOperation { TargetMethod: { } method } || Awaitable.ResultOf(method.ReturnType).SpecialType != SpecialType.System_Boolean)
        {
            return null;
        }

        var (whenTrue, whenFalse) = (BoolValue.Anything, BoolValue.Anything);
        var (canBeTrue, canBeFalse) = (true, true);
        foreach (var (effect, machine, _) in matched)
        {
            var before = state.FactsOf(machine.Object);
            var onTrue = After(before, effect, effect.WhenTrue, method, call.Syntax);
            var onFalse = After(before, effect, effect.WhenFalse, method, call.Syntax);
            (canBeTrue, canBeFalse) = (canBeTrue && !onTrue.Rows.IsEmpty, canBeFalse && !onFalse.Rows.IsEmpty);
            whenTrue = whenTrue.SetItem(machine.Object, onTrue);
            whenFalse = whenFalse.SetItem(machine.Object, onFalse);
        }

        var test = new BoolValue(canBeTrue ? whenTrue : null, canBeFalse ? whenFalse : null);
        return test.IsTrivial || (!canBeTrue && !canBeFalse) ? null : test;
    }

    private FlowValue? Returned(
        IOperation call, ReturnedMachine returned, List<(SubjectEffect Effect, ObjectValue Machine, IOperation Written)> matched, FlowState state)
    {
        if (returned.Parameter >= 0)
        {
            var match = matched.FirstOrDefault(match => match.Effect.Subject is { Kind: SubjectKind.Parameter } subject && subject.Ordinal == returned.Parameter);
            return match.Machine is { } machine ? machine with { MayBeNull = machine.MayBeNull || returned.MayBeNull } : null;
        }

        if (call.Type is not { } type
            || context.Catalog.MachineOf(Awaitable.ResultOf(type)) is not { } made
            || returned.States.IsEmpty
            || context.Objects.NumberOf(call.Syntax, made) is not (>= 0 and var @object))
        {
            return null;
        }

        var trail = default(Trail);
        var name = (call as IInvocationOperation)?.TargetMethod.Name ?? "";
        foreach (var made1 in returned.States)
        {
            trail = trail.With(new TrailStep(TrailKind.Returned, made1, name, call.Syntax, null));
        }

        var facts = new ObjectFacts(made.Table, StateRows.Known(context.Origins.Of(call.Syntax, OriginKind.Known, made.Table), returned.States), trail);
        context.Finishing.MakeAgain(state, @object, call);
        state.Renew(@object, returned.IsOwned ? facts : facts.AsEscaped());
        if (returned.MayBeNull)
        {
            // There may be nothing to finish.
            context.Finishing.Excuse(state, @object);
        }

        return new ObjectValue(@object, returned.MayBeNull);
    }
}
