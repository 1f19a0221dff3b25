using System;
using System.Collections.Generic;
using ProtoDsl.Pictures.Dot;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Layout;
using ProtoDsl.Pictures.Mermaid;
using ProtoDsl.Pictures.Svg;

namespace ProtoDsl.Pictures;

/// <summary>A way to draw one machine.</summary>
public sealed class PictureFormat
{
    /// <summary>The name of the format that is of a whole table: a page.</summary>
    public const string Page = "html";

    private readonly Func<MachineGraph, string> _draw;

    private PictureFormat(string name, string extension, Func<MachineGraph, string> draw)
    {
        Name = name;
        Extension = extension;
        _draw = draw;
    }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PictureFormat> All { get; } =
    [
        new("mermaid", ".mmd", MermaidPicture.Of),
        new("dot", ".dot", DotPicture.Of),
        new("svg", ".svg", SvgPicture.Of),
    ];

    /// <summary>As typed: <c>svg</c>.</summary>
    public string Name { get; }

    /// <summary>Of its files: <c>.svg</c>.</summary>
    public string Extension { get; }

    /// <summary>The text of the picture's file.</summary>
    /// <param name="graph">What is drawn.</param>
    /// <exception cref="PictureTooLargeException">The machine is too large for a picture in this format.</exception>
    public string Draw(MachineGraph graph) => _draw(graph);
}
