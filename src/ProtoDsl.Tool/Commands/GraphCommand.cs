using System.CommandLine;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Pictures;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Layout;
using ProtoDsl.Pictures.Page;
using ProtoDsl.Tool.Drawing;
using ProtoDsl.Tool.Findings;
using ProtoDsl.Tool.Inputs;
using ProtoDsl.Tool.Projects;
using ProtoDsl.Tool.Terminals;
using ProtoDsl.Verification.Grading;

namespace ProtoDsl.Tool.Commands;

/// <summary><c>protodsl graph</c>: machines as pictures.</summary>
internal sealed class GraphCommand : ToolCommand
{
    private const string PageExtension = ".html";

    private readonly TableInputs _inputs;
    private readonly Option<string> _format = new Option<string>("--format", "-f")
    {
        Description = "mermaid: for Markdown on GitHub; dot: for Graphviz; svg: a picture; html: a page in which the machines and sessions of a table can be stepped through.",
        DefaultValueFactory = _ => "mermaid",
    }.AcceptOnlyFromAmong([.. PictureFormat.All.Select(format => format.Name), PictureFormat.Page]);

    private readonly Option<string?> _machine = new("--machine", "-m") { Description = "The machine to draw, by its name in the table. Without it, every machine.", HelpName = "name" };
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "The file to write; for several pictures a folder, in which each is called after its machine, each page after its table. Without it, standard output.", HelpName = "path",
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
        new("protodsl graph Tcp.transitions --format html -o Tcp.html", "Writes a page to click through: diagrams, channels, sequence chart, counterexamples. It needs no network."),
        new("protodsl graph -f svg -o pictures", "Writes a picture of every machine of every table below the current folder."),
        new("protodsl graph Tcp.transitions -f dot | dot -Tpdf > Tcp.pdf", "Lets Graphviz do the layout."),
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var format = PictureFormat.All.FirstOrDefault(known => known.Name == options.GetValue(_format));
        var project = new ProjectReader(Terminal).Read(_inputs.ReadAll(options), cancellationToken);
        foreach (var table in project.Tables)
        {
            FindingsException.ThrowIfBroken(project, table);
        }

        var what = new GraphOptions
        {
            SharedRowsAsEdges = options.GetValue(_sharedAsEdges), ShowIgnored = options.GetValue(_showIgnored), ShowForbidden = options.GetValue(_showForbidden),
            HideActions = options.GetValue(_hideActions),
        };
        var pictures = format is null ? Pages(project, options.GetValue(_machine), what, cancellationToken) : Machines(project, format, options.GetValue(_machine), what, cancellationToken);
        new PictureWriter(Terminal).Write(pictures, format?.Extension ?? PageExtension, options.GetValue(_output));
        return Task.FromResult(ExitCode.Clean);
    }

    private static List<Picture> Machines(TableProject project, PictureFormat format, string? wanted, GraphOptions what, CancellationToken cancellationToken)
    {
        var pictures = new List<Picture>();
        foreach (var (protocol, machine) in project.Tables.Select(table => table.File.Bound.Protocol).SelectMany(protocol => protocol.Machines.Select(machine => (protocol, machine))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (wanted is null || machine.Name == wanted)
            {
                pictures.Add(new Picture(machine.Name, Text(format, GraphBuilder.Build(protocol, machine, what))));
            }
        }

        return pictures.Count > 0 ? pictures : throw NoMachine(project, wanted);
    }

    private static List<Picture> Pages(TableProject project, string? wanted, GraphOptions what, CancellationToken cancellationToken)
    {
        if (wanted is not null)
        {
            throw new UsageException("a page has all machines of its table: leave --machine out");
        }

        var tables = project.Tables.Where(table => table.File.Bound.Protocol.Machines.Count + table.File.Bound.Protocol.Sessions.Count > 0).ToArray();
        return tables.Length == 0 ? throw NoMachine(project, wanted)
            : [.. tables.Select(table => new Picture(table.Text.Name, HtmlPage.Of(table.File, project.ImportsOf(table), what, new CheckOptions(), cancellationToken)))];
    }

    private static string Text(PictureFormat format, MachineGraph graph)
    {
        try
        {
            return format.Draw(graph);
        }
        catch (PictureTooLargeException tooLarge)
        {
            throw new UsageException($"cannot draw '{graph.Name}': {tooLarge.Message}");
        }
    }

    private static UsageException NoMachine(TableProject project, string? wanted)
    {
        var names = project.Tables.SelectMany(table => table.File.Bound.Protocol.Machines).Select(machine => machine.Name).Distinct().ToArray();
        return new UsageException(names.Length == 0 ? "there is no machine in this table"
            : $"there is no machine '{wanted}'; {(NameSuggestion.Find(wanted ?? "", names) is { } near ? $"did you mean '{near}'?" : $"there is {string.Join(", ", names.Take(5))}")}");
    }
}
