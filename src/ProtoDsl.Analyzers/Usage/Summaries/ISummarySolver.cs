using System;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Computes the summary of one method from those of its callees.</summary>
internal interface ISummarySolver
{
    /// <summary>Looks at a body once. The same body with equal summaries must give an equal result, and callees that do more must not make it do less: a
    /// recursive method is looked at until nothing changes.</summary>
    /// <param name="body">The body; it can be solved.</param>
    /// <param name="summaryOf">The summary of a callee, by any of its symbols; opaque for one that the call graph does not list for this body.</param>
    /// <param name="isInCircle">Whether a callee calls the method back, so that its summary is not final yet.</param>
    /// <param name="cancellationToken">To be honoured.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    MethodSummary Solve(MethodBody body, Func<IMethodSymbol, MethodSummary> summaryOf, Func<IMethodSymbol, bool> isInCircle, CancellationToken cancellationToken);
}
