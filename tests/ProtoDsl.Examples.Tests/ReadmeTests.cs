using ProtoDsl.Testing;

namespace ProtoDsl.Examples.Tests;

/// <summary>What the examples' READMEs quote is what the programs print and what the tables say.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData("Tcp", "close")]
    [InlineData("Tcp", "half-close")]
    [InlineData("Ppp", null)]
    [InlineData("Door", null)]
    public void Output_is_quoted_as_printed(string example, string? argument)
    {
        var output = ExampleProgram.Run(example, argument is null ? [] : [argument]).Output.TrimEnd('\n');
        Assert.Contains("```text\n" + output + "\n```", Readme(example), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tcp", "Tcp")]
    [InlineData("Ppp", "Ppp")]
    [InlineData("Door", "Door")]
    [InlineData("TcpMistakes", "Tcp")]
    public void Lines_of_the_table_are_quoted_as_they_stand(string example, string table)
    {
        var lines = SampleTables.Text(table).Split('\n').ToHashSet();
        var quoted = MarkdownBlocks.Of(Readme(example), "transitions").SelectMany(block => block.Split('\n')).ToList();
        Assert.NotEmpty(quoted);
        Assert.All(quoted, line => Assert.Contains(line, lines));
    }

    private static string Readme(string example) => File.ReadAllText(RepositoryPaths.Combine("examples", example, "README.md")).Replace("\r\n", "\n", StringComparison.Ordinal);
}
