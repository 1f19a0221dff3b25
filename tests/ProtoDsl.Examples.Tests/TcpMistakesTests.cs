using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ProtoDsl.Testing;

namespace ProtoDsl.Examples.Tests;

/// <summary>Builds <c>examples/TcpMistakes</c> as its reader does: it must fail, with the errors and warnings that its README quotes and no other.</summary>
public sealed partial class TcpMistakesTests
{
    [Fact]
    public async Task It_does_not_build_and_says_why()
    {
        var project = RepositoryPaths.Combine("examples", "TcpMistakes", "TcpMistakes.csproj");

        // A build that failed is done again; one that is up to date would have nothing to say.
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

        Assert.True(build.ExitCode != 0, "It builds.");
        Assert.Equal(TcpMistakes.QuotedMessages, Finding().Matches(output).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal("", await complaints);
    }

    [Fact]
    public void Each_message_stands_below_the_line_that_it_is_about()
    {
        var lines = MarkdownBlocks.Of(TcpMistakes.Readme, "csharp").ToArray();
        var messages = MarkdownBlocks.Of(TcpMistakes.Readme, "text").ToArray();

        Assert.Equal(messages.Length, lines.Length);
        Assert.All(messages.Zip(lines), quoted => Assert.Equal(SourceLine(quoted.First), quoted.Second));
    }

    [Fact]
    public void Each_mistake_has_a_right_version_and_is_told_of()
    {
        var mistakes = TcpMistakes.Sources.Where(file => file.Value.Contains(" Wrong(", StringComparison.Ordinal)).ToArray();

        Assert.All(mistakes, file => Assert.Contains(" Right(", file.Value, StringComparison.Ordinal));
        Assert.All(mistakes, file => Assert.Contains("// Thought: ", file.Value, StringComparison.Ordinal));
        Assert.Equal(
            mistakes.Select(file => file.Key).Order(StringComparer.Ordinal),
            TcpMistakes.QuotedMessages.Select(message => message.Split('(')[0]).Distinct());
    }

    [Fact]
    public void The_first_page_quotes_some_of_them()
    {
        var quoted = MarkdownBlocks.Of(File.ReadAllText(RepositoryPaths.Combine("README.md")), "text")
            .SelectMany(block => block.Split('\n'))
            .Where(line => TcpMistakes.Sources.ContainsKey(line.Split('(')[0]))
            .ToArray();

        Assert.NotEmpty(quoted);
        Assert.All(quoted, line => Assert.Contains(line, TcpMistakes.QuotedMessages));
    }

    /// <summary>The line of the source that a message is about, without what stands around the code.</summary>
    private static string SourceLine(string message)
    {
        var place = message[..message.IndexOf(')', StringComparison.Ordinal)].Split('(', ',');
        var line = TcpMistakes.Sources[place[0]].Split('\n')[int.Parse(place[1], CultureInfo.InvariantCulture) - 1];
        return line.Split("//")[0].Trim();
    }

    // SendAfterShutdown.cs(17,13): error PDSL3001: ... up to the project's path in brackets.
    [GeneratedRegex(@"[^/\\\s]+\.\w+\(\d+,\d+\): (?:error|warning) .+?(?= \[[^\[\]]+\.csproj\])")]
    private static partial Regex Finding();
}
