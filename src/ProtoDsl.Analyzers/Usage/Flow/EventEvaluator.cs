using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What the generated members of a machine do to it, and what their results tell.</summary>
internal sealed class EventEvaluator(BodyContext context, MachineMoves moves)
{
    /// <summary>An event is raised.</summary>
    public FlowValue? Raise(FlowState state, ObjectValue receiver, MachineMember member, EventTable @event, TagKnowledge tags, IInvocationOperation call)
    {
        var before = moves.Observe(state, receiver.Object);
        context.Sites.At(call, member, tags).Add(before);
        var isTry = member.Kind == MemberKind.Try;
        if (!isTry && (before.States & @event.MayBeLegal(tags)).IsEmpty)
        {
            ThrowFrom(state, receiver, before, before.States);
            if (!context.IsAssumedLegal(call.Syntax))
            {
                state.Kill();
                return null;
            }
        }

        if (member.Machine.Table.IsAsync)
        {
            // What it does is done when the task is; until then nothing is known.
            ThrowFrom(state, receiver, before, StatesAfterThrow(receiver.Object, before, @event, tags));
            state.Update(receiver.Object, before.Forgotten());
            moves.MoveAliases(state, receiver.Object);
            return new PendingValue(receiver.Object, before, @event, tags, isTry, call.Syntax);
        }

        return Complete(state, receiver, before, @event, tags, isTry, call.Syntax);
    }

    /// <summary>The task of an event is awaited.</summary>
    public FlowValue? Await(FlowState state, PendingValue pending) =>
        Complete(state, new ObjectValue(pending.Object, MayBeNull: false), pending.Before, pending.Event, pending.Tags, pending.IsTry, pending.Site);

    /// <summary>A timer has elapsed, one of the machine's or one that is stopped already.</summary>
    public FlowValue Elapse(FlowState state, ObjectValue receiver, SyntaxNode site)
    {
        var before = moves.Observe(state, receiver.Object);
        var timers = context.MachineOf(receiver.Object).Table.Events
            .Where(@event => @event.Event.Kind is RelationEventKind.After or RelationEventKind.Timeout)
            .ToArray();
        var thrown = before.States;
        var after = before;
        foreach (var timer in timers)
        {
            thrown |= StatesAfterThrow(receiver.Object, before, timer, TagKnowledge.None);
            after = ObjectFacts.Join(after, After(receiver.Object, before, timer, TagKnowledge.None, site));
        }

        moves.RunUserCode(state, receiver.Object);
        ThrowFrom(state, receiver, before, thrown);
        state.Update(receiver.Object, after);
        moves.MoveAliases(state, receiver.Object);
        return new StateValue(receiver.Object, MayBeNull: false);
    }

    /// <summary>It is asked whether an event may be legal.</summary>
    public FlowValue Can(FlowState state, ObjectValue receiver, EventTable @event, TagKnowledge tags)
    {
        var now = moves.Observe(state, receiver.Object).States;
        return BoolValue.Test(receiver.Object, now & @event.MayBeLegal(tags), now - @event.IsCertainlyLegal(tags));
    }

    private FlowValue? Complete(
        FlowState state, ObjectValue receiver, ObjectFacts before, EventTable @event, TagKnowledge tags, bool isTry, SyntaxNode site)
    {
        if (@event.RunsUserCode)
        {
            moves.RunUserCode(state, receiver.Object);
        }

        var thrown = StatesAfterThrow(receiver.Object, before, @event, tags);
        if (isTry)
        {
            // It does not throw for being illegal.
            thrown = thrown - (before.States - @event.MayBeLegal(tags));
        }

        ThrowFrom(state, receiver, before, receiver.MayBeNull || before.IsForeign ? thrown | before.States : thrown);
        var after = After(receiver.Object, before, @event, tags, site);
        var refused = before.In(isTry ? before.States - @event.IsCertainlyLegal(tags) : default);
        state.Update(receiver.Object, isTry ? ObjectFacts.Join(after, refused) : after);
        moves.MoveAliases(state, receiver.Object);
        if (state.FactsOf(receiver.Object).States.IsEmpty)
        {
            state.Kill();
            return null;
        }

        return isTry
            ? BoolValue.Test(receiver.Object, after.States, refused.States)
            : new StateValue(receiver.Object, MayBeNull: false);
    }

    /// <summary>The facts after a normal return. After a call that was reported nothing is left of the states before: it is taken as if it had
    /// come in any state in which it is legal.</summary>
    private ObjectFacts After(int @object, ObjectFacts before, EventTable @event, TagKnowledge tags, SyntaxNode site)
    {
        var table = context.MachineOf(@object).Table;
        var legal = @event.MayBeLegal(tags);
        var from = context.IsAssumedLegal(site) ? legal : before.States & legal;
        var states = default(StateSet);
        var trail = default(Trail);
        foreach (var source in from)
        {
            foreach (var target in @event.After(source, tags))
            {
                states = states.With(target);
                var step = source == target && before.Trail.StepTo(source) is { } known
                    ? known
                    : new TrailStep(TrailKind.Entered, target, @event.DisplayName, site, before.Trail.StepTo(source));
                trail = trail.With(step);
            }
        }

        var mayHold = before.MayHoldMessages || @event.MayDefer(from, tags);
        if (mayHold && table.CanDefer)
        {
            states = table.ClosedUnderDeferred(states);
        }

        return before.In(states, trail).WithMessages(mayHold);
    }

    private StateSet StatesAfterThrow(int @object, ObjectFacts before, EventTable @event, TagKnowledge tags)
    {
        if (!context.IsGuarded)
        {
            return default;
        }

        var table = context.MachineOf(@object).Table;
        var thrown = @event.AfterThrow(before.States, tags);
        var mayHold = table.CanDefer && (before.MayHoldMessages || @event.MayDefer(before.States, tags));

        // A message that has waited is delivered inside the event, and may throw from there.
        return mayHold ? table.ClosedUnderDeferred(thrown | before.States | @event.After(before.States, tags)) : thrown;
    }

    private void ThrowFrom(FlowState state, ObjectValue receiver, ObjectFacts before, StateSet thrown)
    {
        if (context.IsGuarded && !thrown.IsEmpty)
        {
            var thrower = state.Clone();
            thrower.Update(receiver.Object, before.In(thrown));
            context.Throw(thrower);
        }
    }
}
