using System.IO.Compression;
using ProtoDsl.Testing;

namespace ProtoDsl.Package.Tests.Feed;

/// <summary>The package as it would be published, in a feed of its own. Its version is new on each run, else a cache would serve an
/// older one.</summary>
internal sealed class PackedPackage
{
    private PackedPackage(string feed, string version)
    {
        Feed = feed;
        Version = version;
    }

    /// <summary>The folder that serves as a package source.</summary>
    public string Feed { get; }

    public string Version { get; }

    private string Path => System.IO.Path.Combine(Feed, $"ProtoDsl.{Version}.nupkg");

    /// <summary>Packs with <c>dotnet pack</c>, beside the build that runs the tests: outputs go below <c>artifacts/package-tests</c>.</summary>
    public static PackedPackage Pack(string folder)
    {
        var feed = System.IO.Path.Combine(folder, "feed");
        var version = $"0.1.0-test.{DateTime.UtcNow.Ticks}";
        var result = DotnetCommand.Run(
            RepositoryPaths.Root,
            "pack", System.IO.Path.Combine("src", "ProtoDsl"),
            "-c", "Release",
            "-o", feed,
            "--artifacts-path", RepositoryPaths.Combine("artifacts", "package-tests"),
            $"-p:PackageVersion={version}",
            "-nodeReuse:false", "-v:q", "--nologo");
        Assert.True(result.ExitCode == 0 && result.Output.Length == 0, result.Output);
        return new PackedPackage(feed, version);
    }

    /// <summary>The paths in the package, sorted, without what packaging itself adds.</summary>
    public IReadOnlyList<string> Files()
    {
        using var archive = ZipFile.OpenRead(Path);
        return archive.Entries
            .Select(entry => entry.FullName)
            .Where(path => path is not "[Content_Types].xml" and not "_rels/.rels" && !path.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToArray();
    }

    /// <summary>One file of the package.</summary>
    public byte[] Read(string path)
    {
        using var archive = ZipFile.OpenRead(Path);
        using var content = (archive.GetEntry(path) ?? throw new FileNotFoundException(path)).Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
