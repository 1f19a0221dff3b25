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
        var (i, j) = (0, 0);
        while (i < old.Count || j < made.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (first, firstMade) = (i, j);
            while (i < old.Count && IsBlank(document.Text, old[i]))
            {
                i++;
            }

            while (j < made.Count && IsBlank(formatted, made[j]))
            {
                j++;
            }

            // Lines that say something are as many on both sides, and in one order; empty ones between them are not.
            AddBlank(document, edits, formatted, old, made, (first, i), (firstMade, j));
            if (i == old.Count || j == made.Count)
            {
                break;
            }

            Add(document, edits, old[i].Start, old[i].End, formatted[made[j].Start..made[j].End]);
            i++;
            j++;
        }

        return edits;
    }

    private static void AddBlank(
        TableDocument document, List<RangeEdit> edits, string formatted, List<(int Start, int End)> old, List<(int Start, int End)> made, (int From, int To) before, (int From, int To) after)
    {
        var start = before.From < old.Count ? old[before.From].Start : document.Text.Length;
        var end = before.To < old.Count ? old[before.To].Start : document.Text.Length;
        var startMade = after.From < made.Count ? made[after.From].Start : formatted.Length;
        var endMade = after.To < made.Count ? made[after.To].Start : formatted.Length;
        Add(document, edits, start, end, formatted[startMade..endMade]);
    }

    private static void Add(TableDocument document, List<RangeEdit> edits, int start, int end, string text)
    {
        if (!document.Text.AsSpan(start, end - start).SequenceEqual(text))
        {
            edits.Add(new RangeEdit(new TextRange(document.PositionOf(start), document.PositionOf(end)), text));
        }
    }

    private static bool IsBlank(string text, (int Start, int End) line) => text.AsSpan(line.Start, line.End - line.Start).Trim(" \t\uFEFF").IsEmpty;

    // Without their line breaks.
    private static List<(int Start, int End)> Lines(string text)
    {
        var lines = new List<(int, int)>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var found ? start + found : text.Length;
            lines.Add((start, end));
            start = end < text.Length && text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
        }

        return lines;
    }
}
