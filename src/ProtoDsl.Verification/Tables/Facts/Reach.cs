using System;
using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Verification.Tables.Facts;

/// <summary>Questions about a graph over states.</summary>
internal static class Reach
{
    /// <summary>What can be reached from some states, these included.</summary>
    public static bool[] From(IEnumerable<int> starts, int count, Func<int, IEnumerable<int>> next)
    {
        var reached = new bool[count];
        Walk(starts, next, reached, null);
        return reached;
    }

    /// <summary>The circles (or single states) into which nothing leads from outside, among the states that are asked about; each with its members,
    /// ascending. What is asked about must not be entered from elsewhere.</summary>
    /// <param name="isAsked">The states to look at.</param>
    /// <param name="next">Where a state leads.</param>
    /// <param name="previous">What leads to a state.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Sources(bool[] isAsked, Func<int, IEnumerable<int>> next, Func<int, IEnumerable<int>> previous)
    {
        var finished = new List<int>();
        Walk(Asked(isAsked), state => next(state).Where(target => isAsked[target]), new bool[isAsked.Length], finished);

        // In the reverse order of finishing, a state that is not reached by then is one that nothing outside its circle leads to (Kosaraju).
        var reached = new bool[isAsked.Length];
        var sources = new List<IReadOnlyList<int>>();
        for (var i = finished.Count - 1; i >= 0; i--)
        {
            if (!reached[finished[i]])
            {
                Walk([finished[i]], state => next(state).Where(target => isAsked[target]), reached, null);
                var circle = From([finished[i]], isAsked.Length, state => previous(state).Where(source => isAsked[source]));
                sources.Add(Asked(circle).ToArray());
            }
        }

        return sources.OrderBy(source => source[0]).ToArray();
    }

    private static IEnumerable<int> Asked(bool[] isAsked) => Enumerable.Range(0, isAsked.Length).Where(state => isAsked[state]);

    // Depth first, without recursion.
    private static void Walk(IEnumerable<int> starts, Func<int, IEnumerable<int>> next, bool[] reached, List<int>? finished)
    {
        var path = new Stack<(int State, IEnumerator<int> Next)>();
        foreach (var start in starts)
        {
            Enter(start);
            while (path.Count > 0)
            {
                var (state, targets) = path.Peek();
                if (targets.MoveNext())
                {
                    Enter(targets.Current);
                    continue;
                }

                targets.Dispose();
                path.Pop();
                finished?.Add(state);
            }
        }

        void Enter(int state)
        {
            if (!reached[state])
            {
                reached[state] = true;
                path.Push((state, next(state).GetEnumerator()));
            }
        }
    }
}
