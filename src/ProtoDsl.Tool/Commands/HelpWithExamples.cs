using System.CommandLine;
using System.CommandLine.Invocation;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Commands;

/// <summary>Help as the parser writes it, and below it the examples of the command: most people read only these.</summary>
internal sealed class HelpWithExamples(SynchronousCommandLineAction help, Terminal terminal) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        if (parseResult.CommandResult.Command is not ToolCommand { Examples: var examples } command)
        {
            return help.Invoke(parseResult);
        }

        command.Description = command.FullDescription;
        var code = help.Invoke(parseResult);
        if (examples.Count > 0)
        {
            terminal.Out.WriteLine("Examples:");
            foreach (var example in examples)
            {
                terminal.Out.WriteLine($"  {example.CommandLine}");
                terminal.Out.WriteLine($"      {example.Meaning}");
            }

            terminal.Out.WriteLine();
        }

        return code;
    }
}
