using System.CommandLine;
using ProtoDsl.Tool.Commands;
using ProtoDsl.Tool.Findings;
using ProtoDsl.Tool.Terminals;
using Spectre.Console;

namespace ProtoDsl.Tool;

/// <summary>The whole command line: parses it, runs the command, and turns what goes wrong into words and an exit code.</summary>
internal static class ToolApplication
{
    /// <summary>Runs one command line; never throws.</summary>
    /// <param name="arguments">Without the name of the program.</param>
    /// <param name="terminal">What it reads from and writes to.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal)
    {
        try
        {
            var code = await InvokeAsync(ToolRoot.Make(terminal).Parse(arguments), terminal);
            terminal.Out.Flush();
            return code;
        }
        catch (UsageException wrong)
        {
            Tell(terminal, wrong.Message);
            return ExitCode.Usage;
        }
        catch (FindingsException wrong)
        {
            foreach (var finding in wrong.Findings)
            {
                TextFindings.Write(terminal.PaintError, finding);
            }

            Tell(terminal, wrong.Message);
            return ExitCode.Findings;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        catch (IOException wrong) when (IsClosedPipe(wrong))
        {
            terminal.Abandon();
            return ExitCode.Clean; // 'protodsl … | head' has read what it wanted
        }
        catch (Exception defect)
        {
            Tell(terminal, $"this is a defect of protodsl, please report it: {defect}");
            return ExitCode.Defect;
        }
    }

    private static async Task<int> InvokeAsync(ParseResult result, Terminal terminal)
    {
        if (ParseErrors.Of(result) is { Count: > 0 } errors)
        {
            foreach (var error in errors)
            {
                Tell(terminal, error);
            }

            return ExitCode.Usage;
        }

        return await result.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null, // Ctrl-C is the terminal's: a command that ends must be able to say how far it came
        });
    }

    private static void Tell(Terminal terminal, string message)
    {
        terminal.PaintError.Write("error: ", new Style(Color.Red));
        terminal.Error.WriteLine(message);
    }

    private static bool IsClosedPipe(IOException wrong) => wrong.HResult is 32 or unchecked((int)0x800700E8) or unchecked((int)0x8007006D);
}
