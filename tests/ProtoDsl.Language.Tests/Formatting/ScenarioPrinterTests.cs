using ProtoDsl.Language.Model;
using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Formatting;

/// <summary>A scenario that is printed reads as the same scenario.</summary>
public sealed class ScenarioPrinterTests
{
    public static TheoryData<string> Tables => [.. SampleTables.Names];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Scenarios_of_the_shipped_tables_stay_what_they_are(string name)
    {
        var text = SampleTables.Text(name);
        var protocol = TransitionFile.Read(text, name).Protocol;
        var cut = text.IndexOf("\nscenario ", StringComparison.Ordinal);

        var printed = (cut < 0 ? text : text[..(cut + 1)]) + string.Join("\n", protocol.Scenarios.Select(TransitionFile.Print));

        Assert.Equal(protocol.Scenarios, TransitionFile.Read(printed, name).Protocol.Scenarios);
    }

    [Fact]
    public void Words_of_the_language_are_names_where_they_name_something()
    {
        const string text = """
            tag What = A | B
            message from(What of), after
            call drop(What of), expect
            timer timeout = 1s
            machine M
            initial final state any
                @drop [ready] / !@from(A)
                @expect / !@after
                ?@from | ?@after -> any
                after @timeout -> any
            session over
                drop : M
                expect : M
                over lossy fifo(2)
            scenario "a \"quoted\" \\ title" in @over
                from @drop @any, @expect @any
                @drop @drop(A) [ready]
                @drop -> @expect @from(A)
                @expect @expect
                drop @expect -> @drop @after
                @drop after @timeout
                expect @drop @any
            """;
        var file = TransitionFile.Read(text, "Words");
        Assert.True(file.IsSound, string.Join("\n", file.Diagnostics.Select(one => one.Message)));
        var scenario = Assert.Single(file.Protocol.Scenarios);
        Assert.Equal(7, scenario.Steps.Count);

        var printed = TransitionFile.Print(scenario);

        Assert.Equal(text[text.IndexOf("scenario", StringComparison.Ordinal)..], printed.TrimEnd('\n'));
        Assert.Equal(scenario.Steps.Select(TransitionFile.Print), printed.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Trim()));
    }

    [Fact]
    public void Every_step_has_its_place()
    {
        var text = SampleTables.Text("Tcp");
        var file = TransitionFile.Read(text, "Tcp");
        Assert.Equal(file.Protocol.Scenarios.Count, file.Map.Scenarios.Count);
        foreach (var (scenario, map) in file.Protocol.Scenarios.Zip(file.Map.Scenarios))
        {
            Assert.Equal(scenario.Steps.Select(TransitionFile.Print), map.Steps.Select(span => text.Substring(span.Start, span.Length)));
        }

        foreach (var (session, map) in file.Protocol.Sessions.Zip(file.Map.Sessions))
        {
            Assert.Equal(session.Name, text.Substring(map.Name.Start, map.Name.Length));
            Assert.Equal(session.Roles.Select(role => role.Name), map.Roles.Select(span => text.Substring(span.Start, span.Length).Split(' ')[0]));
            Assert.StartsWith("over ", text[map.Channel.Start..], StringComparison.Ordinal);
            Assert.Equal(session.Nevers.Count, map.Nevers.Count);
        }
    }
}
