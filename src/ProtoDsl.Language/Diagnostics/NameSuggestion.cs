using System;
using System.Collections.Generic;

namespace ProtoDsl.Language.Diagnostics;

/// <summary>Did-you-mean: the name that was most likely meant.</summary>
public static class NameSuggestion
{
    private const int LongestName = 64;

    /// <summary>The candidate that differs in case only; else the one that the fewest edits (insert, delete, replace, swap of
    /// neighbours; case counts half) turn <paramref name="name"/> into, the first of equals; null where none is near: one edit
    /// at least is allowed, and one in three characters at most.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > LongestName)
        {
            return null;
        }

        string? best = null;
        var bound = (2 * Math.Max(1, name.Length / 3)) + 1;
        var isBestAlike = false;
        var rows = new int[3][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new int[LongestName + 1];
        }

        foreach (var candidate in candidates)
        {
            if (string.Equals(name, candidate, StringComparison.OrdinalIgnoreCase) && candidate != name)
            {
                return candidate;
            }

            if (candidate.Length is 0 or > LongestName || 2 * Math.Abs(candidate.Length - name.Length) > bound || candidate == name)
            {
                continue;
            }

            // A name of one letter is near to everything.
            // Of equals, one that begins alike: first letters are seldom mistaken.
            var isAlike = candidate[0] == name[0];
            var distance = Distance(name, candidate, bound + 1, rows);
            if ((distance < bound || (distance == bound && best is not null && isAlike && !isBestAlike)) && distance < Math.Min(name.Length, candidate.Length))
            {
                best = candidate;
                bound = distance;
                isBestAlike = isAlike;
            }
        }

        return best;
    }

    // In half edits; gives up with the bound as soon as a row is nowhere below it.
    private static int Distance(string from, string to, int bound, int[][] rows)
    {
        var (before, previous, current) = (rows[0], rows[1], rows[2]);
        for (var j = 0; j <= to.Length; j++)
        {
            previous[j] = 2 * j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            current[0] = 2 * i;
            var least = current[0];
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = previous[j - 1] + Cost(from[i - 1], to[j - 1]);
                cost = Math.Min(cost, Math.Min(previous[j], current[j - 1]) + 2);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + 2);
                }

                current[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least >= bound)
            {
                return bound;
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[to.Length];
    }

    private static int Cost(char a, char b) => a == b ? 0 : char.ToUpperInvariant(a) == char.ToUpperInvariant(b) ? 1 : 2;
}
