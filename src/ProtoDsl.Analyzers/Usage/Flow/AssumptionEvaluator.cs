using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary><c>AssumeState</c>: it throws where it is not so, so behind it it is. What it says counts more than what the analysis has found.</summary>
internal sealed class AssumptionEvaluator(BodyContext context, MachineMoves moves)
{
    /// <summary>Of a machine that is followed.</summary>
    public ObjectValue Assume(FlowState state, ObjectValue receiver, IInvocationOperation call)
    {
        var @object = receiver.Object;
        var named = StatesIn(call, context.MachineOf(@object), out var isComplete);

        // Who says where it is says that what was raised before is done.
        state.SetPending(@object, null);
        var before = moves.Observe(state, @object);
        var thrown = before.And(before.States - named);
        if (receiver.MayBeNull)
        {
            context.Throw(context.Catalog.Exceptions.NullReference, state, static _ => { });
        }

        if (!thrown.Rows.IsEmpty)
        {
            context.Throw(context.Catalog.Exceptions.Assumption, state, thrower => thrower.Refine(@object, thrown));
        }

        if (isComplete && !named.IsEmpty)
        {
            var after = Assumed(before, named, call.Syntax);
            if ((before.States & named).IsEmpty)
            {
                state.Replace(@object, after);
            }
            else
            {
                state.Refine(@object, after);
            }
        }

        return receiver with { MayBeNull = false };
    }

    /// <summary>Of a machine of which nothing is known; null where nothing is said either.</summary>
    public ObjectValue? AssumeUnknown(FlowState state, MachineType machine, IInvocationOperation call)
    {
        var named = StatesIn(call, machine, out var isComplete);
        if (!isComplete || named.IsEmpty || context.Objects.NumberOf(call.Syntax, machine) is not (>= 0 and var @object))
        {
            return null;
        }

        state.Renew(@object, Assumed(ObjectFacts.Foreign(machine.Table, context.UnknownRows(machine, ("assumed", @object))), named, call.Syntax));
        return new ObjectValue(@object, MayBeNull: false);
    }

    /// <summary>What is known, as far as it agrees; else what is assumed, each state of which is then possible.</summary>
    private ObjectFacts Assumed(ObjectFacts before, StateSet states, SyntaxNode site)
    {
        var rows = before.Rows.And(states);
        if (rows.IsEmpty)
        {
            rows = StateRows.Known(context.Origins.Of(("assumed", site), OriginKind.Known, before.Machine), states);
        }

        var trail = default(Trail);
        foreach (var state in rows.States)
        {
            // Where nothing new is said, how it came about is the better story.
            var known = before.States == rows.States ? before.Trail.StepTo(state) : null;
            trail = trail.With(known ?? new TrailStep(TrailKind.Assumed, state, "", site, null));
        }

        return before.In(rows, trail).AsTested();
    }

    /// <summary>The states that a call names; <paramref name="isComplete"/>: no others can be meant.</summary>
    private static StateSet StatesIn(IInvocationOperation call, MachineType machine, out bool isComplete)
    {
        var states = default(StateSet);
        isComplete = true;
        foreach (var value in call.Arguments.SelectMany(argument => ValuesOf(argument.Value)))
        {
            if (PatternReader.NumberIn(value) is { } number)
            {
                states |= machine.StatesWhere(state => state == number);
            }
            else
            {
                isComplete = false;
            }
        }

        return states;
    }

    private static IEnumerable<IOperation> ValuesOf(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null, ConstantValue.HasValue: false } conversion)
        {
            value = conversion.Operand;
        }

        // What "params" makes of nothing has no initialiser in some versions of the compiler.
        var isEmptyArray = value is IArrayCreationOperation array && array.DimensionSizes.All(size => size.ConstantValue is { HasValue: true, Value: 0 });
        return value is IArrayCreationOperation { Initializer: { } initializer } ? initializer.ElementValues
            : value.Syntax is CollectionExpressionSyntax ? value.ChildOperations
            : isEmptyArray ? Enumerable.Empty<IOperation>()
            : new[] { value };
    }
}
