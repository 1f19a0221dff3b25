using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Fields;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What other members may do, while code runs that is not in sight, to the machines in the fields of the object at hand: whoever has the
/// object may call them. Only fields whose machine nobody else has; the others are forgotten like whatever is stored.</summary>
internal sealed class MemberMoves(BodyContext context)
{
    /// <summary>True when a field holds a machine that is followed.</summary>
    public bool AnyIn(FlowState state) => context.Places.Members.Count > 0 && context.Places.Members.Any(pair => pair.Value.IsOwned && state.Get(pair.Key) is not NullValue);

    /// <summary>Other members may have been called.</summary>
    /// <param name="state">Where.</param>
    /// <param name="except">The machines of which it is known what has happened.</param>
    /// <param name="isMoved">Whether machines of a class may have moved.</param>
    public void Disturb(FlowState state, ICollection<int> except, Func<MachineType, bool> isMoved)
    {
        foreach (var pair in context.Places.Members)
        {
            if (!pair.Value.IsOwned || !isMoved(pair.Value.Machine))
            {
                continue;
            }

            var value = state.Get(pair.Key);
            if (value is null)
            {
                context.Exposure.See(state, pair.Value);
            }
            else if (value is ObjectValue { Object: var @object } && !except.Contains(@object) && state.Find(@object) is { } facts)
            {
                context.Exposure.See(state, pair.Value);
                Disturb(state, pair.Key, pair.Value, @object, facts);
            }
        }
    }

    private void Disturb(FlowState state, int place, MachineField member, int @object, ObjectFacts facts)
    {
        var now = (member.Interference.Close(facts.States) & context.StatesAtEntry(member)) | facts.States;
        if (now != facts.States)
        {
            state.Replace(@object, facts.Forgotten(Rows(member, now)).WithMessages(member.Machine.Table.CanDefer));
        }

        if (member.Writes.All(write => write.Time != WriteTime.Later))
        {
            return;
        }

        // It may hold another machine now; that one is as members leave it.
        if (context.Objects.NumberOf(("again", member), member.Machine) is not (>= 0 and var other))
        {
            state.Set(place, null);
            return;
        }

        if (other != @object)
        {
            var rows = Rows(member, now | context.StatesAtEntry(member));
            state.Renew(other, new ObjectFacts(member.Machine.Table, rows).WithMessages(member.Machine.Table.CanDefer));
            state.Set(place, new ObjectValue(other, member.MayBeNull));
        }
        else
        {
            state.Replace(@object, facts.Forgotten(Rows(member, now | context.StatesAtEntry(member))));
        }
    }

    private StateRows Rows(MachineField member, StateSet states) =>
        StateRows.Each(context.Origins.Of(("disturbed", member, context.Site), OriginKind.Unknown, member.Machine.Table), states);
}
