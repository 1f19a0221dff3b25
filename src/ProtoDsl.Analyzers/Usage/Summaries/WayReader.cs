using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Sorts the ends of a method that may hand back one machine or another, so that a caller can keep them apart: which variables it has assigned, what
/// it returns.</summary>
internal static class WayReader
{
    /// <summary>More are joined to one.</summary>
    private const int MaxWays = 8;

    /// <summary>The ends, in groups that are alike; a single group where there is nothing to tell apart.</summary>
    public static IReadOnlyList<(bool? Answer, FlowState[] Ends)> Of(BodyContext context, IReadOnlyCollection<FlowState> returns)
    {
        if (context.Owner is not IMethodSymbol method || !ForkingCalls.HandsBack(context.Catalog, method))
        {
            return [(null, returns.ToArray())];
        }

        var ways = returns.SelectMany(state => ByAnswer(context, state))
            .GroupBy(end => (end.Answer, Outs: OutReader.ShapeOf(context, end.State), Result: ResultReader.ShapeOf(context, end.State)))
            .Select(group => (group.Key.Answer, Ends: group.Select(end => end.State).ToArray()))
            .ToArray();
        return ways.Length > MaxWays ? [(null, returns.ToArray())] : ways;
    }

    /// <summary>Where the result is a boolean, an end is two: one for each of its values.</summary>
    private static IEnumerable<(bool? Answer, FlowState State)> ByAnswer(BodyContext context, FlowState state)
    {
        if (state.Get(context.ResultPlace) is not BoolValue answer)
        {
            yield return (null, state);
            yield break;
        }

        foreach (var outcome in new[] { true, false })
        {
            if (answer.When(outcome) is not { } side)
            {
                continue;
            }

            var end = state.Clone();
            foreach (var pair in side)
            {
                if (end.Find(pair.Key) is { } facts)
                {
                    end.Refine(pair.Key, ObjectFacts.Intersect(facts, pair.Value));
                }
            }

            end.Set(context.ResultPlace, outcome ? BoolValue.True : BoolValue.False);
            if (!end.IsDead)
            {
                yield return (outcome, end);
            }
        }
    }
}
