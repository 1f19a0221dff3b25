using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What is known on either side of a condition.</summary>
internal static class Branching
{
    /// <summary>The state on the side where the condition has the outcome; dead where it never has.</summary>
    public static FlowState Refine(BodyContext context, FlowState before, IOperation condition, FlowValue? value, bool outcome)
    {
        var state = before.Clone();
        if (value is BoolValue test)
        {
            if (test.When(outcome) is not { } side)
            {
                state.Kill();
                return state;
            }

            if (test.Null is { } reference)
            {
                var isNull = reference.Outcome == outcome;
                state.RefineNull(reference.Object, isNull);
                if (isNull)
                {
                    context.Finishing.Excuse(state, reference.Object);
                }
            }

            foreach (var pair in side)
            {
                if (state.Find(pair.Key) is { } facts && ObjectFacts.Intersect(facts, pair.Value) is var narrowed && !narrowed.Equals(facts))
                {
                    state.Refine(pair.Key, narrowed.States == facts.States
                        ? narrowed
                        : narrowed.In(narrowed.Rows, Tested(narrowed.Trail, narrowed.States, condition.Syntax)));
                }
            }
        }

        RememberFlag(context, state, condition, outcome);
        return state;
    }

    /// <summary>A plain boolean variable: from here on it is known, so that a second test of it agrees with the first.</summary>
    private static void RememberFlag(BodyContext context, FlowState state, IOperation condition, bool outcome)
    {
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            condition = not.Operand;
            outcome = !outcome;
        }

        if (context.Places.OfVariable(condition) is >= 0 and var place && condition.Type?.SpecialType == SpecialType.System_Boolean)
        {
            state.Set(place, outcome ? BoolValue.True : BoolValue.False);
        }
    }

    private static Trail Tested(Trail trail, StateSet states, SyntaxNode site)
    {
        foreach (var state in states)
        {
            trail = trail.With(new TrailStep(TrailKind.Tested, state, "", site, null));
        }

        return trail;
    }
}
