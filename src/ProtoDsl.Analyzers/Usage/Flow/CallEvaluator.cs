using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Calls, creations and property reads: members of machines do what their table says, other code does what it can.</summary>
internal sealed class CallEvaluator(
    BodyContext context,
    MachineMoves moves,
    EventEvaluator events,
    SummaryCalls summaries,
    LocalFunctionCalls localFunctions,
    NestedFunctions nested,
    ContractCalls contracts,
    ContractPromises promises,
    WrapperEvaluator wrappers,
    OperationEvaluator evaluator)
{
    private readonly ArgumentEvaluator _arguments = new(context, moves, promises, evaluator);
    private readonly MemberEvaluator _members = new(context, moves, events);
    private readonly MachineCreation _creation = new(context);

    /// <summary>A call.</summary>
    public FlowValue? Invoke(IInvocationOperation call, FlowState state)
    {
        var receiver = evaluator.Evaluate(call.Instance, state);
        var method = WrapperEvaluator.Resolve(receiver, call.TargetMethod);
        var member = context.Catalog.MemberOf(method) ?? _members.DisposeOf(receiver, method);
        if ((receiver is PendingValue || Awaitable.Is(call.Instance?.Type)) && method.Name is "ConfigureAwait" or "AsTask" or "Preserve")
        {
            return receiver;
        }

        state.Escape(receiver as PendingValue);
        var tags = member?.Event is { } @event ? TagReader.Read(@event, call) : TagKnowledge.None;
        var arguments = _arguments.Evaluate(call.Arguments, state);
        if (member is null && !state.IsDead)
        {
            contracts.Demand(call, method, arguments, state);
        }

        if (member is null && !state.IsDead && summaries.TryApply(call, method, receiver, arguments, state, out var result))
        {
            return promises.Keep(call, method, arguments, result, isFollowed: true, state);
        }

        if (!state.IsDead && !contracts.SaysSomethingOf(method) && localFunctions.TryRun(call, arguments, state, out result))
        {
            return result;
        }

        _arguments.Pass(arguments, method, isMember: member is not null, state);
        if (state.IsDead)
        {
            return null;
        }

        if (member is not null)
        {
            return _members.Invoke(call, member, receiver, tags, state);
        }

        if (receiver is ObjectValue && !CallEffects.IsOfObject(method))
        {
            wrappers.Surrender(state, receiver, method);
        }

        moves.RunMethod(state, method, promises.Untouched(arguments));
        if (NoReturn.Is(method))
        {
            context.Throw(state);
            state.Kill();
            return null;
        }

        if (method.MethodKind == MethodKind.LocalFunction)
        {
            nested.LoseLocalFunctionCaptures(state);
        }

        context.Throw(state);
        foreach (var (argument, returns) in NoReturn.Conditions(arguments))
        {
            state.Become(Branching.Refine(context, state, argument.Argument.Value, argument.Value, returns));
        }

        return promises.Keep(call, method, arguments, null, isFollowed: false, state);
    }

    /// <summary><c>new</c>.</summary>
    public FlowValue? Create(IObjectCreationOperation creation, FlowState state)
    {
        var arguments = _arguments.Evaluate(creation.Arguments, state);
        contracts.Demand(creation, creation.Constructor, arguments, state);
        if (state.IsDead)
        {
            return null;
        }

        var isFollowed = creation.Constructor is { } constructor && summaries.TryApply(creation, constructor, null, arguments, state, out _);
        if (!isFollowed)
        {
            _arguments.Pass(arguments, creation.Constructor, isMember: false, state);
            if (!IsInert(creation))
            {
                // A constructor that the generator writes throws for a missing argument only, which nobody means to catch.
                moves.RunMethod(state, creation.Constructor, promises.Untouched(arguments));
                if (!Thrown.IsException(creation.Type))
                {
                    context.Throw(state);
                }
            }
        }

        if (creation.Constructor is { } made)
        {
            promises.Keep(creation, made, arguments, null, isFollowed, state);
        }

        if (creation.Initializer is { } initializer)
        {
            evaluator.EvaluateUnknown(initializer, state);
        }

        return context.Catalog.MachineOf(creation.Type) is { } machine
            ? _creation.Make(creation, machine, machine.Table.Initial, state)
            : Thrown.IsException(creation.Type) ? new ExceptionValue(Thrown.Exactly(creation.Type))
            : wrappers.Create(creation, state);
    }

    /// <summary>True where making an object runs nobody's code.</summary>
    private bool IsInert(IObjectCreationOperation creation) =>
        context.Catalog.MachineOf(creation.Type) is not null
        || context.Catalog.IsGenerated(creation.Type)
        || creation.Constructor is { IsImplicitlyDeclared: true, ContainingType.TypeKind: TypeKind.Struct };

    /// <summary>A property is read.</summary>
    public FlowValue? ReadProperty(IPropertyReferenceOperation property, FlowState state)
    {
        var receiver = evaluator.Evaluate(property.Instance, state);
        state.Escape(receiver as PendingValue);
        var arguments = _arguments.Evaluate(property.Arguments, state);
        contracts.Demand(property, property.Property.GetMethod, arguments, state);
        if (WrapperEvaluator.MachineIn(receiver, property.Property) is { } inner)
        {
            return inner;
        }

        if (MayFollow(property, receiver) is { } getter && !state.IsDead && summaries.TryApply(property, getter, receiver, arguments, state, out var result))
        {
            return result;
        }

        _arguments.Pass(arguments, property.Property.GetMethod, isMember: false, state);
        var member = context.Catalog.MemberOf(property.Property);
        if (member is not null && receiver is ObjectValue machine && !state.IsDead)
        {
            if (machine.MayBeNull)
            {
                context.Throw(context.Catalog.Exceptions.NullReference, state, static _ => { });
            }

            switch (member)
            {
                case { Kind: MemberKind.State }:
                    context.Overlaps.Use(state, machine.Object, property.Syntax, "State");
                    moves.Observe(state, machine.Object);
                    return new StateValue(machine.Object, MayBeNull: false);
                case { Kind: MemberKind.Can, Event: { } @event }:
                    return events.Can(state, machine, @event, TagKnowledge.None, property);
            }
        }

        if (member is not null)
        {
            context.Tests.VisitUnknown(property.Syntax);
        }
        else
        {
            // Nobody writes a handler for what it throws, but what it leaves behind then stays.
            context.Exposure.See(state);
            wrappers.Surrender(state, receiver, property.Property.GetMethod);
            moves.RunMethod(state, property.Property.GetMethod, promises.Untouched(arguments));
            if (property.Property.IsIndexer)
            {
                // Other properties are not thought to throw: nobody writes a handler for them.
                context.Throw(state);
            }
        }

        return ContractReads.Read(context, property, state);
    }

    /// <summary>The getter of a property of the object at hand, or of one that owns a machine; null for others, and where attributes say what comes of it.</summary>
    private IMethodSymbol? MayFollow(IPropertyReferenceOperation property, FlowValue? receiver) =>
        context.Catalog.MachineOf(property.Type) is null
        && (receiver is ObjectValue { Within: not null } || (property.Instance is null or IInstanceReferenceOperation && context.Places.Members.Count > 0))
            ? property.Property.GetMethod
            : null;
}
