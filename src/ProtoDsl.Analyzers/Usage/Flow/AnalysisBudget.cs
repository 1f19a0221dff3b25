using System;
using System.Threading;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Thrown when a body is too large to analyse; nothing is then said about it.</summary>
internal sealed class BudgetExceededException : Exception;

/// <summary>Bounds the work on one body.</summary>
internal sealed class AnalysisBudget(CancellationToken cancellationToken)
{
    /// <summary>Operations evaluated, counting each visit, and blocks, which count for more where much is known. A body of 2,000 blocks and 25 machines needs
    /// some 20,000; the most costly shapes take 5 microseconds a step, so the worst body takes half a second.</summary>
    private const int MaxSteps = 100_000;

    private int _steps;

    /// <summary>Tells when the host has lost interest.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>One step more.</summary>
    /// <exception cref="OperationCanceledException">The host has lost interest.</exception>
    /// <exception cref="BudgetExceededException">The body is too large.</exception>
    public void Spend(int steps = 1)
    {
        _steps += steps;
        if (_steps > MaxSteps)
        {
            throw new BudgetExceededException();
        }

        CancellationToken.ThrowIfCancellationRequested();
    }
}
