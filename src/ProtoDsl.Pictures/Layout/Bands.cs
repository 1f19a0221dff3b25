using System;
using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Pictures.Layout;

/// <summary>The vertical places of the layers: each as high as its highest box or label, and between two of them the more room, the farther lines move sideways there.</summary>
internal sealed class Bands
{
    private const double LeastGap = 22, MostGap = 110, Slope = 0.16;

    private readonly LayeredGraph _graph;
    private readonly double[] _top;
    private readonly double[] _height;

    public Bands(LayeredGraph graph, int[] x, Ports ports)
    {
        _graph = graph;
        _height = [.. graph.Layers.Select(layer => layer.Select(vertex => graph.Vertices[vertex].Height).DefaultIfEmpty().Max())];
        _top = new double[graph.Layers.Length];
        var aside = Aside(graph, x, ports);
        for (var layer = 1; layer < _top.Length; layer++)
        {
            _top[layer] = LayerBottom(layer - 1) + Math.Min(MostGap, LeastGap + (aside[layer - 1] * Slope));
        }
    }

    public double Height => _top.Length == 0 ? 0 : LayerBottom(_top.Length - 1);

    public double LayerTop(int layer) => _top[layer];

    public double LayerBottom(int layer) => _top[layer] + _height[layer];

    /// <summary>The upper side of a box or label: in the middle of its layer.</summary>
    public double Top(int vertex) => _top[_graph.Vertices[vertex].Layer] + ((_height[_graph.Vertices[vertex].Layer] - _graph.Vertices[vertex].Height) / 2);

    public double Bottom(int vertex) => Top(vertex) + _graph.Vertices[vertex].Height;

    // The farthest that a line moves below each layer.
    private static double[] Aside(LayeredGraph graph, int[] x, Ports ports)
    {
        var aside = new double[graph.Layers.Length];
        for (var chain = 0; chain < graph.Chains.Length; chain++)
        {
            var vertices = graph.Chains[chain];
            for (var index = 1; index < vertices.Count; index++)
            {
                var moved = x[vertices[index]] + ports.Offset(chain, index) - x[vertices[index - 1]] - ports.Offset(chain, index - 1);
                var layer = graph.Vertices[vertices[index - 1]].Layer;
                aside[layer] = Math.Max(aside[layer], Math.Abs(moved));
            }
        }

        return aside;
    }
}
