using ProtoDsl.Package.Tests.Feed;
using ProtoDsl.Testing;
using Tables = ProtoDsl.Package.Tests.Consumers.Tables;

namespace ProtoDsl.Package.Tests;

/// <summary>What a user's build says, message by message, and what comes out of it.</summary>
[Collection(PackageCollection.Name)]
public sealed class ConsumerTests(BuiltConsumers built)
{
    private static readonly string[] _mistaken =
    [
        "OldCompiler", "OldLanguage", "SameClass", "RandomBytes", "Empty", "BrokenTable", "UnknownType", "Misuse", "UsesLibrary",
        "Warns", "WarnsAsErrors", "EditorConfig", "GlobalConfig", "Checks",
    ];

    [Theory]
    [InlineData("Net10")]
    [InlineData("Net80")]
    [InlineData("NamedTwice")]
    [InlineData("Tür an Tür, ein Haus")]
    public void A_sound_project_builds_without_a_word_and_runs(string project)
    {
        Assert.Equal("", built.MessagesOf(project));
        Assert.Equal(Tables.ProgramOutput, built.Run(project));
    }

    [Theory]
    [InlineData("NetStandard20")]
    [InlineData("Library")]
    [InlineData("NoDefaults")]
    [InlineData("Removed")]
    [InlineData("NoWarn")]
    public void A_sound_library_builds_without_a_word(string project) => Assert.Equal("", built.MessagesOf(project));

    [Fact]
    public void Two_tables_of_one_name_in_two_folders_are_two_machines()
    {
        Assert.Equal("", built.MessagesOf("TwoDoors"));
        Assert.Equal("Opened\nLocked", built.Run("TwoDoors"));
    }

    [Fact]
    public void A_build_that_must_be_the_same_everywhere_names_no_folder()
    {
        Assert.Equal("", built.MessagesOf("Deterministic"));
        var folder = built.FileOf("Deterministic");
        var sources = Directory.GetFiles(Path.Combine(folder, "obj"), "*.g.cs", SearchOption.AllDirectories)
            .Where(path => path.Contains("ProtoDsl.Analyzers", StringComparison.Ordinal))
            .ToArray();

        Assert.Equal(["Timed.Types.g.cs", "Timed.g.cs"], sources.Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.All(sources, path => Assert.DoesNotContain(folder, File.ReadAllText(path), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Door", "The door is Closed.")]
    [InlineData("Tcp", "ESTABLISHED")]
    [InlineData("Ppp", "Opened")]
    public void An_example_that_is_copied_builds_from_the_package_and_runs(string project, string expected)
    {
        Assert.Equal("", built.MessagesOf(project));
        Assert.Contains(expected, built.Run(project), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_mistakes_of_the_example_are_told_as_its_README_quotes_them() =>
        Assert.Equal(TcpMistakes.QuotedMessages, built.MessagesOf("TcpMistakes").Split('\n'));

    [Fact]
    public Task A_mistake_is_told_and_nothing_else() =>
        Verifier.Verify(string.Join("\n\n", _mistaken.Select(project => $"{project}\n{built.MessagesOf(project)}")));
}
