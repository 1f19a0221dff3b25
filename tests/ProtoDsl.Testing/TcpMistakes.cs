namespace ProtoDsl.Testing;

/// <summary><c>examples/TcpMistakes</c>: what it shows, and what its README says about it.</summary>
public static class TcpMistakes
{
    /// <summary>Mistakes of which nothing is found yet: of what a build says about them nothing is expected, and nothing is quoted.</summary>
    public static IReadOnlyList<string> NotYetFound { get; } = ["AlwaysTrue.cs", "BrokenContract.cs", "ForgottenClose.cs"];

    /// <summary>Its source files, by name.</summary>
    public static IReadOnlyDictionary<string, string> Sources { get; } =
        Directory.EnumerateFiles(RepositoryPaths.Combine("examples", "TcpMistakes"), "*.cs")
            .ToDictionary(path => Path.GetFileName(path)!, File.ReadAllText);

    /// <summary>What its README says.</summary>
    public static string Readme { get; } = File.ReadAllText(RepositoryPaths.Combine("examples", "TcpMistakes", "README.md"));

    /// <summary>The messages that its README quotes, sorted.</summary>
    public static IReadOnlyList<string> QuotedMessages { get; } =
        [.. MarkdownBlocks.Of(Readme, "text").SelectMany(block => block.Split('\n')).Order(StringComparer.Ordinal)];

    /// <summary>What a build said, sorted, as far as something is expected.</summary>
    public static IReadOnlyList<string> Expected(IEnumerable<string> messages) =>
        [.. messages.Distinct().Where(message => !NotYetFound.Contains(message.Split('(')[0])).Order(StringComparer.Ordinal)];
}
