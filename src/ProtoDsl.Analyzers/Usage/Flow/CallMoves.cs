using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Messages;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What a call does to the machines that its summary speaks of.</summary>
internal sealed class CallMoves(BodyContext context, MachineMoves moves)
{
    private readonly HandedFields _handed = new(context);

    /// <summary>The callee throws, from wherever it has led the machines.</summary>
    /// <param name="method">The callee.</param>
    /// <param name="summary">What it does.</param>
    /// <param name="matched">To which machines.</param>
    /// <param name="state">What is known before the call.</param>
    /// <param name="assign">Gives the variables of the caller that it may have assigned what they may hold then.</param>
    public void Throw(IMethodSymbol method, MethodSummary summary, IReadOnlyList<MatchedEffect> matched, FlowState state, System.Action<FlowState> assign)
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
                    if (matched[index].Effect is { IsReplaced: true, Subject.Kind: SubjectKind.Member })
                    {
                        LeaveReplaced(thrower, summary, matched[index], state.FactsOf(matched[index].Machine.Object).States, afters[index]);
                    }
                    else
                    {
                        Leave(thrower, matched[index].Machine.Object, matched[index].Effect, afters[index]);
                    }
                }

                moves.RunMethod(thrower, method, summary, matched);
                assign(thrower);
            });
        }
    }

    /// <summary>A field may hold another machine by then, or not; where the callee leaves the one that it holds is known all the same.</summary>
    private void LeaveReplaced(FlowState thrower, MethodSummary summary, MatchedEffect match, StateSet before, ObjectFacts after)
    {
        if (match.Effect.Subject.Member is { } member
            && context.Places.OfMember(member) is >= 0 and var place
            && context.Places.Members.TryGetValue(place, out var field)
            && field is { IsOwned: true, Inner: null }
            && summary.Traffic.FirstOrDefault(traffic => SymbolEqualityComparer.Default.Equals(traffic.Field, field.Field)) is { } traffic
            && context.Objects.NumberOf(("thrown", match.Written.Syntax, member), match.Effect.Machine) is >= 0 and var @object)
        {
            var origin = context.Origins.Of(("thrown", match.Written.Syntax, member), OriginKind.Unknown, match.Effect.Machine.Table);
            var facts = new ObjectFacts(match.Effect.Machine.Table, StateRows.Each(origin, traffic.Thrown.From(before)));
            Leave(thrower, match.Machine.Object, match.Effect, after);
            thrower.Renew(@object, facts.WithMessages(match.Effect.Machine.Table.CanDefer));
            thrower.Set(place, new ObjectValue(@object, field.MayBeNull));
        }
        else
        {
            moves.Forget(thrower, match.Machine.Object);
        }
    }

    /// <summary>The callee has returned: a machine is where it has led it.</summary>
    public void Move(IOperation call, IMethodSymbol method, SubjectEffect effect, ObjectValue machine, FlowState state)
    {
        var (@object, mayBeNull) = (machine.Object, machine.MayBeNull);
        var before = state.FactsOf(@object);
        if (effect.IsReplaced && machine.Within is not null)
        {
            // The object has another machine now.
            var rows = effect.Assigned.IsEmpty
                ? context.UnknownRows(effect.Machine, ("assigned", effect.Subject))
                : StateRows.Known(context.Origins.Of(("assigned", call.Syntax, effect.Subject), OriginKind.Known, effect.Machine.Table), effect.Assigned);
            state.Replace(@object, before.Forgotten(rows).WithMessages(effect.Machine.Table.CanDefer));
        }
        else if (effect.Moves)
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

    /// <summary>What is known of a machine behind one end of the callee.</summary>
    public ObjectFacts After(ObjectFacts before, SubjectEffect effect, StateMap map, IMethodSymbol method, SyntaxNode site) =>
        before.In(Rows(before, effect, map, effect.Fresh), Called(before.Trail, effect, before.States, method, site))
            .WithMessages(before.MayHoldMessages || effect.MayHoldMessages);

    private StateRows Rows(ObjectFacts before, SubjectEffect effect, StateMap map, StateSet fresh)
    {
        var rows = before.Rows.Select(map.After);
        if (fresh.IsEmpty)
        {
            return rows;
        }

        var origin = context.Origins.Of(("fresh", context.Site, effect.Subject), OriginKind.Unknown, before.Machine);
        return StateRows.Join(rows, StateRows.Each(origin, fresh));
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

    private ObjectFacts AfterThrow(SubjectEffect effect, int end, ObjectFacts before)
    {
        var thrown = end < effect.Thrown.Length ? effect.Thrown[end] : default;
        return before.In(Rows(before, effect, thrown.Map, thrown.Fresh));
    }

    private static void Leave(FlowState thrower, int @object, SubjectEffect effect, ObjectFacts after)
    {
        if (after.Rows.IsEmpty)
        {
            // Only where there is no machine.
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

    /// <summary>A field that the callee has assigned holds another machine.</summary>
    public void Reassign(MethodSummary summary, IReadOnlyList<MatchedEffect> matched, IOperation call, IMethodSymbol method, FlowState state)
    {
        foreach (var effect in summary.Effects.Where(effect => effect.IsReplaced && CallMatcher.IsOnSameObject(call, method, effect.Subject.Member)))
        {
            if (effect.Subject.Member is not { } member
                || context.Places.OfMember(member) is not (>= 0 and var place)
                || !context.Places.Members.TryGetValue(place, out var field)
                || _handed.IsHandedOnly(effect, state.Get(place), matched, summary, method))
            {
                continue;
            }

            if (field.Inner is not null || context.Objects.NumberOf(("assigned", call.Syntax, member), effect.Machine) is not (>= 0 and var @object))
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
}
