using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Pictures.Layout;

/// <summary>Gives boxes their layers. An edge that leads to an earlier box of the file leads up: the order in which a table lists its states is the order
/// in which its author thinks of them, which no search for few upward edges knows. Nothing stands above the box where reading begins.</summary>
internal static class Ranking
{
    // Edges that lead down are kept short before those that lead back.
    private const int Down = 3, Up = 1;

    /// <summary>A rank for each box; the ends of an edge have different ones.</summary>
    /// <param name="nodes">How many boxes.</param>
    /// <param name="first">The box where reading begins.</param>
    /// <param name="edges">Between different boxes.</param>
    public static int[] Of(int nodes, int first, IReadOnlyList<LayoutEdge> edges)
    {
        int Place(int node) => node == first ? -1 : node;
        (int Upper, int Lower) Ends(LayoutEdge edge) => Place(edge.From) < Place(edge.To) ? (edge.From, edge.To) : (edge.To, edge.From);
        var lines = edges.GroupBy(Ends).Select(pair => new Arc(pair.Key.Upper, pair.Key.Lower, 1, pair.Sum(edge => edge.From == pair.Key.Upper ? Down : Up)));
        var below = Enumerable.Range(0, nodes).Where(node => node != first).Select(node => new Arc(first, node, 0, 0));
        return NetworkSimplex.Solve(nodes, lines.Concat(below));
    }
}
