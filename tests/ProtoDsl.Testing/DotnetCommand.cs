using System.Diagnostics;
using System.Text;

namespace ProtoDsl.Testing;

/// <summary>What a command printed, and its exit code.</summary>
public sealed record CommandResult(int ExitCode, string Output);

/// <summary>Runs <c>dotnet</c> as a user does.</summary>
public static class DotnetCommand
{
    /// <summary>Far above what any command takes on an idle machine: only a hang reaches it.</summary>
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(30);

    /// <summary>Runs <c>dotnet</c>.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">What it is given.</param>
    public static CommandResult Run(string folder, params string[] arguments) => RunProgram(folder, "dotnet", arguments);

    /// <summary>Runs another program in the same way.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="program">Its path, or a name that is looked for.</param>
    /// <param name="arguments">What it is given.</param>
    public static CommandResult RunProgram(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // The test host's own settings are not the user's.
        foreach (var name in start.Environment.Keys.Where(IsTestHosts).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return Run(start);
    }

    private static bool IsTestHosts(string name) =>
        name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name is "DOTNET_HOST_PATH" or "TargetFramework" or "Configuration" or "Platform";

    private static CommandResult Run(ProcessStartInfo start)
    {
        using var process = new Process { StartInfo = start };
        var output = new StringBuilder();
        void Append(string? line)
        {
            if (line is not null) // the end of a stream
            {
                lock (output)
                {
                    output.Append(line).Append('\n');
                }
            }
        }

        process.OutputDataReceived += (_, data) => Append(data.Data);
        process.ErrorDataReceived += (_, data) => Append(data.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} {string.Join(' ', start.ArgumentList)} took more than {_limit}:\n{output}");
        }

        process.WaitForExit();
        return new CommandResult(process.ExitCode, output.ToString().TrimEnd('\n'));
    }
}
