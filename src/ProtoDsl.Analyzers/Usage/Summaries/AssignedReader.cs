using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>What a variable holds where a method ends, when the method has given it another machine.</summary>
internal static class AssignedReader
{
    /// <summary>The states of the new machine; empty unless every path has assigned one that is known.</summary>
    /// <param name="place">The variable.</param>
    /// <param name="before">The machine that it held at entry.</param>
    /// <param name="returns">The ends.</param>
    public static StateSet StatesOf(int place, int before, FlowState[] returns)
    {
        var states = default(StateSet);
        foreach (var state in returns)
        {
            if (state.Get(place) is not ObjectValue { Object: var @object } || @object == before || state.Find(@object) is not { } facts || !IsKnown(facts))
            {
                return default;
            }

            states |= facts.States;
        }

        return states;
    }

    private static bool IsKnown(ObjectFacts facts)
    {
        foreach (var origin in facts.Rows.Origins)
        {
            if (origin.Origin.Kind != OriginKind.Known)
            {
                return false;
            }
        }

        return true;
    }
}
