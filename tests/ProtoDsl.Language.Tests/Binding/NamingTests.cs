using ProtoDsl.Language.Binding.Naming;

namespace ProtoDsl.Language.Tests.Binding;

public sealed class NamingTests
{
    [Theory]
    [InlineData("FIN_WAIT_1", "FinWait1")]
    [InlineData("DATA", "Data")]
    [InlineData("ACK_2", "Ack2")]
    [InlineData("A", "A")]
    [InlineData("deliver", "Deliver")]
    [InlineData("queueClose", "QueueClose")]
    [InlineData("snake_case", "SnakeCase")]
    [InlineData("SynSent", "SynSent")]
    [InlineData("Mixed_Case", "Mixed_Case")]
    [InlineData("_private", "Private")]
    [InlineData("_1", "_1")]
    [InlineData("_", "_")]
    [InlineData("größe", "Größe")]
    [InlineData("状態", "状態")]
    [InlineData("class", "Class")]
    public void Pascal(string name, string expected) => Assert.Equal(expected, CSharpNaming.Pascal(name));

    [Theory]
    [InlineData("Tcp", "Tcp")]
    [InlineData("my door-table 2", "myDoorTable2")]
    [InlineData("Tür (neu)", "TürNeu")]
    [InlineData("2nd", "_2nd")]
    [InlineData("---", "Protocol")]
    [InlineData("", "Protocol")]
    public void Identifier(string fileName, string expected) => Assert.Equal(expected, CSharpNaming.Identifier(fileName));

    [Fact]
    public void A_protocol_without_name_bears_the_files()
    {
        var protocol = TransitionFile.Read("message A\nmachine M\ninitial state S\n    ?A / use", "my door-table").Protocol;

        Assert.Equal("myDoorTable", protocol.Name);
        Assert.Equal("MyDoorTable", protocol.ClassName);
    }
}
