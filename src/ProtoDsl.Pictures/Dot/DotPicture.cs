using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Text;

namespace ProtoDsl.Pictures.Dot;

/// <summary>A machine as a graph of Graphviz.</summary>
public static class DotPicture
{
    private const double FontSize = 11, Line = 230;

    /// <summary>The text of the file. Lines end with <c>\n</c>.</summary>
    /// <param name="graph">What is drawn.</param>
    public static string Of(MachineGraph graph)
    {
        var text = new StringBuilder();
        text.Append("digraph ").Append(Quoted(graph.Name)).Append(" {\n");
        text.Append("    graph [rankdir=TB, nodesep=0.4, ranksep=0.5, fontname=\"Helvetica\"]\n");
        text.Append("    node [shape=box, style=rounded, fontname=\"Helvetica\", fontsize=11]\n");
        text.Append("    edge [fontname=\"Helvetica\", fontsize=10, arrowsize=0.7]\n");
        for (var index = 0; index < graph.States.Count; index++)
        {
            var state = graph.States[index];
            text.Append($"    s{Number(index)} [label={Label([state.Title], [.. state.Timers, .. state.Inner.SelectMany(Wrap)])}{(state.IsFinal ? ", peripheries=2" : "")}]\n");
            if (state.IsInitial)
            {
                text.Append($"    begin [shape=point, width=0.14]\n    begin -> s{Number(index)}\n");
            }
        }

        foreach (var edge in graph.Edges)
        {
            text.Append($"    s{Number(edge.From)} -> s{Number(edge.To)} [label={Label([], edge.Labels.SelectMany(Wrap))}]\n");
        }

        for (var index = 0; index < graph.Legend.Count; index++)
        {
            var entry = graph.Legend[index];
            text.Append($"    in{Number(index)} [style=dashed, label={Label(new LabelWrapper(FontSize, Line).WrapHeading(entry.Title).Select(line => line.ToString()), entry.Labels.SelectMany(Wrap))}]\n");
        }

        return text.Append("}\n").ToString();
    }

    private static IEnumerable<string> Wrap(RowLabel label) =>
        new LabelWrapper(FontSize, Line).Wrap(label).Select(line => (line.Indent > 0 ? "  " : "") + line);

    // The title in the middle, what follows at the left.
    private static string Label(IEnumerable<string> title, IEnumerable<string> lines) =>
        "\"" + string.Concat(title.Select(line => Escaped(line) + "\\n")) + string.Concat(lines.Select(line => Escaped(line) + "\\l")) + "\"";

    private static string Quoted(string text) => "\"" + Escaped(text) + "\"";

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            // Labels may name entities of HTML, so that an ampersand must be one.
            escaped.Append(c switch { '"' => "\\\"", '\\' => "\\\\", '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", < ' ' => " ", _ => c.ToString() });
        }

        return escaped.ToString();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
