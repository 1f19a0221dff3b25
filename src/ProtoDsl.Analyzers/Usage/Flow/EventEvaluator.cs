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
        context.Overlaps.Use(state, receiver.Object, call.Syntax, call.TargetMethod.Name);
        var before = moves.Observe(state, receiver.Object);
        context.Sites.At(call, member, @event, tags).Add(before);
        var isTry = member.Kind == MemberKind.Try;
        if (!isTry && (before.States & @event.MayBeLegal(tags)).IsEmpty)
        {
            Refuse(state, receiver, before, @event, tags);
            if (!context.IsAssumedLegal(new SiteKey(call.Syntax)))
            {
                state.Kill();
                return null;
            }
        }

        if (member.Machine.Table.IsAsync)
        {
            // What it does is done when the task is; until then nothing is known.
            ThrowFrom(state, receiver, before, @event, tags, isTry);
            moves.Forget(state, receiver.Object);
            moves.MoveAliases(state, receiver.Object);
            Begin(state, receiver.Object, before, call);
            return new PendingValue(receiver.Object, before, @event, tags, isTry, call.Syntax);
        }

        return Complete(state, receiver, before, @event, tags, isTry, call.Syntax);
    }

    /// <summary>The task of an event is awaited.</summary>
    public FlowValue? Await(FlowState state, PendingValue pending) =>
        Complete(state, new ObjectValue(pending.Object, MayBeNull: false), pending.Before, pending.Event, pending.Tags, pending.IsTry, pending.Site);

    /// <summary>From here to where its task is awaited nothing else may be asked of the machine. A synchronized one lets others wait; a task that is dropped
    /// right there is reported there.</summary>
    private static void Begin(FlowState state, int @object, ObjectFacts before, IInvocationOperation call)
    {
        if (!before.Machine.IsShared && !IgnoredResults.IsDropped(call.Syntax))
        {
            state.SetPending(@object, new PendingEvent(call.Syntax, call.TargetMethod.Name, IsTold: before.Pending is not null));
        }
    }

    /// <summary>A timer has elapsed, one of the machine's or one that is stopped already.</summary>
    public FlowValue Elapse(FlowState state, ObjectValue receiver, SyntaxNode site)
    {
        var before = moves.Observe(state, receiver.Object);
        var timers = context.MachineOf(receiver.Object).Table.Events
            .Where(@event => @event.Event.Kind is RelationEventKind.After or RelationEventKind.Timeout)
            .ToArray();
        var (thrown, after) = (before, before);
        foreach (var timer in timers)
        {
            thrown = ObjectFacts.Join(thrown, Interrupted(before, timer, TagKnowledge.None));
            after = ObjectFacts.Join(after, After(before, timer, TagKnowledge.None, site));
        }

        moves.RunUnseenCode(state, receiver.Object);
        Throw(Thrown.Anything, state, receiver, thrown);
        state.Replace(receiver.Object, after);
        moves.MoveAliases(state, receiver.Object);
        return new StateValue(receiver.Object, MayBeNull: false);
    }

    /// <summary>It is asked whether an event may be legal.</summary>
    public FlowValue Can(FlowState state, ObjectValue receiver, EventTable @event, TagKnowledge tags, IOperation site)
    {
        context.Overlaps.Use(state, receiver.Object, site.Syntax, (site as IInvocationOperation)?.TargetMethod.Name ?? "Can" + @event.Event.Name);
        var now = moves.Observe(state, receiver.Object);
        var result = BoolValue.Test(receiver.Object, now.And(@event.MayBeLegal(tags)), Refused(now, @event, tags));
        context.Tests.Visit(site.Syntax, receiver.Object, now, AnswerOf(@event, tags), result);
        return result;
    }

    private FlowValue? Complete(
        FlowState state, ObjectValue receiver, ObjectFacts before, EventTable @event, TagKnowledge tags, bool isTry, SyntaxNode site)
    {
        if (@event.RunsUserCode)
        {
            moves.RunUnseenCode(state, receiver.Object);
        }

        ThrowFrom(state, receiver, before, @event, tags, isTry);
        ThrowIfNull(state, receiver);
        var after = Advance(state, receiver.Object, before, @event, tags, isTry, site);
        moves.MoveAliases(state, receiver.Object);
        if (state.FactsOf(receiver.Object).Rows.IsEmpty)
        {
            state.Kill();
            return null;
        }

        if (!isTry)
        {
            return new StateValue(receiver.Object, MayBeNull: false);
        }

        var result = BoolValue.Test(receiver.Object, after, Refused(before, @event, tags));
        context.Tests.Visit(site, receiver.Object, before, AnswerOf(@event, tags), result);
        return result;
    }

    /// <summary>The states in which an event may happen when it is tried, and those in which it may not.</summary>
    private static PatternFact AnswerOf(EventTable @event, TagKnowledge tags) =>
        new(@event.MayBeLegal(tags), @event.Machine.All - @event.IsCertainlyLegal(tags));

    /// <summary>The machine moves, and all that tests have said of it goes along.</summary>
    /// <returns>The facts if it was not refused.</returns>
    private ObjectFacts Advance(FlowState state, int @object, ObjectFacts before, EventTable @event, TagKnowledge tags, bool isTry, SyntaxNode site)
    {
        if (context.IsAssumedLegal(new SiteKey(site)))
        {
            var recovered = Recovered(before, @event, tags, site);
            state.Replace(@object, recovered);
            return recovered;
        }

        var isInStep = ReferenceEquals(state.FactsOf(@object), before);
        ObjectFacts Step(ObjectFacts facts) => isTry
            ? ObjectFacts.Join(After(facts, @event, tags, site), Refused(facts, @event, tags))
            : After(facts, @event, tags, site);
        if (isInStep)
        {
            state.Move(@object, Step);
        }
        else
        {
            // The task of an event that was raised before: what is known now is older.
            state.Replace(@object, Step(before));
        }

        return After(before, @event, tags, site);
    }

    /// <summary>It was not taken: a false answer excludes only the states in which the event is certainly legal.</summary>
    private static ObjectFacts Refused(ObjectFacts before, EventTable @event, TagKnowledge tags) =>
        before.And(before.States - @event.IsCertainlyLegal(tags));

    /// <summary>The facts after a normal return.</summary>
    private static ObjectFacts After(ObjectFacts before, EventTable @event, TagKnowledge tags, SyntaxNode site)
    {
        var legal = @event.MayBeLegal(tags);
        var mayHold = before.MayHoldMessages || @event.MayDefer(before.States & legal, tags);
        var rows = before.Rows.Select(row => Targets(@event, row & legal, tags, before.MayHoldMessages || @event.MayDefer(row & legal, tags)));
        return before.In(rows, Entered(before.Trail, @event, before.States & legal, tags, site)).WithMessages(mayHold);
    }

    /// <summary>After a call that was reported nothing is left of the states before: it is taken as if it had come in any state in which it is
    /// legal.</summary>
    private ObjectFacts Recovered(ObjectFacts before, EventTable @event, TagKnowledge tags, SyntaxNode site)
    {
        var table = before.Machine;
        var legal = @event.MayBeLegal(tags);
        var mayHold = before.MayHoldMessages || @event.MayDefer(legal, tags);
        var origin = context.Origins.Of(("after", site), OriginKind.Unknown, table);
        var rows = StateRows.Each(origin, legal).Select(row => Targets(@event, row, tags, mayHold));
        return before.Forgotten(rows).In(rows, Entered(before.Trail, @event, legal, tags, site)).WithMessages(mayHold);
    }

    private static StateSet Targets(EventTable @event, StateSet legal, TagKnowledge tags, bool mayHoldMessages)
    {
        var targets = @event.After(legal, tags);
        return mayHoldMessages && @event.Machine.CanDefer ? @event.Machine.ClosedUnderDeferred(targets) : targets;
    }

    private static Trail Entered(Trail before, EventTable @event, StateSet from, TagKnowledge tags, SyntaxNode site)
    {
        var trail = default(Trail);
        foreach (var source in from)
        {
            foreach (var target in @event.After(source, tags))
            {
                var step = source == target && before.StepTo(source) is { } known
                    ? known
                    : new TrailStep(TrailKind.Entered, target, @event.DisplayName, site, before.StepTo(source));
                trail = trail.With(step);
            }
        }

        return trail;
    }

    /// <summary>All ways in which the call of an event throws, but for a missing machine.</summary>
    private void ThrowFrom(FlowState state, ObjectValue receiver, ObjectFacts before, EventTable @event, TagKnowledge tags, bool isTry)
    {
        if (!isTry)
        {
            // TryX does not throw for being illegal.
            Refuse(state, receiver, before, @event, tags);
        }

        Throw(Thrown.Anything, state, receiver, Interrupted(before.And(@event.MayBeLegal(tags)), @event, tags));
    }

    /// <summary>An event that is illegal changes nothing.</summary>
    private void Refuse(FlowState state, ObjectValue receiver, ObjectFacts before, EventTable @event, TagKnowledge tags) =>
        Throw(context.Catalog.Exceptions.Refusal(@event), state, receiver, before.And(@event.MayBeRefused(before.States, tags)));

    /// <summary>User code has thrown on the way.</summary>
    private static ObjectFacts Interrupted(ObjectFacts before, EventTable @event, TagKnowledge tags)
    {
        var table = before.Machine;
        var mayHold = table.CanDefer && (before.MayHoldMessages || @event.MayDefer(before.States, tags));

        // A message that has waited is delivered inside the event, and may throw from there.
        return before.In(before.Rows.Select(row => mayHold
            ? table.ClosedUnderDeferred(@event.AfterThrow(row, tags) | row | @event.After(row, tags))
            : @event.AfterThrow(row, tags)));
    }

    /// <summary>Where there is no machine, that is what is thrown; behind the call there is one.</summary>
    private void ThrowIfNull(FlowState state, ObjectValue receiver)
    {
        if (receiver.MayBeNull)
        {
            context.Throw(context.Catalog.Exceptions.NullReference, state, missing => missing.RefineNull(receiver.Object, isNull: true));
            state.RefineNull(receiver.Object, isNull: false);
        }
    }

    private void Throw(Thrown thrown, FlowState state, ObjectValue receiver, ObjectFacts after)
    {
        if (!after.Rows.IsEmpty)
        {
            context.Throw(thrown, state, thrower => thrower.Replace(receiver.Object, after));
        }
    }
}
