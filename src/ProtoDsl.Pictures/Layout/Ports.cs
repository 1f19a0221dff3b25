using System;
using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Pictures.Layout;

/// <summary>Where lines meet the upper and the lower side of a box: each at a place of its own, in the order of the lines' other ends.</summary>
internal sealed class Ports
{
    /// <summary>The least distance of two lines at one side.</summary>
    public const int Gap = 14;

    private const int Corner = 12;

    private readonly Dictionary<(int Chain, int Index), int> _offsets = [];

    /// <summary>The least width of a box with this many lines at one side.</summary>
    public static double WidthFor(int lines) => lines == 0 ? 0 : (2 * Corner) + ((lines - 1) * Gap);

    /// <summary>How far to the right of the box's middle the line meets it.</summary>
    public int Offset(int chain, int index) => _offsets.TryGetValue((chain, index), out var offset) ? offset : 0;

    /// <param name="graph">With its order.</param>
    /// <param name="widths">Of the boxes.</param>
    /// <param name="x">The places of the vertices.</param>
    public static Ports Of(LayeredGraph graph, IReadOnlyList<double> widths, int[] x)
    {
        var ports = new Ports();
        var lines = graph.Chains.SelectMany((chain, index) => new[]
        {
            (Node: chain[0], IsLower: true, Chain: index, Index: 0, Other: chain[1]),
            (Node: chain[chain.Count - 1], IsLower: false, Chain: index, Index: chain.Count - 1, Other: chain[chain.Count - 2]),
        });
        foreach (var side in lines.GroupBy(line => (line.Node, line.IsLower)))
        {
            var ordered = side.OrderBy(line => graph.Vertices[line.Other].Order).ThenBy(line => line.Chain).ToArray();
            var room = (int)(widths[side.Key.Node] / 2) - Corner;
            var places = Spread([.. ordered.Select(line => x[line.Other] - x[side.Key.Node])], room);
            for (var index = 0; index < ordered.Length; index++)
            {
                ports._offsets[(ordered[index].Chain, ordered[index].Index)] = places[index];
            }
        }

        return ports;
    }

    // As near to the wanted places as order, distance and the box's width allow.
    private static int[] Spread(int[] wanted, int room)
    {
        var places = new int[wanted.Length];
        for (var index = 0; index < wanted.Length; index++)
        {
            var least = -room + (index * Gap);
            var most = room - ((wanted.Length - 1 - index) * Gap);
            places[index] = Math.Max(least, Math.Min(most, wanted[index]));
            places[index] = index == 0 ? places[index] : Math.Max(places[index], places[index - 1] + Gap);
        }

        return places;
    }
}
