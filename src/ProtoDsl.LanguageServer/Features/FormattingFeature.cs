using ProtoDsl.Language;
using ProtoDsl.LanguageServer.Lsp;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer.Features;

/// <summary>Formats a table, line by line, so that cursors and marks stay where they are. A part is formatted as it is in the whole: columns are those of
/// its section.</summary>
internal static class FormattingFeature
{
    public static IReadOnlyList<RangeEdit>? All(TableSet tables, DocumentParams asked, CancellationToken cancellationToken) =>
        tables.Find(DocumentPath.Of(asked.TextDocument.Uri)) is { } document ? Edits(document, cancellationToken) : null;

    public static IReadOnlyList<RangeEdit>? Part(TableSet tables, RangeFormattingParams asked, CancellationToken cancellationToken)
    {
        if (tables.Find(DocumentPath.Of(asked.TextDocument.Uri)) is not { } document)
        {
            return null;
        }

        // A selection that ends before the first character of a line means the line above.
        var (start, end) = asked.Range is { Start: var from, End: var to } && to.Character == 0 && to.Line > from.Line ? (from.Line, to.Line - 1) : (asked.Range.Start.Line, asked.Range.End.Line);
        return [.. Edits(document, cancellationToken).Where(edit => edit.Range.Start.Line >= start && edit.Range.Start.Line <= end)];
    }

    private static List<RangeEdit> Edits(TableDocument document, CancellationToken cancellationToken)
    {
        var formatted = TransitionFile.Format(document.Text, cancellationToken);
        var (old, made) = (Lines(document.Text), Lines(formatted));
        var edits = new List<RangeEdit>();
        var (at, atMade) = (0, 0);

        // Lines that say something are as many on both sides, and in one order; what lies between them, empty lines and line breaks, is not.
        foreach (var (line, lineMade) in old.Zip(made).Append((First: (Start: document.Text.Length, End: document.Text.Length), Second: (Start: formatted.Length, End: formatted.Length))))
        {
            Add(document, edits, at, line.Start, formatted[atMade..lineMade.Start]);
            Add(document, edits, line.Start, line.End, formatted[lineMade.Start..lineMade.End]);
            (at, atMade) = (line.End, lineMade.End);
        }

        return edits;
    }

    private static void Add(TableDocument document, List<RangeEdit> edits, int start, int end, string text)
    {
        if (!document.Text.AsSpan(start, end - start).SequenceEqual(text))
        {
            edits.Add(new RangeEdit(new TextRange(document.PositionOf(start), document.PositionOf(end)), text));
        }
    }

    // Those that are not empty, without their line breaks.
    private static List<(int Start, int End)> Lines(string text)
    {
        var lines = new List<(int, int)>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var found ? start + found : text.Length;
            if (!text.AsSpan(start, end - start).Trim(" \t\uFEFF").IsEmpty)
            {
                lines.Add((start, end));
            }

            start = end + 1;
        }

        return lines;
    }
}
