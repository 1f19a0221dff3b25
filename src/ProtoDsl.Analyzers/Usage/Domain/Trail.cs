using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>How a machine came to be in a state, or how that is known.</summary>
internal enum TrailKind
{
    /// <summary>It was made there.</summary>
    Created,

    /// <summary>An event led there.</summary>
    Entered,

    /// <summary>A method that was called left it there.</summary>
    Left,

    /// <summary>A method returned it so.</summary>
    Returned,

    /// <summary>A test said so.</summary>
    Tested,

    /// <summary><c>AssumeState</c> said so.</summary>
    Assumed,
}

/// <summary>One step that led a machine into a state, and the step before.</summary>
/// <param name="Kind">How.</param>
/// <param name="State">The state after it.</param>
/// <param name="What">The event, as C# writes it; the name of a method; for a creation, the expression's kind.</param>
/// <param name="Site">Where.</param>
/// <param name="Previous">The step before; null where that is not known.</param>
internal sealed record TrailStep(TrailKind Kind, int State, string What, SyntaxNode Site, TrailStep? Previous);

/// <summary>For the states that a machine may be in, the step that led there. For messages only: no decision hangs on it, so it does not
/// take part in comparisons, and where two paths lead into one state the first found stays.</summary>
internal readonly struct Trail
{
    /// <summary>Messages name three states at most, so more are not kept.</summary>
    private const int MaxSteps = 8;

    private readonly ImmutableArray<TrailStep> _steps;

    private Trail(ImmutableArray<TrailStep> steps) => _steps = steps;

    /// <summary>The step that led into a state; null where that is not known.</summary>
    public TrailStep? StepTo(int state)
    {
        if (!_steps.IsDefault)
        {
            foreach (var step in _steps)
            {
                if (step.State == state)
                {
                    return step;
                }
            }
        }

        return null;
    }

    /// <summary>True for the very same steps.</summary>
    public bool IsSameAs(Trail other) => _steps == other._steps;

    /// <summary>The trail and one more step, unless one leads into that state already.</summary>
    public Trail With(TrailStep step) => StepTo(step.State) is not null || (!_steps.IsDefault && _steps.Length == MaxSteps)
        ? this
        : new Trail(_steps.IsDefault ? ImmutableArray.Create(step) : _steps.Add(step));

    /// <summary>Both trails; the left one has the say.</summary>
    public static Trail Join(Trail left, Trail right)
    {
        if (!right._steps.IsDefault)
        {
            foreach (var step in right._steps)
            {
                left = left.With(step);
            }
        }

        return left;
    }
}
