using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Flow;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Computes summaries by following the flow of a body.</summary>
internal sealed class FlowSummarySolver(UsageModel model) : ISummarySolver
{
    /// <inheritdoc/>
    public MethodSummary Solve(MethodBody body, Func<IMethodSymbol, MethodSummary> summaryOf, Func<IMethodSymbol, bool> isInCircle, CancellationToken cancellationToken) =>
        body.Graph(cancellationToken) is { } graph
            ? BodyAnalysis.Solve(model, graph, body.Method, summaryOf, cancellationToken, isInCircle: isInCircle)
            : MethodSummary.Opaque;
}
