using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Messages;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage.Reentry;

/// <summary>Finds events that are raised on a machine from inside one of its own: in the code that it runs as guards, effects, sends, timers and
/// <c>OnTransition</c>. The generated code refuses them always, those of <c>TryX</c> and <c>Elapsed</c> too; to ask <c>State</c> and <c>CanX</c>, or to assume, is fine there.</summary>
internal static class ReentryFinder
{
    /// <summary>The findings in a body of a method.</summary>
    public static IEnumerable<Diagnostic> Find(ISymbol owner, IOperation body, ProgramCode program, CancellationToken cancellationToken)
    {
        if (owner is not IMethodSymbol method || RunningMachines.Of(method, program, cancellationToken) is not { } running)
        {
            yield break;
        }

        var raises = new RaiseReader(running, program, cancellationToken);
        foreach (var operation in OwnOperations(body))
        {
            if (raises.RaisedAt(operation) is { } raised)
            {
                yield return RunningDiagnostics.RaisedInside(raised, method, running);
            }
            else if (operation is IInvocationOperation call && raises.RaisedBy(call) is { } within)
            {
                yield return RunningDiagnostics.RaisedInside(call, within, method, running);
            }
        }
    }

    /// <summary>The operations that run when the body does.</summary>
    private static IEnumerable<IOperation> OwnOperations(IOperation root)
    {
        var todo = new Stack<IOperation>();
        todo.Push(root);
        while (todo.Count > 0)
        {
            var operation = todo.Pop();
            yield return operation;
            foreach (var child in operation.ChildOperations.Where(child => child is not (IAnonymousFunctionOperation or ILocalFunctionOperation)).Reverse())
            {
                todo.Push(child);
            }
        }
    }
}
