using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Pictures.Text;

namespace ProtoDsl.Pictures.Svg;

/// <summary>Lines of text below each other, in the colours of their pieces.</summary>
internal static class LabelBlock
{
    private const double Baseline = 0.76;

    public static double Width(IReadOnlyList<LabelLine> lines) => lines.Select(line => line.Width(PictureSizes.LabelSize)).DefaultIfEmpty().Max();

    public static double Height(IReadOnlyList<LabelLine> lines) => lines.Count * PictureSizes.LineHeight;

    /// <summary>Writes the lines, the first with its upper side at <paramref name="y"/>.</summary>
    public static void Write(SvgText svg, IReadOnlyList<LabelLine> lines, double x, double y)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            var top = y + (index * PictureSizes.LineHeight);
            var content = string.Concat(line.Pieces.Select(piece => $"<tspan class=\"{Class(piece.Kind)}\">{SvgText.Escape(piece.Text)}</tspan>"));
            var place = new List<(string, string)>
            {
                ("x", SvgText.Number(x + line.Indent)), ("y", SvgText.Number(top + (PictureSizes.LineHeight * Baseline))),
            };
            if (line.Row >= 0)
            {
                place.Add(("data-row", line.Row.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }

            svg.Raw("text", content, [.. place]);
        }
    }

    private static string Class(PieceKind kind) => kind.ToString().ToLowerInvariant();
}
