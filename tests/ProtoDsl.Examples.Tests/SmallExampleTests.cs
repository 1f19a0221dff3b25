using ProtoDsl.Testing;

namespace ProtoDsl.Examples.Tests;

/// <summary>What <c>examples/Door</c> and <c>examples/Ppp</c> print.</summary>
public sealed class SmallExampleTests
{
    [Theory]
    [InlineData("Door")]
    [InlineData("Ppp")]
    public Task Output(string example)
    {
        var (output, errors, exitCode) = ExampleProgram.Run(example);
        Assert.Equal(("", 0), (errors, exitCode));
        return Verifier.Verify(output, example);
    }
}
