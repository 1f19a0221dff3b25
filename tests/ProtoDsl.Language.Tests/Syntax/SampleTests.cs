using ProtoDsl.Language.Syntax;
using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Syntax;

/// <summary>The sample tables are read whole.</summary>
public sealed class SampleTests
{
    public static TheoryData<string> Names => [.. SampleTables.Names];

    [Theory, MemberData(nameof(Names))]
    public void A_sample_has_no_finding_and_no_broken_line(string name)
    {
        var file = TransitionFile.Parse(SampleTables.Text(name));
        Assert.Empty(file.Diagnostics.Select(diagnostic => $"{diagnostic.Rule.Id} {diagnostic.Span}: {diagnostic.Message}"));
        Assert.DoesNotContain(file.Lines, line => line is BrokenLine);
    }

    [Fact]
    public void The_lines_of_Tcp_are_counted()
    {
        var lines = TransitionFile.Parse(SampleTables.Text("Tcp")).Lines;
        Assert.Equal(11, lines.OfType<StateLine>().Count());
        Assert.Equal(5, lines.OfType<InLine>().Count());
        Assert.Equal(2, lines.OfType<KeepRow>().Count());
        Assert.Equal(7, lines.OfType<ScenarioLine>().Count());
        Assert.Equal(2, lines.OfType<SessionLine>().Count());
        Assert.Equal(4, lines.OfType<RoleRow>().Count());
        Assert.Equal(28, lines.OfType<DeliveryRow>().Count());
    }
}
