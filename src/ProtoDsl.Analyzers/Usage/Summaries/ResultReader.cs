using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>What a method returns, where that is a machine.</summary>
internal static class ResultReader
{
    /// <summary>What the ends of a body agree on; null for a method that returns no machine.</summary>
    public static ReturnedMachine? Of(BodyContext context, FlowState[] returns)
    {
        if (context.Owner is not IMethodSymbol method)
        {
            return null;
        }

        var type = Awaitable.ResultOf(method.ReturnType);
        if (context.Catalog.MachineOf(type) is null && context.Model.Program.Wrappers.FieldOf(type, context.Budget.CancellationToken) is null)
        {
            return null;
        }

        ReturnedMachine? result = null;
        foreach (var state in returns)
        {
            var one = Of(context, state);
            result = result is null ? one : Join(result, one);
        }

        return result ?? ReturnedMachine.Unknown;
    }

    /// <summary>What tells the ends of a method apart, as far as it is about the machine that is returned.</summary>
    public static (int Parameter, bool IsNull, bool IsKnown) ShapeOf(BodyContext context, FlowState state) =>
        context.Owner is IMethodSymbol method && context.Catalog.MachineOf(Awaitable.ResultOf(method.ReturnType)) is not null && Of(context, state) is var machine
            ? (machine.Parameter, state.Get(context.ResultPlace) is NullValue, machine != ReturnedMachine.Unknown)
            : default;

    private static ReturnedMachine Of(BodyContext context, FlowState state)
    {
        switch (state.Get(context.ResultPlace))
        {
            case NullValue:
                return new ReturnedMachine(-1, default, IsOwned: true, MayBeNull: true);
            case ObjectValue value when state.Find(value.Object) is { } facts:
                var subject = context.Subjects.FirstOrDefault(subject => subject.Object == value.Object);
                return subject is { Subject.Kind: SubjectKind.Parameter } parameter ? new ReturnedMachine(parameter.Subject.Ordinal, default, false, value.MayBeNull)
                    : facts.Rows.Origins.All(origin => origin.Origin.Kind != OriginKind.Unknown) && !facts.MayHoldMessages
                        ? new ReturnedMachine(-1, facts.States, !facts.IsStored && !facts.IsForeign, value.MayBeNull)
                        : ReturnedMachine.Unknown;
            default:
                return ReturnedMachine.Unknown;
        }
    }

    private static ReturnedMachine Join(ReturnedMachine left, ReturnedMachine right) =>
        left == ReturnedMachine.Unknown || right == ReturnedMachine.Unknown || left.Parameter != right.Parameter
            ? ReturnedMachine.Unknown
            : new ReturnedMachine(left.Parameter, left.States | right.States, left.IsOwned && right.IsOwned, left.MayBeNull || right.MayBeNull);
}
