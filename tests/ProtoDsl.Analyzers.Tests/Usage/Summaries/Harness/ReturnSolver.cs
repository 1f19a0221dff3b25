using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Tests.Usage.Summaries.Harness;

/// <summary>A small analysis to try the store with: a method returns if it can get past its calls. What stands in an <c>if</c> may be left out.</summary>
internal sealed class ReturnSolver : ISummarySolver
{
    private readonly ConcurrentQueue<string> _solved = [];

    /// <summary>The methods that were looked at, in order, with repetition.</summary>
    public string Solved => string.Join(" ", _solved);

    /// <summary>Runs before each look.</summary>
    public Action<IMethodSymbol> BeforeSolve { get; init; } = static _ => { };

    public MethodSummary Solve(MethodBody body, Func<IMethodSymbol, MethodSummary> summaryOf, Func<IMethodSymbol, bool> isInCircle, CancellationToken cancellationToken)
    {
        BeforeSolve(body.Method);
        cancellationToken.ThrowIfCancellationRequested();
        _solved.Enqueue(body.Method.Name);
        var throws = body.Operation?.Descendants().Any(operation => operation is IThrowOperation) == true;
        var calls = body.Operation?.Descendants().OfType<IInvocationOperation>().Where(call => !IsConditional(call)) ?? [];
        var isStopped = throws || calls.Any(call => summaryOf(call.TargetMethod).Equals(MethodSummary.NeverReturns));
        return isStopped ? MethodSummary.NeverReturns : MethodSummary.Opaque;
    }

    private static bool IsConditional(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalOperation)
            {
                return true;
            }
        }

        return false;
    }
}
