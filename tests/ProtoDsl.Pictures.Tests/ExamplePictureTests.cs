using ProtoDsl.Pictures.Mermaid;
using ProtoDsl.Pictures.Svg;
using ProtoDsl.Pictures.Tests.Drawn;
using ProtoDsl.Testing;

namespace ProtoDsl.Pictures.Tests;

/// <summary>The pictures in the examples' READMEs are those of their tables.</summary>
public sealed class ExamplePictureTests
{
    [Theory]
    [InlineData("Tcp")]
    [InlineData("Ppp")]
    public void A_picture_beside_its_table(string example)
    {
        var drawn = SvgPicture.Of(Machines.Graph(SampleTables.Text(example)));
        var kept = File.ReadAllText(RepositoryPaths.Combine("examples", example, example + ".svg")).Replace("\r\n", "\n", StringComparison.Ordinal);

        Assert.True(drawn == kept, $"Draw it anew: protodsl graph examples/{example}/{example}.transitions --format svg --output examples/{example}/{example}.svg");
        Assert.Contains($"]({example}.svg)", Readme(example), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_in_the_page() =>
        Assert.Equal(MermaidPicture.Of(Machines.Graph(SampleTables.Text("Door"))).TrimEnd('\n'), Assert.Single(MarkdownBlocks.Of(Readme("Door"), "mermaid")));

    private static string Readme(string example) => File.ReadAllText(RepositoryPaths.Combine("examples", example, "README.md"));
}
