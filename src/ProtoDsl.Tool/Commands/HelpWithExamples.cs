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
        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ToolCommand { Examples: { Count: > 0 } examples })
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
