using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Calls of members of machines: they do what their table says.</summary>
internal sealed class MemberEvaluator(BodyContext context, MachineMoves moves, EventEvaluator events)
{
    private readonly MachineCreation _creation = new(context);
    private readonly AssumptionEvaluator _assumptions = new(context, moves);

    /// <summary>A call of one.</summary>
    public FlowValue? Invoke(IInvocationOperation call, MachineMember member, FlowValue? receiver, TagKnowledge tags, FlowState state)
    {
        if (member.Kind == MemberKind.Restore)
        {
            moves.RunUnseenCode(state);
            context.Throw(state);
            return _creation.Make(call, member.Machine, member.Machine.Table.All, state);
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
    public MachineMember? DisposeOf(FlowValue? receiver, IMethodSymbol method) =>
        receiver is ObjectValue { Object: var @object, Within: null }
        && method.ContainingType is { TypeKind: TypeKind.Interface, Name: "IDisposable" or "IAsyncDisposable", ContainingNamespace.Name: "System" }
        && context.MachineOf(@object) is var machine
        && machine.Symbol.FindImplementationForInterfaceMember(method) is { } implementation
            ? machine.MemberOf(implementation)
            : null;
}
