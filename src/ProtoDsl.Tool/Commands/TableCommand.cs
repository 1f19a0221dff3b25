using System.CommandLine;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Pictures.Matrix;
using ProtoDsl.Tool.Findings;
using ProtoDsl.Tool.Inputs;
using ProtoDsl.Tool.Projects;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Commands;

/// <summary><c>protodsl table</c>: every state and every event of a machine.</summary>
internal sealed class TableCommand : ToolCommand
{
    private readonly TableInputs _inputs;
    private readonly Option<bool> _markdown = new("--markdown") { Description = "A table of Markdown." };
    private readonly Option<bool> _csv = new("--csv") { Description = "Comma-separated values, with all that the rows say, for a spreadsheet." };
    private readonly Option<bool> _effects = new("--effects", "-e") { Description = "Say what each row does, too." };
    private readonly Option<string?> _machine = new("--machine", "-m") { Description = "Only this machine.", HelpName = "name" };

    /// <param name="terminal">What it reads from and writes to.</param>
    public TableCommand(Terminal terminal)
        : base(terminal, "table", "Show the state x event matrix of machines: what happens for each event in each state. A hole (·) is an event that no row of the state lists.")
    {
        _inputs = new TableInputs(terminal, this);
        foreach (var option in (Option[])[_markdown, _csv, _effects, _machine])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("protodsl table Door.transitions", "The matrix of a small machine."),
        new("protodsl table Tcp.transitions --markdown --effects > Tcp.md", "For a document, with what is done."),
        new("protodsl table Tcp.transitions --csv > Tcp.csv", "For a spreadsheet; 'protodsl import table Tcp.csv' makes a table of it again."),
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        if (options.GetValue(_markdown) && options.GetValue(_csv))
        {
            throw new UsageException("choose one of --markdown and --csv");
        }

        var project = new ProjectReader(Terminal).Read(_inputs.ReadAll(options), cancellationToken);
        var matrices = project.Tables.SelectMany(table => MatricesOf(project, table)).ToArray();
        var chosen = matrices.Where(matrix => options.GetValue(_machine) is not { } name || matrix.Machine == name).ToArray();
        if (chosen.Length == 0)
        {
            throw new UsageException(NoMachine(options.GetValue(_machine), matrices));
        }

        Terminal.Out.Write(string.Join('\n', chosen.Select(matrix => Text(matrix, options))));
        var holes = chosen.Sum(matrix => matrix.Rows.Sum(row => row.Count(cell => cell.IsHole)));
        var cells = chosen.Sum(matrix => matrix.States.Count * matrix.Events.Count);
        Terminal.Out.Flush();
        Terminal.Error.WriteLine($"{cells} cells, {holes} of them holes");
        return Task.FromResult(ExitCode.Clean);
    }

    private string Text(StateEventMatrix matrix, ParseResult options) =>
        options.GetValue(_csv) ? MatrixWriter.Csv(matrix)
        : options.GetValue(_markdown) ? MatrixWriter.Markdown(matrix, options.GetValue(_effects))
        : MatrixWriter.Text(matrix, options.GetValue(_effects), Terminal.Width);

    private static IEnumerable<StateEventMatrix> MatricesOf(TableProject project, LoadedTable table)
    {
        FindingsException.ThrowIfBroken(project, table);
        return table.File.Bound.Protocol.Machines.Select(machine => StateEventMatrix.Of(table.File.Bound.Protocol, machine));
    }

    private static string NoMachine(string? wanted, StateEventMatrix[] matrices) =>
        matrices.Length == 0 ? "there is no machine in the table"
        : NameSuggestion.Find(wanted ?? "", matrices.Select(matrix => matrix.Machine)) is { } near ? $"there is no machine '{wanted}'; did you mean '{near}'?"
        : $"there is no machine '{wanted}'; there is {string.Join(", ", matrices.Select(matrix => matrix.Machine).Take(5))}";
}
