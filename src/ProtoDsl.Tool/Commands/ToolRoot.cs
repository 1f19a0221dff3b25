using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Commands;

/// <summary>The list of commands, and what all of them share.</summary>
internal static class ToolRoot
{
    private static Option<string> Colour { get; } = MakeColour();

    /// <summary>Makes the command line for a terminal.</summary>
    public static RootCommand Make(Terminal terminal)
    {
        var root = new RootCommand("""
            Works on transition tables: text files that say what a protocol does, state by state.
            A command takes files, folders, patterns such as "src/**/*.transitions", and - for standard input;
            without any, it takes every table below the current folder.
            """);
        root.Options.Add(Colour);
        ToolCommand[] commands =
        [
            new CheckCommand(terminal),
            new VerifyCommand(terminal),
            new FormatCommand(terminal),
            new SimulateCommand(terminal),
            new ReplayCommand(terminal),
            new TableCommand(terminal),
            new ImportCommand(terminal),
            new ExportCommand(terminal),
            new GraphCommand(terminal),
            new ExplainCommand(terminal),
            new LspCommand(terminal),
            new CompletionCommand(terminal),
        ];
        foreach (var command in commands)
        {
            root.Subcommands.Add(command);
        }

        if (root.Options.OfType<HelpOption>().Single() is { Action: SynchronousCommandLineAction help } option)
        {
            option.Action = new HelpWithExamples(help, terminal);
            root.SetAction(help.Invoke);
        }

        return root;
    }

    /// <summary>When to write colours.</summary>
    public static ColourChoice ColourOf(ParseResult options) => Enum.Parse<ColourChoice>(options.GetValue(Colour) ?? "auto", ignoreCase: true);

    private static Option<string> MakeColour() => new Option<string>("--color")
    {
        Description = "When to write colours. auto: to a terminal, unless NO_COLOR is set.",
        Recursive = true,
        DefaultValueFactory = _ => "auto",
    }.AcceptOnlyFromAmong("auto", "always", "never");
}
