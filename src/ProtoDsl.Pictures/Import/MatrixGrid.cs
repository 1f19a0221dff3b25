using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ProtoDsl.Pictures.Import;

/// <summary>Reads the cells of a matrix: comma-separated values (RFC 4180; semicolons and tabs too, as spreadsheets write them), or the first table of a
/// Markdown text.</summary>
public static class MatrixGrid
{
    /// <summary>Reads either: Markdown where some line begins with <c>|</c>.</summary>
    public static IReadOnlyList<string[]> Read(string text) =>
        Lines(text).Any(line => line.TrimStart().StartsWith("|", StringComparison.Ordinal)) ? Markdown(text) : Csv(text);

    /// <summary>Reads comma-separated values; lines without any are left out.</summary>
    public static IReadOnlyList<string[]> Csv(string text)
    {
        var separator = SeparatorOf(text);
        var grid = new List<string[]>();
        var line = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(text[++i]);
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (c == '"' && cell.ToString().Trim().Length == 0)
            {
                cell.Clear();
                isQuoted = true;
            }
            else if (c == separator)
            {
                Take(line, cell);
            }
            else if (c is '\n' or '\r')
            {
                Take(line, cell);
                Take(grid, line);
            }
            else if (c != '\uFEFF')
            {
                cell.Append(c);
            }
        }

        Take(line, cell);
        Take(grid, line);
        return grid;
    }

    /// <summary>Reads the first table of a Markdown text.</summary>
    public static IReadOnlyList<string[]> Markdown(string text) => Lines(text)
        .Select(line => line.Trim())
        .SkipWhile(line => !line.StartsWith("|", StringComparison.Ordinal))
        .TakeWhile(line => line.StartsWith("|", StringComparison.Ordinal))
        .Where(line => line.Any(c => "|-: \t".IndexOf(c) < 0)) // not the line between head and body
        .Select(Cells)
        .ToArray();

    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length && char.IsPunctuation(line[i + 1]) | char.IsSymbol(line[i + 1]))
            {
                cell.Append(line[++i]);
            }
            else if (line[i] == '|')
            {
                Take(cells, cell);
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        if (cell.ToString().Trim().Length > 0)
        {
            Take(cells, cell);
        }

        return [.. cells];
    }

    private static char SeparatorOf(string text)
    {
        var first = Lines(text).FirstOrDefault(line => line.Trim().Length > 0) ?? "";
        return new[] { ',', ';', '\t' }.OrderByDescending(candidate => first.Count(c => c == candidate)).First();
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.TrimEnd('\r'));

    private static void Take(List<string> line, StringBuilder cell)
    {
        line.Add(cell.ToString().Trim());
        cell.Clear();
    }

    private static void Take(List<string[]> grid, List<string> line)
    {
        if (line.Any(cell => cell.Length > 0))
        {
            grid.Add([.. line]);
        }

        line.Clear();
    }
}
