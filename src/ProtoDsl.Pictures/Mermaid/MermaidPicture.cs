using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Text;

namespace ProtoDsl.Pictures.Mermaid;

/// <summary>A machine as a flowchart of Mermaid, which GitHub and others draw where a Markdown block says <c>mermaid</c>. It is no state diagram, because
/// labels of those take neither lines nor every character.</summary>
public static class MermaidPicture
{
    // Mermaid breaks what is wider than 200 pixels wherever it likes.
    private const double FontSize = 16, Line = 195;

    // Its layout draws the arrow of a loop across its neighbours.
    private const string Loop = "↻ ";

    /// <summary>The text of the block, without the fence. Lines end with <c>\n</c>.</summary>
    /// <param name="graph">What is drawn.</param>
    public static string Of(MachineGraph graph)
    {
        var text = new StringBuilder("flowchart TB\n");
        for (var index = 0; index < graph.States.Count; index++)
        {
            text.Append("    ").Append(Node(graph, index)).Append('\n');
        }

        foreach (var (state, index) in graph.States.Select((state, index) => (state, index)).Where(pair => pair.state.IsInitial))
        {
            text.Append("    begin((\" \")) --> s").Append(Number(index)).Append('\n');
        }

        foreach (var edge in graph.Edges.Where(edge => edge.From != edge.To))
        {
            text.Append($"    s{Number(edge.From)} -- \"{Lines(edge.Labels.SelectMany(Wrap))}\" --> s{Number(edge.To)}\n");
        }

        Legend(text, graph.Legend, graph.States.Count);
        return text.Append(Styles(graph)).ToString();
    }

    private static string Node(MachineGraph graph, int index)
    {
        var state = graph.States[index];
        var loops = graph.Edges.Where(edge => edge.From == index && edge.To == index).SelectMany(edge => edge.Labels).Select(label => label with { Events = [Loop + label.Events[0], .. label.Events.Skip(1)] });
        var lines = new[] { $"<b>{MermaidText.Encode(state.Title)}</b>" }
            .Concat(state.Timers.Select(timer => $"<i>{MermaidText.Encode(timer)}</i>"))
            .Concat(state.Inner.Concat(loops).SelectMany(Wrap));
        var (open, close) = state.IsFinal ? ("[[", "]]") : ("(", ")");
        return $"s{Number(index)}{open}\"{Lines(lines)}\"{close}";
    }

    private static void Legend(StringBuilder text, IReadOnlyList<LegendEntry> entries, int states)
    {
        for (var index = 0; index < entries.Count; index++)
        {
            var heading = new LabelWrapper(FontSize, Line).WrapHeading(entries[index].Title).Select(line => $"<b>{MermaidText.Encode(line.ToString())}</b>");
            text.Append($"    in{Number(index)}[\"{Lines(heading.Concat(entries[index].Labels.SelectMany(Wrap)))}\"]\n");
        }

        // An invisible line holds them below the machine.
        if (entries.Count > 0 && states > 0)
        {
            text.Append($"    s{Number(states - 1)} ~~~ {string.Join(" & ", entries.Select((_, index) => "in" + Number(index)))}\n");
        }
    }

    private static string Styles(MachineGraph graph)
    {
        var styles = new StringBuilder();
        if (graph.States.Any(state => state.IsInitial))
        {
            styles.Append("    classDef begin fill:#59636e,stroke:#59636e\n    class begin begin\n");
        }

        if (graph.Legend.Count > 0)
        {
            styles.Append("    classDef shared stroke-dasharray:3 3,text-align:left\n    class ")
                .Append(string.Join(",", graph.Legend.Select((_, index) => "in" + Number(index)))).Append(" shared\n");
        }

        return styles.ToString();
    }

    private static IEnumerable<string> Wrap(RowLabel label) => new LabelWrapper(FontSize, Line).Wrap(label).Select(line => MermaidText.Encode(line.ToString()));

    private static string Lines(IEnumerable<string> lines) => string.Join("<br/>", lines);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
