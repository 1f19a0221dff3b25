using ProtoDsl.Pictures.Dot;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Mermaid;
using ProtoDsl.Pictures.Svg;

namespace ProtoDsl.Tool.Drawing;

/// <summary>A way to draw one machine.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Extension">Of its files.</param>
/// <param name="Draw">Draws.</param>
internal sealed record PictureFormat(string Name, string Extension, Func<MachineGraph, string> Draw)
{
    /// <summary>The name of the format that is of a whole table: a page.</summary>
    public const string Page = "html";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PictureFormat> All { get; } =
    [
        new("mermaid", ".mmd", MermaidPicture.Of),
        new("dot", ".dot", DotPicture.Of),
        new("svg", ".svg", SvgPicture.Of),
    ];
}

/// <summary>What was drawn.</summary>
/// <param name="Name">Of its machine, or its table.</param>
/// <param name="Text">The file.</param>
internal sealed record Picture(string Name, string Text);
