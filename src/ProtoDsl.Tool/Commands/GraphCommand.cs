using System.CommandLine;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Layout;
using ProtoDsl.Tool.Drawing;
using ProtoDsl.Tool.Inputs;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Commands;

/// <summary><c>protodsl graph</c>: machines as pictures.</summary>
internal sealed class GraphCommand : ToolCommand
{
    private readonly TableInputs _inputs;
    private readonly Option<string> _format = new Option<string>("--format", "-f")
    {
        Description = "mermaid: for Markdown on GitHub; dot: for Graphviz; svg: a picture.",
        DefaultValueFactory = _ => "mermaid",
    }.AcceptOnlyFromAmong([.. PictureFormat.All.Select(format => format.Name)]);

    private readonly Option<string?> _machine = new("--machine", "-m") { Description = "The machine to draw, by its name in the table. Without it, every machine.", HelpName = "name" };
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "The file to write; for several pictures a folder, in which each is called after its machine. Without it, standard output.", HelpName = "path",
    };

    private readonly Option<bool> _sharedAsEdges = new("--shared-as-edges") { Description = "Draw the rows of 'in' sections as edges of each of their states, not beside the drawing." };
    private readonly Option<bool> _showIgnored = new("--show-ignored") { Description = "Show 'ignore' rows." };
    private readonly Option<bool> _showForbidden = new("--show-forbidden") { Description = "Show 'forbid' rows." };
    private readonly Option<bool> _hideActions = new("--hide-actions") { Description = "Leave out effects that your code implements; messages and timers stay." };

    /// <param name="terminal">What it reads from and writes to.</param>
    public GraphCommand(Terminal terminal)
        : base(terminal, "graph", "Draw the machines of tables. Rows that several states share stand beside the drawing; what is ignored or forbidden is left out.")
    {
        _inputs = new TableInputs(terminal, this);
        foreach (var option in new Option[] { _format, _machine, _output, _sharedAsEdges, _showIgnored, _showForbidden, _hideActions })
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("protodsl graph Door.transitions", "Prints a diagram to paste into a Markdown file, between ```mermaid and ```."),
        new("protodsl graph Tcp.transitions --format svg -o Tcp.svg", "Writes a picture, dark or light as its reader's screen is."),
        new("protodsl graph -f svg -o pictures", "Writes a picture of every machine of every table below the current folder."),
        new("protodsl graph Tcp.transitions -f dot | dot -Tpdf > Tcp.pdf", "Lets Graphviz do the layout."),
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var format = PictureFormat.All.First(known => known.Name == options.GetValue(_format));
        var pictures = new List<Picture>();
        foreach (var table in _inputs.ReadAll(options).Select(text => DrawnTable.Read(text, cancellationToken)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            pictures.AddRange(Draw(table, format, options));
        }

        if (pictures.Count == 0)
        {
            throw new UsageException(options.GetValue(_machine) is { } wanted ? $"there is no machine '{wanted}'{Near(options, wanted)}" : "there is no machine in this table");
        }

        new PictureWriter(Terminal).Write(pictures, format, options.GetValue(_output));
        return Task.FromResult(ExitCode.Clean);
    }

    private IEnumerable<Picture> Draw(DrawnTable table, PictureFormat format, ParseResult options)
    {
        var what = new GraphOptions
        {
            SharedRowsAsEdges = options.GetValue(_sharedAsEdges), ShowIgnored = options.GetValue(_showIgnored), ShowForbidden = options.GetValue(_showForbidden),
            HideActions = options.GetValue(_hideActions),
        };
        foreach (var machine in table.Protocol.Machines.Where(machine => options.GetValue(_machine) is not { } wanted || machine.Name == wanted))
        {
            yield return new Picture(machine.Name, Text(table, format, GraphBuilder.Build(table.Protocol, machine, what)));
        }
    }

    private static string Text(DrawnTable table, PictureFormat format, MachineGraph graph)
    {
        try
        {
            return format.Draw(graph);
        }
        catch (PictureTooLargeException tooLarge)
        {
            throw new UsageException($"cannot draw '{graph.Name}' of '{table.Path}': {tooLarge.Message}");
        }
    }

    private string Near(ParseResult options, string wanted)
    {
        var names = _inputs.ReadAll(options).SelectMany(text => DrawnTable.Read(text, default).Protocol.Machines).Select(machine => machine.Name).Distinct().ToArray();
        return NameSuggestion.Find(wanted, names) is { } near ? $"; did you mean '{near}'?" : names.Length > 0 ? $"; there is {string.Join(", ", names.Take(5))}" : "";
    }
}
