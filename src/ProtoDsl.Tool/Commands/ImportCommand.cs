using System.CommandLine;
using ProtoDsl.Language;
using ProtoDsl.Pictures.Import;
using ProtoDsl.Tool.Inputs;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Commands;

/// <summary><c>protodsl import</c>: a table from what others have written.</summary>
internal sealed class ImportCommand : ToolCommand
{
    private readonly Argument<string> _what = new Argument<string>("what") { Description = "What to import: 'table', a state x event matrix." }.AcceptOnlyFromAmong("table");
    private readonly Argument<string> _file = new("file") { Description = "A file of comma-separated values (or semicolons, or tabs), or with a table of Markdown; - for standard input." };
    private readonly Option<string> _output = new("--output", "-o") { Description = "The file to write; it may not exist yet. Without it, standard output.", HelpName = "file", DefaultValueFactory = _ => OutputFile.StandardOutput };

    /// <param name="terminal">What it reads from and writes to.</param>
    public ImportCommand(Terminal terminal)
        : base(terminal, "import", """
            Make a table from a state x event matrix, as a spreadsheet or a Markdown file has it: a column an event, a line a state.
            An event is 'Call', '?MESSAGE', 'after TIMER' or 'timeout TIMER'. A state may have 'initial' and 'final' before its name.
            A cell is a next state ('OPEN', '-> OPEN'), what is done ('/ ring'), both ('[guard] / ring -> OPEN'), 'ignore', 'defer', 'forbid "reason"',
            several of these with ';' between them, or nothing. What 'protodsl table --csv' writes is read again.
            What cannot be taken over stands in the table as a comment, is told, and makes the exit code 1.
            """)
    {
        Arguments.Add(_what);
        Arguments.Add(_file);
        Options.Add(_output);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("protodsl import table Door.csv -o Door.transitions", "Makes a table from a spreadsheet."),
        new("protodsl table Door.transitions --csv | protodsl import table -", "There and back: the machine has the same cells."),
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var path = options.GetValue(_file) ?? TableReader.StandardInput;
        var reader = new TableReader(Terminal);
        var matrix = path == TableReader.StandardInput ? reader.ReadStandardInput("Machine.csv") : reader.ReadNamed(path);
        if (TransitionFile.RefusalOf(matrix.Text) is { } refusal)
        {
            throw new UsageException($"cannot import '{path}': {refusal.Message}");
        }

        var made = Import(matrix, path);
        var output = options.GetValue(_output) ?? OutputFile.StandardOutput;
        if (output != OutputFile.StandardOutput && File.Exists(Terminal.FullPath(output)))
        {
            throw new UsageException($"'{output}' exists; remove it first, or choose another name");
        }

        new OutputFile(Terminal).WriteTo(output, made.Text);
        Terminal.Out.Flush();
        foreach (var assumption in made.Assumptions)
        {
            Terminal.Error.WriteLine($"note: {assumption}");
        }

        foreach (var loss in made.Losses)
        {
            Terminal.Error.WriteLine($"not taken over: {loss}");
        }

        return Task.FromResult(made.Losses.Count == 0 ? ExitCode.Clean : ExitCode.Findings);
    }

    private static ImportedTable Import(TableText matrix, string path)
    {
        try
        {
            return MatrixImport.Of(MatrixGrid.Read(matrix.Text), matrix.Name);
        }
        catch (FormatException wrong)
        {
            throw new UsageException($"cannot import '{path}': {wrong.Message}");
        }
    }
}
