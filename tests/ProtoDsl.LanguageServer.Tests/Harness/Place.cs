using System.Text.Json.Nodes;

namespace ProtoDsl.LanguageServer.Tests.Harness;

/// <summary>Offsets and places, counted as the protocol does, by other means than the server's.</summary>
internal static class Place
{
    public static object Of(string text, int offset)
    {
        var before = text[..offset].Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return new { line = before.Count(c => c == '\n'), character = before.Length - before.LastIndexOf('\n') - 1 };
    }

    public static int OffsetOf(string text, JsonNode position)
    {
        var (line, offset) = ((int)position["line"]!, 0);
        while (line > 0)
        {
            var end = text.IndexOfAny(['\r', '\n'], offset);
            if (end < 0)
            {
                return text.Length;
            }

            offset = text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
            line--;
        }

        var lineEnd = text.IndexOfAny(['\r', '\n'], offset);
        return Math.Min(offset + (int)position["character"]!, lineEnd < 0 ? text.Length : lineEnd);
    }

    /// <summary>The text that a range covers.</summary>
    public static string TextAt(string text, JsonNode range)
    {
        var start = OffsetOf(text, range["start"]!);
        return text[start..OffsetOf(text, range["end"]!)];
    }

    /// <summary>The text after edits, which must not overlap.</summary>
    public static string Apply(string text, JsonArray edits)
    {
        var sorted = edits.Select(edit => (Start: OffsetOf(text, edit!["range"]!["start"]!), End: OffsetOf(text, edit["range"]!["end"]!), Text: (string)edit["newText"]!))
            .OrderBy(edit => edit.Start).ThenBy(edit => edit.End).ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            Assert.True(sorted[i - 1].End <= sorted[i].Start, "edits overlap");
        }

        return sorted.Reverse().Aggregate(text, (changed, edit) => string.Concat(changed.AsSpan(0, edit.Start), edit.Text, changed.AsSpan(edit.End)));
    }
}
