using System;
using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Language.Formatting;

/// <summary>Finds out where columns begin. A column begins where most of its lines have it already, if it fits there; else at the least
/// place that fits. A few over-long lines do not push the others: in those the next part follows after one blank.</summary>
internal static class ColumnLayout
{
    // Where a column would begin past this, counted from the indentation, its line is over-long.
    private static readonly Dictionary<Column, int> Reach = new() { [Column.Boundary] = 6, [Column.Second] = 29, [Column.Third] = 76, [Column.Fourth] = 76, [Column.Comment] = 96 };

    // A column that was further right than this was not meant.
    private const int Furthest = 120;

    /// <summary>Places every cell.</summary>
    public static void Place(IReadOnlyList<FormatLine> lines)
    {
        foreach (var line in lines.Where(line => line.Cells.Count > 0))
        {
            line.Positions.Add(line.Indentation);
        }

        foreach (var block in lines.GroupBy(line => line.Block).Where(block => block.Key != 0))
        {
            Place(block, Column.Boundary);
            Place(block, Column.Second);
            Place(block, Column.Third);
            Place(block, Column.Fourth);
        }

        foreach (var line in lines.Where(line => line.Block == 0))
        {
            while (line.Positions.Count < line.Cells.Count && line.Cells[line.Positions.Count] is { Column: not Column.Comment } cell)
            {
                line.Positions.Add(line.End + cell.Gap);
            }
        }

        foreach (var block in lines.GroupBy(line => line.CommentBlock))
        {
            if (block.Key != 0)
            {
                Place(block, Column.Comment);
            }
            else
            {
                foreach (var line in block.Where(line => line.Positions.Count < line.Cells.Count))
                {
                    Place([line], Column.Comment);
                }
            }
        }
    }

    private static void Place(IEnumerable<FormatLine> block, Column column)
    {
        var all = block.ToList();
        var lines = all.Where(line => Next(line) is { } cell && cell.Column == column).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        var place = Choose(all, lines, column);
        foreach (var line in lines)
        {
            line.Positions.Add(Math.Max(place, Needed(line)));
        }
    }

    private static int Choose(List<FormatLine> all, List<FormatLine> lines, Column column)
    {
        var normal = lines.Where(line => Needed(line) - line.Indentation <= Reach[column]).ToList();
        if (normal.Count == 0 || 2 * (lines.Count - normal.Count) >= all.Count)
        {
            normal = lines;
        }

        var least = normal.Max(Needed);
        var usual = normal.GroupBy(Found).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First();
        return 2 * usual.Count() > normal.Count && usual.Key >= least && usual.Key <= Furthest ? usual.Key : least;
    }

    private static int Needed(FormatLine line) => line.End + Next(line).GetValueOrDefault().Gap;

    private static int Found(FormatLine line) => line.Indentation + Next(line).GetValueOrDefault().Found;

    private static Cell? Next(FormatLine line) => line.Positions.Count < line.Cells.Count ? line.Cells[line.Positions.Count] : null;
}
