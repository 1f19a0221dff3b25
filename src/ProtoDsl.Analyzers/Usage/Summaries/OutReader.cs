using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>What a variable of the caller holds that was passed by reference.</summary>
internal enum OutKind
{
    /// <summary>That cannot be told.</summary>
    Unknown,

    /// <summary>What it held before.</summary>
    Kept,

    /// <summary>Nothing.</summary>
    Null,

    /// <summary>Another machine, whose states are known.</summary>
    New,
}

/// <summary>What a method hands back through a <c>ref</c> or <c>out</c> parameter that is a machine.</summary>
/// <param name="Ordinal">The parameter.</param>
/// <param name="Kind">What it is.</param>
/// <param name="States">The states that it may be in, where it is new.</param>
/// <param name="MayBeNull">True when it may be none.</param>
/// <param name="IsOwned">True when the caller is the only one that has it.</param>
internal sealed record OutMachine(int Ordinal, OutKind Kind, StateSet States, bool MayBeNull, bool IsOwned);

/// <summary>Reads what a method hands back through <c>ref</c> and <c>out</c> parameters.</summary>
internal static class OutReader
{
    /// <summary>One for each such parameter: what all ends agree on.</summary>
    public static ImmutableArray<OutMachine> Of(BodyContext context, IReadOnlyCollection<FlowState> returns) =>
        ParametersOf(context).Select(parameter => returns.Select(state => Of(context, parameter, state)).DefaultIfEmpty(Unknown(parameter)).Aggregate(Join)).ToImmutableArray();

    /// <summary>What tells the ends of a method apart, as far as it is about what is handed back.</summary>
    public static string ShapeOf(BodyContext context, FlowState state) =>
        string.Concat(ParametersOf(context).Select(parameter => Of(context, parameter, state).Kind.ToString()));

    private static IEnumerable<IParameterSymbol> ParametersOf(BodyContext context) => context.Owner is not IMethodSymbol method ? []
        : method.Parameters.Where(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out && context.Catalog.MachineOf(parameter.Type) is not null);

    private static OutMachine Of(BodyContext context, IParameterSymbol parameter, FlowState state)
    {
        var entry = context.Subjects.FirstOrDefault(subject => subject.Subject.Equals(Subject.Of(parameter)));
        switch (state.Get(context.Places.Of(parameter)))
        {
            case NullValue:
                // What was null and still is has been kept.
                return entry is not null && state.Get(entry.EntryPlace) is NullValue ? Kept(parameter) : new OutMachine(parameter.Ordinal, OutKind.Null, default, true, true);
            case ObjectValue value when value.Object == entry?.Object:
                return Kept(parameter);
            case ObjectValue value when state.Find(value.Object) is { MayHoldMessages: false } facts && IsKnown(facts):
                return new OutMachine(parameter.Ordinal, OutKind.New, facts.States, value.MayBeNull, !facts.IsStored && !facts.IsForeign);
            default:
                return Unknown(parameter);
        }
    }

    private static OutMachine Kept(IParameterSymbol parameter) => new(parameter.Ordinal, OutKind.Kept, default, false, false);

    private static OutMachine Unknown(IParameterSymbol parameter) => new(parameter.Ordinal, OutKind.Unknown, default, true, false);

    private static OutMachine Join(OutMachine left, OutMachine right) => left.Kind == right.Kind
        ? left with { States = left.States | right.States, MayBeNull = left.MayBeNull || right.MayBeNull, IsOwned = left.IsOwned && right.IsOwned }
        : left with { Kind = OutKind.Unknown };

    private static bool IsKnown(ObjectFacts facts) => facts.Rows.Origins.All(origin => origin.Origin.Kind == OriginKind.Known);
}
