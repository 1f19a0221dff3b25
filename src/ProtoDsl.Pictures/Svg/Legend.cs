using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Text;

namespace ProtoDsl.Pictures.Svg;

/// <summary>The shared rows below the drawing: a card a section, from left to right, as many in a line as fit.</summary>
internal sealed class Legend
{
    private const double Padding = 10;

    private readonly List<(double X, double Y, double Width, double Height, IReadOnlyList<LabelLine> Lines)> _cards = [];

    /// <param name="entries">The sections.</param>
    /// <param name="width">The width of the drawing; a card is never cut for it.</param>
    public Legend(IReadOnlyList<LegendEntry> entries, double width)
    {
        var wrapper = new LabelWrapper(PictureSizes.LabelSize, PictureSizes.LegendWidth);
        double x = 0, y = 0, lineHeight = 0;
        foreach (var entry in entries)
        {
            IReadOnlyList<LabelLine> lines = [.. wrapper.WrapHeading(entry.Title), .. entry.Labels.SelectMany(wrapper.Wrap)];
            var (cardWidth, cardHeight) = (Math.Ceiling(LabelBlock.Width(lines) + (2 * Padding)), LabelBlock.Height(lines) + (2 * Padding));
            if (x > 0 && x + cardWidth > width)
            {
                (x, y, lineHeight) = (0, y + lineHeight + PictureSizes.LegendGap, 0);
            }

            _cards.Add((x, y, cardWidth, cardHeight, lines));
            x += cardWidth + PictureSizes.LegendGap;
            lineHeight = Math.Max(lineHeight, cardHeight);
        }
    }

    public double Width => _cards.Select(card => card.X + card.Width).DefaultIfEmpty().Max();

    public double Height => _cards.Select(card => card.Y + card.Height).DefaultIfEmpty().Max();

    public void Write(SvgText svg, double left, double top)
    {
        svg.Open("g", ("class", "legend"));
        foreach (var (x, y, width, height, lines) in _cards)
        {
            svg.Element(
                "rect", ("class", "card"), ("x", SvgText.Number(left + x)), ("y", SvgText.Number(top + y)), ("width", SvgText.Number(width)), ("height", SvgText.Number(height)), ("rx", "4"));
            LabelBlock.Write(svg, lines, left + x + Padding, top + y + Padding);
        }

        svg.Close("g");
    }
}
