using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>New machines.</summary>
internal sealed class MachineCreation(BodyContext context)
{
    /// <summary>A machine comes into being.</summary>
    /// <param name="creation">Where.</param>
    /// <param name="machine">Its class.</param>
    /// <param name="states">In which states it may be.</param>
    /// <param name="state">What is known; changed.</param>
    public FlowValue? Make(IOperation creation, MachineType machine, StateSet states, FlowState state)
    {
        var site = creation.Syntax;
        if (context.Objects.NumberOf(site, machine) is not (>= 0 and var @object))
        {
            return null;
        }

        var facts = states == machine.Table.Initial
            ? new ObjectFacts(
                machine.Table,
                StateRows.Known(context.Origins.Of(site, OriginKind.Known, machine.Table), states),
                CreatedIn(states, machine, site))
            : new ObjectFacts(machine.Table, context.UnknownRows(machine, ("made", @object))).WithMessages(true);
        context.Finishing.MakeAgain(state, @object, creation);
        state.Renew(@object, facts);
        return new ObjectValue(@object, MayBeNull: false);
    }

    private static Trail CreatedIn(StateSet states, MachineType machine, SyntaxNode site)
    {
        var trail = default(Trail);
        foreach (var state in states)
        {
            trail = trail.With(new TrailStep(TrailKind.Created, state, "new " + machine.Symbol.Name, site, null));
        }

        return trail;
    }
}
