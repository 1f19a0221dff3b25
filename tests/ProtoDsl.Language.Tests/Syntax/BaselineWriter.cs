using System.Text;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Tests.Syntax;

/// <summary>Prints a table with each finding under its line: a marker under what it points at, id, severity and message, and the fix.</summary>
internal static class BaselineWriter
{
    public static string Write(string text, IEnumerable<TableDiagnostic> diagnostics)
    {
        var map = new LineMap(text);
        var below = diagnostics.OrderBy(diagnostic => diagnostic.Span.Start).ToLookup(diagnostic => map.PositionOf(diagnostic.Span.Start).Line);
        var output = new StringBuilder();
        for (var line = 0; line < map.LineCount; line++)
        {
            var start = map.StartOf(line);
            var end = line + 1 < map.LineCount ? map.StartOf(line + 1) : text.Length;
            var source = text[start..end].TrimEnd('\r', '\n');
            output.Append(source).Append('\n');
            foreach (var diagnostic in below[line])
            {
                Append(output, diagnostic, diagnostic.Span.Start - start, source.Length);
            }
        }

        return output.ToString();
    }

    private static void Append(StringBuilder output, TableDiagnostic diagnostic, int column, int lineLength)
    {
        var length = Math.Max(1, Math.Min(diagnostic.Span.Length, lineLength - column));
        output.Append(' ', column).Append('~', length).Append('\n');
        output.Append(' ', column).Append(diagnostic.Rule.Id).Append(' ').Append(diagnostic.Rule.DefaultSeverity.ToString().ToLowerInvariant());
        output.Append(": ").Append(diagnostic.Message).Append('\n');
        if (diagnostic.Fix is { } fix)
        {
            output.Append(' ', column).Append("fix: ").Append(fix.Title).Append('\n');
        }
    }
}
