using System.Diagnostics;
using System.Text.RegularExpressions;
using ProtoDsl.Testing;

namespace ProtoDsl.Examples.Tests;

/// <summary>Builds <c>examples/TcpMistakes</c> as its reader does: it must fail, with the errors that its README quotes and no other.</summary>
public sealed partial class TcpMistakesTests
{
    [Fact]
    public async Task It_does_not_build_and_says_why()
    {
        var project = RepositoryPaths.Combine("examples", "TcpMistakes", "TcpMistakes.csproj");
        var start = new ProcessStartInfo("dotnet", ["build", project, "--nologo", "-v", "q", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var build = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var complaints = build.StandardError.ReadToEndAsync(patience.Token);
        var output = await build.StandardOutput.ReadToEndAsync(patience.Token);
        await build.WaitForExitAsync(patience.Token);
        var found = Finding().Matches(output).Select(match => match.Value).Distinct().ToList();
        Assert.True(build.ExitCode != 0, "It builds.");
        Assert.Equal(ReadmeTests.Blocks(ReadmeTests.Readme("TcpMistakes"), "text").Single().Split('\n'), found);
        Assert.Equal("", await complaints);
    }

    // Program.cs(17,9): error PDSL3001: ... up to the project's path in brackets.
    [GeneratedRegex(@"[^/\\\s]+\.\w+\(\d+,\d+\): (?:error|warning) [^\[]+(?= \[)")]
    private static partial Regex Finding();
}
