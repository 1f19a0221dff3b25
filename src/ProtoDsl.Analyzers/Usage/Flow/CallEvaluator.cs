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
    private readonly AssumptionEvaluator _assumptions = new(context, moves);

    private Compilation Compilation => context.Catalog.Compilation;

    /// <summary>A call.</summary>
    public FlowValue? Invoke(IInvocationOperation call, FlowState state)
    {
        var receiver = evaluator.Evaluate(call.Instance, state);
        var method = WrapperEvaluator.Resolve(receiver, call.TargetMethod);
        var member = context.Catalog.MemberOf(method) ?? DisposeOf(receiver, method);
        if ((receiver is PendingValue || Awaitable.Is(call.Instance?.Type)) && method.Name is "ConfigureAwait" or "AsTask" or "Preserve")
        {
            return receiver;
        }

        state.Escape(receiver as PendingValue);
        var tags = member?.Event is { } @event ? TagReader.Read(@event, call) : TagKnowledge.None;
        var arguments = EvaluateArguments(call.Arguments, state);
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

        PassArguments(arguments, method, isMember: member is not null, state);
        if (state.IsDead)
        {
            return null;
        }

        if (member is not null)
        {
            return InvokeMember(call, member, receiver, tags, state);
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
        var arguments = EvaluateArguments(creation.Arguments, state);
        contracts.Demand(creation, creation.Constructor, arguments, state);
        if (state.IsDead)
        {
            return null;
        }

        var isFollowed = creation.Constructor is { } constructor && summaries.TryApply(creation, constructor, null, arguments, state, out _);
        if (!isFollowed)
        {
            PassArguments(arguments, creation.Constructor, isMember: false, state);
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
            ? Make(creation, machine, machine.Table.Initial, state)
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
        var arguments = EvaluateArguments(property.Arguments, state);
        contracts.Demand(property, property.Property.GetMethod, arguments, state);
        if (WrapperEvaluator.MachineIn(receiver, property.Property) is { } inner)
        {
            return inner;
        }

        if (MayFollow(property, receiver) is { } getter && !state.IsDead && summaries.TryApply(property, getter, receiver, arguments, state, out var result))
        {
            return result;
        }

        PassArguments(arguments, property.Property.GetMethod, isMember: false, state);
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

    private FlowValue? InvokeMember(IInvocationOperation call, MachineMember member, FlowValue? receiver, TagKnowledge tags, FlowState state)
    {
        if (member.Kind == MemberKind.Restore)
        {
            moves.RunUnseenCode(state);
            context.Throw(state);
            return Make(call, member.Machine, member.Machine.Table.All, state);
        }

        if (receiver is not ObjectValue machine)
        {
            return InvokeOnUnknown(call, member, tags, state);
        }

        switch (member)
        {
            case { Kind: MemberKind.Raise or MemberKind.Try, Event: { } raised }:
                return events.Raise(state, machine, member, raised, tags, call);
            case { Kind: MemberKind.Can, Event: { } asked }:
                return events.Can(state, machine, asked, tags, call);
            case { Kind: MemberKind.Assume }:
                return _assumptions.Assume(state, machine, call);
            case { Kind: MemberKind.Elapsed } when !member.Machine.Table.IsAsync:
                return events.Elapse(state, machine, call.Syntax);
            case { Kind: MemberKind.Elapsed }:
                context.Overlaps.Use(state, machine.Object, call.Syntax, call.TargetMethod.Name);
                moves.Surrender(state, machine);
                moves.RunUnseenCode(state);
                break;
            case { Kind: MemberKind.Save }:
                // What is saved goes on elsewhere.
                context.Finishing.Excuse(state, machine);
                break;
        }

        context.Throw(state);
        return null;
    }

    private FlowValue? InvokeOnUnknown(IInvocationOperation call, MachineMember member, TagKnowledge tags, FlowState state)
    {
        if (member is { Kind: MemberKind.Raise or MemberKind.Try, Event: { } raised })
        {
            context.Sites.At(call, member, raised, tags).AddUnknown();
        }

        context.Tests.VisitUnknown(call.Syntax);
        if (member.Kind is MemberKind.Raise or MemberKind.Try or MemberKind.Elapsed)
        {
            moves.MoveUnknown(state, member.Machine);
            moves.RunUnseenCode(state);
        }

        context.Throw(state);
        return member.Kind == MemberKind.Assume ? _assumptions.AssumeUnknown(state, member.Machine, call) : null;
    }

    /// <summary>What <c>using</c> calls is the interface's method; in a machine with <c>call Dispose</c> it is that event.</summary>
    private MachineMember? DisposeOf(FlowValue? receiver, IMethodSymbol method) =>
        receiver is ObjectValue { Object: var @object, Within: null }
        && method.ContainingType is { TypeKind: TypeKind.Interface, Name: "IDisposable" or "IAsyncDisposable", ContainingNamespace.Name: "System" }
        && context.MachineOf(@object) is var machine
        && machine.Symbol.FindImplementationForInterfaceMember(method) is { } implementation
            ? machine.MemberOf(implementation)
            : null;

    private FlowValue? Make(IOperation creation, MachineType machine, StateSet states, FlowState state)
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

    private List<PassedArgument> EvaluateArguments(IReadOnlyCollection<IArgumentOperation> arguments, FlowState state)
    {
        var passed = new List<PassedArgument>();
        foreach (var argument in arguments)
        {
            var isOut = argument.Parameter?.RefKind == RefKind.Out;
            passed.Add(new PassedArgument(argument, isOut ? null : evaluator.Evaluate(argument.Value, state)));
        }

        // Whoever is handed a task may await it, but only when all that it is handed has been raised.
        passed.ForEach(argument => state.Escape(argument.Value as PendingValue));
        return passed;
    }

    private void PassArguments(IReadOnlyCollection<PassedArgument> arguments, IMethodSymbol? method, bool isMember, FlowState state)
    {
        foreach (var argument in arguments)
        {
            if (!state.IsDead)
            {
                PassArgument(argument, method, isMember, state);
            }
        }
    }

    /// <summary>An argument is handed to code that is not followed.</summary>
    private void PassArgument(PassedArgument passed, IMethodSymbol? method, bool isMember, FlowState state)
    {
        if (promises.LeavesAlone(passed))
        {
            return;
        }

        var (argument, value) = passed;
        state.Escape(value);
        if (value is ObjectValue { Object: var @object }
            && state.Knows(@object)
            && (isMember || (value is ObjectValue { Within: not null } && method is not null && !CallEffects.OnlyLooks(method)) || CallEffects.MayMove(method, argument.Parameter, context.MachineOf(@object), Compilation)))
        {
            moves.Surrender(state, value);
        }

        if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out && context.Places.OfVariable(context.Places.TargetOf(argument.Value)) is >= 0 and var place)
        {
            moves.Surrender(state, value);
            WriteThroughReference(place, method, state);
        }
    }

    private static void WriteThroughReference(int place, IMethodSymbol? method, FlowState state)
    {
        var mayKeepReference = method is null
            || method.ReturnsByRef
            || method.ReturnsByRefReadonly
            || method.ReturnType.IsRefLikeType
            || method.ContainingType.IsRefLikeType;
        if (mayKeepReference)
        {
            state.Lose(place);
        }
        else
        {
            state.Set(place, null);
        }
    }
}
