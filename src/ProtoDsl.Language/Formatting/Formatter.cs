using System.Collections.Generic;
using System.Text;
using System.Threading;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Formatting;

/// <summary>Text to text: columns, indentation and blanks made regular; every comment, every token and the order of lines kept.
/// A line that cannot be read is left as it is.</summary>
internal static class Formatter
{
    /// <summary>The formatted text; the text itself where it is no transition file.</summary>
    public static string Format(string text, CancellationToken cancellationToken)
    {
        if (FileGate.Check(text) is not null)
        {
            return text;
        }

        var file = FileParser.ParseLines(text, new SyntaxDiagnostics(), cancellationToken);
        var lines = new LineBuilder(file).Build();
        cancellationToken.ThrowIfCancellationRequested();
        ColumnLayout.Place(lines);
        return Print(text, lines);
    }

    private static string Print(string text, List<FormatLine> lines)
    {
        var output = new StringBuilder(text.Length);
        output.Append(text.Length > 0 && text[0] == '\uFEFF' ? "\uFEFF" : string.Empty);
        var lineBreak = LineBreakOf(text);
        foreach (var line in lines)
        {
            var column = 0;
            for (var i = 0; i < line.Cells.Count; i++)
            {
                output.Append(' ', line.Positions[i] - column).Append(line.Cells[i].Text);
                column = line.Positions[i] + line.Cells[i].Text.Length;
            }

            output.Append(lineBreak);
        }

        return output.ToString();
    }

    // The one that the file uses first.
    private static string LineBreakOf(string text)
    {
        var at = text.IndexOfAny(['\r', '\n']);
        return at < 0 || text[at] == '\n' ? "\n" : at + 1 < text.Length && text[at + 1] == '\n' ? "\r\n" : "\r";
    }
}
