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
    private readonly CallMatcher _matcher = new(context, moves);
    private readonly CallMoves _effects = new(context, moves);

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
        if (!CallEffects.IsOfThisCompilation(definition, context.Catalog.Compilation) || !IsFollowedToItsEnd(call, method) || !IsExact(call, method))
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

        if (summary.IsOpaque || _matcher.Match(call, method, summary, receiver, arguments, state) is not { } matched)
        {
            return false;
        }

        context.AppliedCall = call.Syntax;
        result = Apply(call, method, summary, matched, arguments, state);
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

    /// <summary>True when no override can run instead.</summary>
    private static bool IsExact(IOperation call, IMethodSymbol method) => call switch
    {
        IInvocationOperation invocation => CodeCall.On(invocation.Instance, method, invocation.Arguments, call).Kind == CallKind.Exact,
        IPropertyReferenceOperation property => CodeCall.On(property.Instance, method, property.Arguments, call).Kind == CallKind.Exact,
        _ => true,
    };

    private FlowValue? Apply(
        IOperation call, IMethodSymbol called, MethodSummary summary, IReadOnlyList<MatchedEffect> matched, IReadOnlyCollection<PassedArgument> arguments, FlowState state)
    {
        var method = (called.ReducedFrom ?? called).OriginalDefinition;
        Expose(call, method, summary, matched, state);
        var isLegal = true;
        foreach (var (effect, machine, written) in matched)
        {
            isLegal &= Judge(call, method, effect, machine, written, state);
        }

        var shift = called.ReducedFrom is null ? 0 : 1;
        _effects.Throw(method, summary, matched, state, thrower => _references.Interrupt(summary, arguments, shift, thrower));
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

        moves.RunMethod(state, method, summary, matched);
        var way = WayOf(summary);
        var taken = matched.Select(match => match with { Effect = way.EffectOn(match.Effect.Subject) ?? match.Effect }).ToArray();
        var result = new CallResults(context, _effects).Of(call, method, way, taken, state);
        foreach (var (effect, machine, _) in taken)
        {
            _effects.Move(call, method, effect, machine, state);
        }

        _effects.Reassign(way, matched, call, method, state);
        if (!state.IsDead)
        {
            _references.Assign(way, arguments, shift, state);
        }

        if (!state.IsDead && Awaitable.Is(called.ReturnType))
        {
            moves.RunWhileWaiting(state, summary, matched);
        }

        return state.IsDead || matched.Any(match => context.IsAssumedLegal(new SiteKey(call.Syntax, match.Effect.Subject))) ? null : result;
    }

    /// <summary>The ends that are meant this time.</summary>
    private MethodSummary WayOf(MethodSummary summary) =>
        summary.Ways.IsEmpty || context.Alternatives is not { } alternatives ? summary : alternatives.Choose(() => summary.Ways.ToArray());

    /// <summary>While the callee runs, others may see the machines in the fields of the object at hand.</summary>
    private void Expose(IOperation call, IMethodSymbol method, MethodSummary summary, IReadOnlyList<MatchedEffect> matched, FlowState state)
    {
        context.Exposure.See(state, summary, field => CallMatcher.IsOnSameObject(call, method, field));
        foreach (var match in matched.Where(match => match.Effect.Subject.Kind == SubjectKind.Parameter && context.Exposure.IsOf(match.Machine.Object, state)))
        {
            if ((Awaitable.Is(method.ReturnType) || moves.MayCallBack(method)) && !summary.Unseen.Spares(match.Effect.Subject))
            {
                context.Exposure.SeeMoving(state, match.Machine.Object);
            }
        }
    }

    /// <summary>False when the callee never gets through and that has not been reported before.</summary>
    private bool Judge(IOperation call, IMethodSymbol method, SubjectEffect effect, ObjectValue machine, IOperation written, FlowState state)
    {
        if ((effect.MayFail | effect.MustFail | effect.DeadEnds).IsEmpty)
        {
            return true;
        }

        var facts = moves.Observe(state, machine.Object);
        var name = machine.Within is { } field ? Words.NameOf(written, field.ContainingType.Name)
            : effect.Subject.Member is { } member ? NameOf(member)
            : Words.NameOf(written, effect.Machine.Table.Relation.ClassName);
        var site = context.Sites.At(call.Syntax, method, effect, name, isOwner: machine.Within is not null);
        site.Add(facts);
        return context.IsAssumedLegal(site.Key)
            || !((facts.States - effect.MustFail).IsEmpty || DemandSite.IsDeadEndFrom(effect, facts.States));
    }

    private static string NameOf(ISymbol member) => (member as IFieldSymbol)?.AssociatedSymbol?.Name ?? member.Name;
}
