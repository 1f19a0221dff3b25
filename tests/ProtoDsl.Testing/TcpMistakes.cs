namespace ProtoDsl.Testing;

/// <summary><c>examples/TcpMistakes</c>: what it shows, and what its README says about it.</summary>
public static class TcpMistakes
{
    /// <summary>Its source files, by name.</summary>
    public static IReadOnlyDictionary<string, string> Sources { get; } =
        Directory.EnumerateFiles(RepositoryPaths.Combine("examples", "TcpMistakes"), "*.cs")
            .ToDictionary(path => Path.GetFileName(path)!, File.ReadAllText);

    /// <summary>What its README says.</summary>
    public static string Readme { get; } = File.ReadAllText(RepositoryPaths.Combine("examples", "TcpMistakes", "README.md"));

    /// <summary>The messages that its README quotes, sorted.</summary>
    public static IReadOnlyList<string> QuotedMessages { get; } =
        [.. MarkdownBlocks.Of(Readme, "text").SelectMany(block => block.Split('\n')).Order(StringComparer.Ordinal)];
}
