using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ProtoDsl.Pictures.Matrix;

/// <summary>A matrix as text: a line a state, a column an event. Lines end with <c>\n</c>.</summary>
public static class MatrixWriter
{
    private const int MostTextColumns = 100;

    /// <summary>Aligned columns for a terminal; a wide matrix is cut into several, one below the other. Holes are <c>·</c>.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="withEffects">Writes what each row does, too.</param>
    /// <param name="width">The columns that fit, at least; one event is always written.</param>
    public static string Text(StateEventMatrix matrix, bool withEffects = false, int width = MostTextColumns)
    {
        var grid = Grid(matrix, withEffects, MatrixWords.Hole, withMarks: false);
        var widths = Enumerable.Range(0, matrix.Events.Count + 1).Select(column => grid.Max(line => line[column].Length)).ToArray();
        var text = new StringBuilder();
        for (var first = 1; first <= matrix.Events.Count;)
        {
            var last = first;
            for (var used = widths[0] + 2 + widths[first]; last < matrix.Events.Count && used + 2 + widths[last + 1] <= width; last++)
            {
                used += 2 + widths[last + 1];
            }

            var columns = new[] { 0 }.Concat(Enumerable.Range(first, last - first + 1)).ToArray();
            text.Append(text.Length == 0 ? "" : "\n");
            foreach (var line in grid)
            {
                text.Append(string.Join("  ", columns.Select(column => line[column].PadRight(widths[column]))).TrimEnd()).Append('\n');
            }

            first = last + 1;
        }

        return text.ToString();
    }

    /// <summary>A table of Markdown; initial and final states say so. Holes are <c>·</c>.</summary>
    public static string Markdown(StateEventMatrix matrix, bool withEffects = false)
    {
        var text = new StringBuilder();
        var grid = Grid(matrix, withEffects, MatrixWords.Hole, withMarks: true);
        for (var line = 0; line < grid.Count; line++)
        {
            text.Append("| ").Append(string.Join(" | ", grid[line].Select(Escaped))).Append(" |\n");
            text.Append(line == 0 ? "|" + string.Concat(grid[0].Select(_ => " --- |")) + "\n" : "");
        }

        return text.ToString();
    }

    /// <summary>Comma-separated values (RFC 4180, but lines end with <c>\n</c>), with all that the rows say; initial and final states say so. Holes are empty.</summary>
    public static string Csv(StateEventMatrix matrix, bool withEffects = true) =>
        string.Concat(Grid(matrix, withEffects, "", withMarks: true).Select(line => string.Join(",", line.Select(Quoted)) + "\n"));

    private static List<string[]> Grid(StateEventMatrix matrix, bool withEffects, string hole, bool withMarks)
    {
        var grid = new List<string[]> { new[] { matrix.Machine }.Concat(matrix.Events).ToArray() };
        for (var state = 0; state < matrix.States.Count; state++)
        {
            grid.Add([withMarks && matrix.Marks[state].Length > 0 ? $"{matrix.Marks[state]} {matrix.States[state]}" : matrix.States[state], .. matrix.Rows[state].Select(cell => cell.IsHole ? hole : MatrixWords.Of(cell, withEffects))]);
        }

        return grid;
    }

    // A message named __init__ would else be bold, ?*, where two stand in a line, italic.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            escaped.Append("|*_<>&`\\[]".IndexOf(c) < 0 ? "" : "\\").Append(c);
        }

        return escaped.ToString();
    }

    private static string Quoted(string text) =>
        text.IndexOfAny([',', '"', '\n', '\r']) < 0 ? text : "\"" + text.Replace("\"", "\"\"") + "\"";
}
