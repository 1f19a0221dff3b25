using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>Documentation comments. What is handed in as text is escaped here; what is handed in as XML is ours.</summary>
internal static class Documentation
{
    private const int MostNames = 12;

    /// <summary>A summary that may come from the table, or else one of ours.</summary>
    public static void Summary(this SourceWriter writer, string? text, string ownXml)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            writer.Line($"/// <summary>{ownXml}</summary>");
            return;
        }

        var lines = CSharpText.LinesOf(text ?? "").Select(line => CSharpText.Xml(line.Trim())).ToArray();
        if (lines.Length == 1)
        {
            writer.Line($"/// <summary>{lines[0]}</summary>");
            return;
        }

        writer.Line("/// <summary>");
        foreach (var line in lines)
        {
            writer.Line(line.Length == 0 ? "///" : "/// " + line);
        }

        writer.Line("/// </summary>");
    }

    /// <summary>One line of documentation, already XML.</summary>
    public static void Doc(this SourceWriter writer, string xml) => writer.Line("/// " + xml);

    /// <summary>A name in running text.</summary>
    public static string Code(string name) => $"<c>{CSharpText.Xml(name)}</c>";

    /// <summary>Names in running text, the first dozen of them.</summary>
    public static string Codes(IEnumerable<string> names, int count)
    {
        var shown = string.Join(", ", names.Take(MostNames).Select(Code));
        return count > MostNames ? $"{shown} and {CSharpText.Number(count - MostNames)} more" : shown;
    }
}
