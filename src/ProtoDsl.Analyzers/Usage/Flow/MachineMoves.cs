using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>How machines change without a call of theirs in sight.</summary>
internal sealed class MachineMoves(BodyContext context, MemberMoves members)
{
    /// <summary>Code that is not in sight runs, and may raise events on every machine that this body has stored or handed on.</summary>
    /// <param name="state">Where.</param>
    /// <param name="except">A machine that it cannot move, as its own event is running; or <see cref="ObjectTable.None"/>.</param>
    public void RunUnseenCode(FlowState state, int except = ObjectTable.None)
    {
        context.Unseen.Run(except);
        DisturbAll(state, [except]);
    }

    /// <summary>What others may have done when a method that waited for something is over.</summary>
    /// <param name="state">Where.</param>
    /// <param name="method">What the method does.</param>
    /// <param name="matched">To which machines: what others may do to these is in its summary, unless it was handed them.</param>
    public void RunWhileWaiting(FlowState state, MethodSummary method, IReadOnlyCollection<MatchedEffect> matched)
    {
        if ((IsAnyKnownElsewhere(state) || members.AnyIn(state)) && method.Unseen.IsAny)
        {
            DisturbAll(state, [.. matched
                .Where(match => match.Effect.Subject.Kind == SubjectKind.Member || method.Unseen.Spares(match.Effect.Subject))
                .Select(match => match.Machine.Object)]);
        }
    }

    private void DisturbAll(FlowState state, ICollection<int> except)
    {
        for (var @object = 0; @object < state.ObjectCount; @object++)
        {
            if (!except.Contains(@object) && state.Find(@object) is { IsStored: true })
            {
                Forget(state, @object);
            }
        }

        members.Disturb(state, except, static _ => true);
    }

    /// <summary>A method runs, or one that overrides it, and may raise events on whatever others refer to.</summary>
    /// <param name="state">Where.</param>
    /// <param name="method">The method; null for code that is not known.</param>
    /// <param name="except">The machines for which it is known what the method does.</param>
    public void RunMethod(FlowState state, IMethodSymbol? method, ICollection<int>? except = null)
    {
        context.Unseen.Run(method);
        Disturb(state, method, except);
    }

    /// <summary>A method runs whose summary is known.</summary>
    /// <param name="state">Where.</param>
    /// <param name="method">The method.</param>
    /// <param name="summary">What it does.</param>
    /// <param name="matched">To which machines.</param>
    public void RunMethod(FlowState state, IMethodSymbol method, MethodSummary summary, IReadOnlyCollection<MatchedEffect> matched)
    {
        context.Unseen.Run(summary, matched);
        Disturb(state, method, matched.Select(match => match.Machine.Object).ToArray());
    }

    private void Disturb(FlowState state, IMethodSymbol? method, ICollection<int>? except)
    {
        if (!IsAnyKnownElsewhere(state) && !members.AnyIn(state))
        {
            return;
        }

        var others = state.Objects().Where(@object => except?.Contains(@object) != true && state.FactsOf(@object).IsEscaped).ToArray();
        if (others.Length == 0 && !members.AnyIn(state))
        {
            return;
        }

        var moved = method is null ? MoveSet.Everything : context.Model.Program.Moves.MovedBy(method, context.Budget.CancellationToken);
        foreach (var @object in others)
        {
            // Code that nobody has looked at is not thought to get at what the caller keeps.
            var machine = context.MachineOf(@object);
            var isMoved = moved.Machines.Contains(machine) || (state.FactsOf(@object).IsStored && moved.MayMove(machine, context.Catalog.Compilation));
            if (isMoved)
            {
                Forget(state, @object);
            }
        }

        members.Disturb(
            state,
            except ?? [],
            machine => moved.IsEverything || moved.RunsArguments || moved.MayMove(machine, context.Catalog.Compilation));
    }

    /// <summary>True for a method that may run code which its caller knows and which is not in sight here.</summary>
    public bool MayCallBack(IMethodSymbol method) =>
        context.Model.Program.Moves.MovedBy(method, context.Budget.CancellationToken) is { IsEverything: true } or { RunsArguments: true };

    private static bool IsAnyKnownElsewhere(FlowState state)
    {
        for (var @object = 0; @object < state.ObjectCount; @object++)
        {
            if (state.Find(@object) is { IsEscaped: true })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A machine is in unknown hands.</summary>
    public void Surrender(FlowState state, FlowValue? value)
    {
        if (value is ObjectValue { Object: var @object } && state.Knows(@object))
        {
            state.Escape(value);
            Forget(state, @object);
            MoveAliases(state, @object);
        }
    }

    /// <summary>A machine has moved: any other number that may stand for the same one is void.</summary>
    public void MoveAliases(FlowState state, int moved)
    {
        for (var other = 0; other < state.ObjectCount; other++)
        {
            if (other != moved && state.Knows(other) && MayBeSame(state, moved, other))
            {
                Forget(state, other);
            }
        }
    }

    /// <summary>True when two of some numbers may stand for one machine.</summary>
    public bool MayBeSame(FlowState state, IReadOnlyList<int> objects)
    {
        for (var left = 0; left < objects.Count; left++)
        {
            for (var right = left + 1; right < objects.Count; right++)
            {
                if (objects[left] == objects[right] || (state.Knows(objects[left]) && state.Knows(objects[right]) && MayBeSame(state, objects[left], objects[right])))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool MayBeSame(FlowState state, int left, int right)
    {
        var (one, two) = (state.FactsOf(left), state.FactsOf(right));
        return one.Machine == two.Machine
            && ((one.IsForeign && two.IsEscaped) || (two.IsForeign && one.IsEscaped))
            && !context.Objects.AreDistinct(left, right);
    }

    /// <summary>An unknown machine of a class has moved.</summary>
    public void MoveUnknown(FlowState state, MachineType machine)
    {
        foreach (var @object in state.Objects())
        {
            if (state.FactsOf(@object).IsEscaped && context.MachineOf(@object) == machine)
            {
                Forget(state, @object);
            }
        }
    }

    /// <summary>Brings the facts about a machine up to this moment: where other threads may have told it of messages and timers since, all
    /// that they may have made of it.</summary>
    public ObjectFacts Observe(FlowState state, int @object)
    {
        var facts = state.FactsOf(@object);
        var table = context.MachineOf(@object).Table;
        if (table.IsShared)
        {
            facts = facts.In(facts.Rows.Select(table.ClosedUnderPeers)).WithMessages(facts.MayHoldMessages || table.CanDefer);
            state.Replace(@object, facts);
        }

        return facts;
    }

    /// <summary>Whatever was known of a machine is void from here on.</summary>
    public void Forget(FlowState state, int @object) =>
        state.Replace(@object, state.FactsOf(@object).Forgotten(context.UnknownRows(context.MachineOf(@object), ("forgotten", @object))));
}
