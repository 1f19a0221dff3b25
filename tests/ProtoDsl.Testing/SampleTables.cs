namespace ProtoDsl.Testing;

/// <summary>The tables that every stage is tested on: those of the examples and those of <c>tests/Samples</c>.</summary>
public static class SampleTables
{
    /// <summary>Their paths below the root, sorted.</summary>
    public static IReadOnlyList<string> Paths { get; } =
        new[] { "examples", Path.Combine("tests", "Samples") }
            .SelectMany(folder => Directory.EnumerateFiles(RepositoryPaths.Combine(folder), "*.transitions", SearchOption.AllDirectories))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(path => Path.GetRelativePath(RepositoryPaths.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToArray();

    /// <summary>The text of one, by its file name without extension: <c>Tcp</c>.</summary>
    public static string Text(string name) =>
        File.ReadAllText(RepositoryPaths.Combine(Paths.Single(path => Path.GetFileNameWithoutExtension(path) == name)));

    /// <summary>Their file names without extension.</summary>
    public static IEnumerable<string> Names => Paths.Select(path => Path.GetFileNameWithoutExtension(path)!);
}
