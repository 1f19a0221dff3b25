using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ProtoDsl.Verification.Tests.Export;

/// <summary>Runs SPIN, where it is installed.</summary>
internal static partial class Spin
{
    /// <summary>True where <c>spin</c> and the C compiler that it needs are on the path.</summary>
    public static bool IsInstalled { get; } = IsOnPath("spin") && IsOnPath("gcc");

    /// <summary>Looks at every configuration of a model.</summary>
    public static SpinResult Run(string model)
    {
        var folder = Directory.CreateTempSubdirectory("protodsl-spin-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "model.pml"), model);
            Execute(folder, "spin", "-a", "model.pml");
            Execute(folder, "gcc", "-O0", "-w", "-DSAFETY", "-DNOREDUCE", "-o", "pan", "pan.c");

            // Past every error, so that all configurations are counted; one kind of error at a time.
            var stuck = Execute(folder, Path.Combine(folder, "pan"), "-q", "-n", "-A", "-c0", "-w20", "-m100000");
            var asserted = Execute(folder, Path.Combine(folder, "pan"), "-q", "-n", "-E", "-c0", "-w20", "-m100000");
            return new SpinResult(Number(States(), stuck), Number(Errors(), stuck) > 0, Number(Errors(), asserted) > 0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Execute(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException(program);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{output}");
        Assert.DoesNotContain("max search depth too small", output, StringComparison.Ordinal);
        return output;
    }

    private static int Number(Regex pattern, string output)
    {
        var match = pattern.Match(output);
        Assert.True(match.Success, output);
        return int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    [GeneratedRegex(@"([0-9]+) states, stored")]
    private static partial Regex States();

    [GeneratedRegex(@"errors: ([0-9]+)")]
    private static partial Regex Errors();
}

/// <summary>What SPIN found.</summary>
/// <param name="Configurations">How many it stored.</param>
/// <param name="IsStuck">It found an invalid end state.</param>
/// <param name="IsAsserted">It found an assertion that fails.</param>
internal sealed record SpinResult(int Configurations, bool IsStuck, bool IsAsserted);

/// <summary>A test that needs SPIN.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SpinFactAttribute : FactAttribute
{
    public SpinFactAttribute()
    {
        if (!Spin.IsInstalled)
        {
            Skip = "SPIN is not installed: there is no 'spin' or no 'gcc' on the path.";
        }
    }
}
