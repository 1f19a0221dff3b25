using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What is known where a body begins: the machines that it is handed, each in a state that its caller knows.</summary>
internal static class EntryBinding
{
    /// <summary>The state at the entry of a body.</summary>
    public static FlowState Of(BodyContext context)
    {
        var state = new FlowState();
        if (context.Owner is not IMethodSymbol method)
        {
            return state;
        }

        foreach (var parameter in method.Parameters)
        {
            if (context.Catalog.MachineOf(parameter.Type) is { } machine && context.Places.Of(parameter) is >= 0 and var place)
            {
                Bind(context, state, Subject.Of(parameter), parameter, machine, place);
            }
        }

        return state;
    }

    private static void Bind(BodyContext context, FlowState state, Subject subject, object key, MachineType machine, int place)
    {
        if (context.Objects.NumberOf(key, machine) is not (>= 0 and var @object))
        {
            return;
        }

        // What is handed over is taken to hold no deferred messages; a caller that knows otherwise does not ask for the summary.
        var origin = context.Origins.Of(("entry", subject), OriginKind.Unknown, machine.Table);
        var entryPlace = context.Places.Reserved(("entry", subject));
        state.Replace(@object, ObjectFacts.Foreign(machine.Table, StateRows.Each(origin, machine.Table.All)).WithMessages(false));
        state.Set(place, new ObjectValue(@object, MayBeNull: true));
        state.Set(entryPlace, new ObjectValue(@object, MayBeNull: true));
        context.Subjects.Add(new BoundSubject(subject, machine, @object, origin, entryPlace, place));
    }
}
