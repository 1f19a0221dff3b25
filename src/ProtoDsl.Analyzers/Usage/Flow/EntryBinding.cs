using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Fields;
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
            if (parameter.RefKind != RefKind.Out && context.Catalog.MachineOf(parameter.Type) is { } machine && context.Places.Of(parameter) is >= 0 and var place)
            {
                Bind(context, state, Subject.Of(parameter), parameter, machine, place, machine.Table.All, context.Model.Contracts.Of(parameter).Required);
            }
            else if (WrapperIn(context, method, parameter) is { } field && context.Places.Of(parameter) is >= 0 and var wrapper)
            {
                Bind(context, state, Subject.Of(parameter), parameter, field.Machine, wrapper, field.StatesAtEntry, within: field.Field);
            }
        }

        if (context.Catalog.MachineOf(method.ContainingType) is { } self && method is { IsStatic: false, MethodKind: not MethodKind.Constructor })
        {
            Bind(context, state, Subject.This, method.ContainingType, self, context.Places.ThisPlace, self.Table.All);
        }

        foreach (var pair in context.Places.Members)
        {
            BindMember(context, state, method, pair.Key, pair.Value);
        }

        ContractReads.Begin(context, state);
        return state;
    }

    /// <summary>A parameter that is an object which owns a machine. In its own class it may be the object at hand.</summary>
    private static MachineField? WrapperIn(BodyContext context, IMethodSymbol method, IParameterSymbol parameter) =>
        parameter.RefKind is RefKind.None or RefKind.In
        && context.Model.Program.Wrappers.FieldOf(parameter.Type, context.Budget.CancellationToken) is { } field
        && !WrapperEvaluator.IsOwnClass(method, field)
            ? field
            : null;

    /// <summary>A field: of an object that has been constructed, what its members leave there; in a constructor, what its initialiser has.</summary>
    private static void BindMember(BodyContext context, FlowState state, IMethodSymbol method, int place, MachineField member)
    {
        var isConstruction = member.IsStatic ? method.MethodKind == MethodKind.StaticConstructor : method.MethodKind == MethodKind.Constructor;
        if (!isConstruction)
        {
            var states = member.IsOwned ? context.StatesAtEntry(member) : member.Inner?.StatesAtEntry ?? member.Machine.Table.All;
            Bind(context, state, Subject.Of(member.Field), member.Field, member.Machine, place, states, ContractEntry.StatesOf(context.Model.Contracts, method, member), member.Inner?.Field);
            if (member.IsOwned && state.Get(place) is ObjectValue { Object: var @object })
            {
                // Nobody else has it, so it is no other machine, and nobody else can move it.
                var facts = state.FactsOf(@object);
                state.Replace(@object, new ObjectFacts(facts.Machine, facts.Rows).WithMessages(member.Machine.Table.CanDefer));
                state.Set(place, new ObjectValue(@object, member.MayBeNull));
            }
            else
            {
                state.Escape(state.Get(place));
            }

            return;
        }

        if (member.Inner is not null)
        {
            // What its initialiser has put there is not looked at.
            return;
        }

        var initializer = member.Writes.FirstOrDefault(write => write.Time == WriteTime.Initializer);
        if (initializer is null)
        {
            state.Set(place, NullValue.Instance);
        }
        else if (initializer is { IsCreation: true, MayBeNull: false } && context.Objects.NumberOf(member, member.Machine) is >= 0 and var made)
        {
            var origin = context.Origins.Of(member, OriginKind.Known, member.Machine.Table);
            var initial = member.Machine.Table.Initial;
            var trail = default(Trail);
            foreach (var first in initial)
            {
                trail = trail.With(new TrailStep(TrailKind.Created, first, "new " + member.Machine.Symbol.Name, initializer.Syntax, null));
            }

            var facts = new ObjectFacts(member.Machine.Table, StateRows.Known(origin, initial), trail);
            state.Replace(made, member.IsOwned ? facts : facts.AsEscaped());
            state.Set(place, new ObjectValue(made, MayBeNull: false));
        }
    }

    private static void Bind(
        BodyContext context, FlowState state, Subject subject, object key, MachineType machine, int place, StateSet states, StateSet? demanded = null,
        IFieldSymbol? within = null)
    {
        if (context.Objects.NumberOf(key, machine) is not (>= 0 and var @object))
        {
            return;
        }

        // What is handed over is taken to hold no deferred messages; a caller that knows otherwise does not ask for the summary.
        var origin = context.Origins.Of(("entry", subject), demanded is null ? OriginKind.Unknown : OriginKind.Declared, machine.Table);
        var entryPlace = context.Places.Reserved(("entry", subject));
        state.Replace(@object, ObjectFacts.Foreign(machine.Table, StateRows.Each(origin, demanded ?? states)).WithMessages(false));
        state.Set(place, new ObjectValue(@object, MayBeNull: subject.Kind != SubjectKind.This, within));
        state.Set(entryPlace, new ObjectValue(@object, MayBeNull: true));
        context.Subjects.Add(new BoundSubject(subject, machine, @object, origin, entryPlace, place) { Demanded = demanded });
    }
}
