using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Reentry;

/// <summary>Finds the events that code raises on the machine that is running: those that are written there, and those that a method of the same class
/// raises whichever way it takes. Lambdas and local functions may run later, so they are left out.</summary>
internal sealed class RaiseReader(RunningMachine running, ProgramCode program, CancellationToken cancellationToken)
{
    private const int MaxDepth = 8;

    /// <summary>The event that an operation raises itself; null for none.</summary>
    public IInvocationOperation? RaisedAt(IOperation operation) =>
        operation is IInvocationOperation call
        && program.Catalog.MemberOf(call.TargetMethod) is { Kind: MemberKind.Raise or MemberKind.Try or MemberKind.Elapsed } member
        && member.Machine == running.Machine
        && running.IsNamedBy(call.Instance)
            ? call
            : null;

    /// <summary>The event that a helper certainly raises which an operation calls, the first in its text; null for none.</summary>
    public IInvocationOperation? RaisedBy(IOperation operation) => RaisedBy(operation, MaxDepth);

    private IInvocationOperation? RaisedBy(IOperation operation, int depth)
    {
        if (depth == 0
            || operation is not IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Ordinary } method } call
            || !RunningMachine.IsThis(call.Instance)
            || CodeCall.On(call.Instance, method, call.Arguments, call).Kind != CallKind.Exact
            || !IsOverAfter(call))
        {
            return null;
        }

        var helper = BodySyntax.DefinitionOf(method);
        return program.Bodies.Of(helper, cancellationToken) is { } body
            && program.Moves.MovedByExactly(helper, cancellationToken).MayMove(running.Machine, program.Catalog.Compilation)
            && body.Graph(cancellationToken) is { } graph
                ? RaisedOnEveryPath(graph, depth - 1)
                : null;
    }

    /// <summary>What an asynchronous helper does is part of the event only if its task is awaited or handed back.</summary>
    private static bool IsOverAfter(IInvocationOperation call)
    {
        if (!Awaitable.Is(call.TargetMethod.ReturnType))
        {
            return !call.TargetMethod.IsAsync;
        }

        var parent = call.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" })
        {
            parent = parent.Parent;
        }

        return parent is IAwaitOperation or IReturnOperation;
    }

    /// <summary>The first event of a body that cannot come to its end without raising one.</summary>
    private IInvocationOperation? RaisedOnEveryPath(ControlFlowGraph graph, int depth)
    {
        IInvocationOperation? first = null;
        var seen = new HashSet<int> { 0 };
        var todo = new Stack<int>(seen);
        while (todo.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var block = graph.Blocks[todo.Pop()];
            if (block.Kind == BasicBlockKind.Exit)
            {
                return null;
            }

            var roots = block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;
            if (roots.SelectMany(root => root.DescendantsAndSelf()).Select(operation => RaisedAt(operation) ?? RaisedBy(operation, depth)).FirstOrDefault(raised => raised is not null) is { } raised)
            {
                first = first is null || raised.Syntax.SpanStart < first.Syntax.SpanStart ? raised : first;
                continue;
            }

            foreach (var branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
            {
                if (branch?.Destination is { } next && seen.Add(next.Ordinal))
                {
                    todo.Push(next.Ordinal);
                }
            }
        }

        return first;
    }
}
