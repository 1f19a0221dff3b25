using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>A machine that a method hands back through an <c>out</c> parameter.</summary>
/// <param name="Ordinal">The parameter.</param>
/// <param name="States">The states that it may be in; empty where that is not known.</param>
internal sealed record OutMachine(int Ordinal, StateSet States);

/// <summary>Reads what a method hands back through <c>out</c> parameters.</summary>
internal static class OutReader
{
    /// <summary>One for each <c>out</c> parameter that is a machine.</summary>
    public static ImmutableArray<OutMachine> Of(BodyContext context, FlowState[] returns) =>
        context.Owner is not IMethodSymbol method ? ImmutableArray<OutMachine>.Empty
        : method.Parameters
            .Where(parameter => parameter.RefKind == RefKind.Out && context.Catalog.MachineOf(parameter.Type) is not null)
            .Select(parameter => new OutMachine(parameter.Ordinal, AssignedReader.StatesOf(context.Places.Of(parameter), ObjectTable.None, returns)))
            .ToImmutableArray();
}
