using ProtoDsl.Package.Tests.Consumers;
using ProtoDsl.Package.Tests.Feed;

namespace ProtoDsl.Package.Tests;

/// <summary>Diagrams that a user's build refreshes.</summary>
[Collection(PackageCollection.Name)]
public sealed class DiagramTests(BuiltConsumers built)
{
    [Fact]
    public void They_stand_beside_their_tables()
    {
        Assert.Equal("", built.MessagesOf("Drawn"));
        Assert.Contains(">Locked</text>", File.ReadAllText(built.FileOf("Drawn", "Tables", "Door.svg")), StringComparison.Ordinal);
        Assert.Contains("<b>Locked</b>", File.ReadAllText(built.FileOf("Drawn", "Tables", "Door.mmd")), StringComparison.Ordinal);
        Assert.StartsWith("<!doctype html>", File.ReadAllText(built.FileOf("Drawn", "Tables", "Door.html")), StringComparison.Ordinal);
        Assert.Equal(
            ["Drawn.csproj", "Two.Left.mmd", "Two.Left.svg", "Two.Right.mmd", "Two.Right.svg", "Two.html", "Two.transitions"],
            Directory.GetFiles(built.FileOf("Drawn")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_not_drawn_is_told_and_nothing_is_lost()
    {
        var told = built.MessagesOf("NotDrawn").Split('\n');

        Assert.Equal(2, told.Length);
        Assert.Contains("warning PDSL9006: 'Door.svg' is not written, since it is no diagram of ProtoDsl", told[0], StringComparison.Ordinal);
        Assert.Contains("warning PDSL9006: 'png' is no format of a diagram; write mermaid, dot, svg, html in ProtoDslDiagram", told[1], StringComparison.Ordinal);
        Assert.Equal(Diagrams.ByHand, File.ReadAllText(built.FileOf("NotDrawn", "Door.svg")));
    }

    [Fact]
    public void Who_does_not_ask_gets_none() => Assert.Empty(Directory.GetFiles(built.FileOf("Library"), "*.svg"));
}
