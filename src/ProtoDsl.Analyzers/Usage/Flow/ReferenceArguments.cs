using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Arguments that are passed by reference to a method whose summary is known.</summary>
internal sealed class ReferenceArguments(BodyContext context)
{
    /// <summary>True when every one is a local variable or parameter: what is written to it can be followed.</summary>
    public bool CanFollow(IReadOnlyCollection<PassedArgument> arguments) =>
        arguments.All(argument => argument.Argument.Parameter?.RefKind is null or RefKind.None or RefKind.In
            || (PlaceOf(argument) is >= 0 and var place && !context.Places.Members.ContainsKey(place)));

    /// <summary>The callee has returned: what it has assigned is in the variables.</summary>
    public void Assign(MethodSummary summary, IReadOnlyCollection<PassedArgument> arguments, int shift, FlowState state)
    {
        foreach (var argument in arguments.Where(argument => argument.Argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out))
        {
            var ordinal = (argument.Argument.Parameter?.Ordinal ?? 0) + shift;
            var made = summary.Outs.FirstOrDefault(made => made.Ordinal == ordinal);
            if (made is not { Kind: OutKind.Kept } || argument.Value is not (ObjectValue or NullValue))
            {
                state.Set(PlaceOf(argument), made?.Kind switch
                {
                    OutKind.Null => NullValue.Instance,
                    OutKind.New => Made(argument, made, state),
                    _ => null,
                });
            }
        }
    }

    /// <summary>The callee has thrown: whether it had assigned by then cannot be told.</summary>
    public void Interrupt(MethodSummary summary, IReadOnlyCollection<PassedArgument> arguments, int shift, FlowState state)
    {
        foreach (var argument in arguments.Where(argument => argument.Argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out))
        {
            var ordinal = (argument.Argument.Parameter?.Ordinal ?? 0) + shift;
            if (!summary.Effects.Any(effect => effect is { IsReplaced: false, Subject.Kind: SubjectKind.Parameter } && effect.Subject.Ordinal == ordinal))
            {
                state.Set(PlaceOf(argument), null);
            }
        }
    }

    private FlowValue? Made(PassedArgument argument, OutMachine handed, FlowState state)
    {
        var key = argument.Argument.Syntax;
        if (context.Catalog.MachineOf(argument.Argument.Parameter?.Type) is not { } machine
            || context.Objects.NumberOf(("reference", key), machine) is not (>= 0 and var @object))
        {
            return null;
        }

        var trail = default(Trail);
        foreach (var made in handed.States)
        {
            trail = trail.With(new TrailStep(TrailKind.Entered, made, argument.Argument.Parameter?.ContainingSymbol.Name ?? "", key, null));
        }

        var rows = StateRows.Known(context.Origins.Of(("reference", key), OriginKind.Known, machine.Table), handed.States);
        var facts = new ObjectFacts(machine.Table, rows, trail);
        state.Renew(@object, handed.IsOwned ? facts : facts.AsEscaped());
        return new ObjectValue(@object, handed.MayBeNull);
    }

    private int PlaceOf(PassedArgument argument) => context.Places.OfVariable(context.Places.TargetOf(argument.Argument.Value));
}
