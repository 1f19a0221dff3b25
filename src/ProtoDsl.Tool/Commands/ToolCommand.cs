using System.CommandLine;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Commands;

/// <summary>One command of the tool. A command is thin: it reads its options, asks a library, and writes what that says.</summary>
internal abstract class ToolCommand : Command
{
    /// <param name="terminal">What it reads from and writes to.</param>
    /// <param name="name">As typed.</param>
    /// <param name="description">What it does; the first sentence stands in the list of commands.</param>
    protected ToolCommand(Terminal terminal, string name, string description)
        : base(name, FirstSentence(description))
    {
        Terminal = terminal;
        FullDescription = description;
        SetAction((result, _) =>
        {
            terminal.Colour = ToolRoot.ColourOf(result);
            return RunAsync(result, terminal.Cancelled);
        });
    }

    /// <summary>Shown in its own help; the list of commands has the first sentence.</summary>
    public string FullDescription { get; }

    /// <summary>Shown below the help.</summary>
    public abstract IReadOnlyList<Example> Examples { get; }

    /// <summary>What it reads from and writes to.</summary>
    protected Terminal Terminal { get; }

    /// <summary>Does it.</summary>
    /// <param name="options">The command line.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl-C.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="UsageException">What the user gave cannot be worked on.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    protected abstract Task<int> RunAsync(ParseResult options, CancellationToken cancellationToken);

    private static string FirstSentence(string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        var line = text.Split('\n')[0].TrimEnd('\r');
        return end >= 0 && end < line.Length ? line[..(end + 1)] : line;
    }
}
