using System.CommandLine;
using ProtoDsl.Tool.Commands;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Inputs;

/// <summary>The arguments of a command that works on tables, and the tables that they mean.</summary>
internal sealed class TableInputs
{
    private const string UsualName = "stdin" + TableText.Extension;

    private readonly Terminal _terminal;
    private readonly TableFinder _finder;
    private readonly TableReader _reader;

    /// <param name="terminal">Whose files and standard input.</param>
    /// <param name="command">The command whose arguments and options these become.</param>
    /// <param name="isOne">True for a command that works on one table.</param>
    public TableInputs(Terminal terminal, Command command, bool isOne = false)
    {
        _terminal = terminal;
        _finder = new TableFinder(terminal);
        _reader = new TableReader(terminal);
        Paths = new Argument<string[]>("table")
        {
            Description = isOne
                ? "The table: a file, or - for standard input. Without it, the only table below the current folder."
                : "Files, folders, patterns such as \"src/**/*.transitions\", or - for standard input. Without any, every table below the current folder.",
            Arity = ArgumentArity.ZeroOrMore, // one of them too: how many there are is counted once patterns are looked up
        };
        command.Arguments.Add(Paths);
        command.Options.Add(StandardInputPath);
    }

    /// <summary>What to call standard input.</summary>
    public Option<string> StandardInputPath { get; } = new("--stdin-path")
    {
        Description = "What to call standard input: the path in findings, where .editorconfig is looked for, and the protocol's name.",
        HelpName = "path",
        DefaultValueFactory = _ => UsualName,
    };

    private Argument<string[]> Paths { get; }

    /// <summary>Every table that the command line names, each once, in its order.</summary>
    /// <exception cref="UsageException">One of them is not there or cannot be read.</exception>
    public IReadOnlyList<TableText> ReadAll(ParseResult options) => Find(options).Select(path => Read(path, options)).ToArray();

    /// <summary>The one table that the command line names.</summary>
    /// <exception cref="UsageException">It is not there or cannot be read, or there are several and none was named.</exception>
    public TableText ReadOne(ParseResult options)
    {
        var paths = Find(options);
        return paths.Count == 1
            ? Read(paths[0], options)
            : throw new UsageException($"this works on one table, and there are {paths.Count}: name one of {string.Join(", ", paths.Take(5))}{(paths.Count > 5 ? ", …" : "")}");
    }

    private List<string> Find(ParseResult options)
    {
        var arguments = options.GetValue(Paths) is { Length: > 0 } given ? given : ["."];
        var paths = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            if (argument.StartsWith('-') && argument != TableReader.StandardInput && !File.Exists(_terminal.FullPath(argument)))
            {
                throw new UsageException(ParseErrors.UnknownOption(options, argument));
            }

            foreach (var path in argument == TableReader.StandardInput ? [argument] : _finder.Find(argument))
            {
                if (seen.Add(path == TableReader.StandardInput ? path : _terminal.FullPath(path)))
                {
                    paths.Add(path);
                }
            }
        }

        return paths;
    }

    private TableText Read(string path, ParseResult options) => path == TableReader.StandardInput
        ? _reader.ReadStandardInput(options.GetValue(StandardInputPath) ?? UsualName)
        : _reader.ReadFile(path);
}
