using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>Before two paths are joined: a variable that holds one fresh machine on the one and another on the other holds, afterwards, one machine
/// that is in the states of either. Only where nothing else holds them, so that no path has both.</summary>
internal static class FlowUnion
{
    /// <summary>The right state, its machines numbered as the left one's where they meet in a variable.</summary>
    public static FlowState Renumber(FlowState left, FlowState right)
    {
        var renumbered = right;
        for (var place = 0; place < left.PlaceCount; place++)
        {
            if (left.Get(place) is ObjectValue { Object: var l, Within: var leftField }
                && renumbered.Get(place) is ObjectValue { Object: var r, Within: var rightField }
                && l != r
                && SymbolEqualityComparer.Default.Equals(leftField, rightField)
                && IsHeldOnce(left, l)
                && IsHeldOnce(renumbered, r)
                && !renumbered.Knows(l)
                && !left.Knows(r)
                && left.FactsOf(l).Machine == renumbered.FactsOf(r).Machine)
            {
                renumbered = ReferenceEquals(renumbered, right) ? right.Clone() : renumbered;
                renumbered.Rename(r, l);
            }
        }

        return renumbered;
    }

    private static bool IsHeldOnce(FlowState state, int @object)
    {
        if (state.FactsOf(@object).IsEscaped)
        {
            return false;
        }

        var holders = 0;
        for (var place = 0; place < state.PlaceCount; place++)
        {
            if (state.Get(place) is ObjectValue { Object: var held } && held == @object)
            {
                holders++;
            }
        }

        return holders == 1;
    }
}
