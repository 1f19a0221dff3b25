using System.CommandLine;
using ProtoDsl.Language;
using ProtoDsl.Tool.Inputs;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Commands;

/// <summary><c>protodsl fmt</c>: the columns of tables made regular.</summary>
internal sealed class FormatCommand : ToolCommand
{
    private readonly TableInputs _inputs;
    private readonly Option<bool> _check = new("--check") { Description = "Write nothing; name the files that are not formatted, and exit with 1 if there is one." };

    /// <param name="terminal">What it reads from and writes to.</param>
    public FormatCommand(Terminal terminal)
        : base(terminal, "fmt", "Format tables: indentation, columns and blanks. Every comment, every token and the order of lines stay. Files are rewritten in place; standard input goes to standard output.")
    {
        _inputs = new TableInputs(terminal, this);
        Options.Add(_check);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("protodsl fmt", "Formats every table below the current folder."),
        new("protodsl fmt --check \"src/**/*.transitions\"", "For a build server: changes nothing, exits with 1 if a file is not formatted."),
        new("protodsl fmt - < Tcp.transitions", "For an editor: formats standard input to standard output."),
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var isCheck = options.GetValue(_check);
        var isCrooked = false;
        var refusals = new List<string>();
        foreach (var table in _inputs.ReadAll(options))
        {
            try
            {
                isCrooked |= Format(table, isCheck, cancellationToken);
            }
            catch (UsageException refusal)
            {
                refusals.Add(refusal.Message); // of one file; the others are formatted all the same
            }
        }

        return refusals.Count > 0 ? throw new UsageException(string.Join("\nerror: ", refusals))
            : Task.FromResult(isCheck && isCrooked ? ExitCode.Findings : ExitCode.Clean);
    }

    /// <returns>True for a table that was not formatted.</returns>
    private bool Format(TableText table, bool isCheck, CancellationToken cancellationToken)
    {
        Refuse(table);
        var text = TransitionFile.Format(table.Text, cancellationToken);
        if (table.IsStandardInput && !isCheck)
        {
            Terminal.Out.Write(text);
        }
        else if (text != table.Text)
        {
            Write(table, text, isCheck);
        }

        return text != table.Text;
    }

    private void Write(TableText table, string text, bool isCheck)
    {
        if (!isCheck)
        {
            new TableWriter(Terminal).Replace(table, text);
        }

        Terminal.Out.WriteLine(isCheck ? $"{table.Path} is not formatted" : $"{table.Path} formatted");
    }

    /// <summary>What is no table, or would not survive being written back, is left alone.</summary>
    private static void Refuse(TableText table)
    {
        if (TransitionFile.RefusalOf(table.Text) is { } refusal)
        {
            throw new UsageException($"cannot format '{table.Path}': {refusal.Message}");
        }

        if (!table.IsFaithful)
        {
            throw new UsageException($"cannot format '{table.Path}': some of its bytes are no text in {table.Encoding.WebName}, and would be lost; save it as UTF-8");
        }
    }
}
