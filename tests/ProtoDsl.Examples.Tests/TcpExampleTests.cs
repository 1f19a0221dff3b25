using ProtoDsl.Testing;

namespace ProtoDsl.Examples.Tests;

/// <summary>The ladders that <c>examples/Tcp</c> draws, each compared with a snapshot that was read beside the RFC's figure.</summary>
public sealed class TcpExampleTests
{
    private static readonly string[] Names =
        ["handshake", "simultaneous-open", "close", "simultaneous-close", "half-close", "refused", "abort", "queued", "lost-ack", "user-timeout"];

    public static TheoryData<string> Scenarios { get; } = new(Names);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public Task Ladder(string scenario)
    {
        var (output, errors, exitCode) = ExampleProgram.Run("Tcp", scenario);
        Assert.Equal(("", 0), (errors, exitCode));
        return Verifier.Verify(output, scenario);
    }

    [Fact]
    public void The_list_names_every_scenario() =>
        Assert.Equal(Names, ExampleProgram.Run("Tcp", "--list").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));

    [Fact]
    public void Without_a_scenario_all_are_shown()
    {
        var (output, _, exitCode) = ExampleProgram.Run("Tcp");
        Assert.Equal(0, exitCode);
        Assert.Equal(string.Join("\n\n", Names.Select(name => ExampleProgram.Run("Tcp", name).Output)), output);
    }

    [Fact]
    public void Help_says_how_it_is_used()
    {
        var (output, _, exitCode) = ExampleProgram.Run("Tcp", "--help");
        Assert.Equal(0, exitCode);
        Assert.Contains("Usage: Tcp [scenario]", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_scenario_is_an_error_that_names_the_known_ones()
    {
        var (output, errors, exitCode) = ExampleProgram.Run("Tcp", "four-way");
        Assert.Equal(("", 1), (output, exitCode));
        Assert.StartsWith("There is no scenario 'four-way'. Write one of: handshake, simultaneous-open, ", errors, StringComparison.Ordinal);
    }
}
