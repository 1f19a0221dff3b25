using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using ProtoDsl.Package.Tests.Feed;
using ProtoDsl.Testing;

namespace ProtoDsl.Package.Tests;

/// <summary>What is in the package, to the file.</summary>
[Collection(PackageCollection.Name)]
public sealed class PackageContent(BuiltConsumers built)
{
    private static readonly string[] _files =
    [
        "ProtoDsl.nuspec",
        "README.md",
        "analyzers/dotnet/roslyn4.14/cs/ProtoDsl.Analyzers.dll",
        "analyzers/dotnet/roslyn4.14/cs/ProtoDsl.CodeFixes.dll",
        "analyzers/dotnet/roslyn4.14/cs/ProtoDsl.Language.dll",
        "analyzers/dotnet/roslyn4.14/cs/ProtoDsl.Verification.dll",
        "analyzers/dotnet/roslyn4.8/cs/ProtoDsl.Analyzers.dll",
        "analyzers/dotnet/roslyn4.8/cs/ProtoDsl.Language.dll",
        "analyzers/dotnet/roslyn4.8/cs/ProtoDsl.Verification.dll",
        "build/ProtoDsl.props",
        "build/ProtoDsl.targets",
        "buildTransitive/ProtoDsl.props",
        "buildTransitive/ProtoDsl.targets",
        "docs/package.md",
        "lib/net8.0/ProtoDsl.dll",
        "lib/net8.0/ProtoDsl.xml",
        "lib/netstandard2.0/ProtoDsl.dll",
        "lib/netstandard2.0/ProtoDsl.xml",
        "tools/ProtoDsl.Build.dll",
        "tools/ProtoDsl.Language.dll",
        "tools/ProtoDsl.Pictures.dll",
        "tools/ProtoDsl.Verification.dll",
    ];

    [Fact]
    public void Nothing_is_missing_and_nothing_is_too_much()
    {
        var pages = Directory.EnumerateFiles(RepositoryPaths.Combine("docs", "rules"), "*.md").Select(path => "docs/rules/" + Path.GetFileName(path));

        Assert.Equal(_files.Concat(pages).Order(StringComparer.Ordinal), built.Package.Files());
    }

    [Fact]
    public void The_library_depends_on_nothing_where_the_framework_has_it_all()
    {
        var nuspec = Encoding.UTF8.GetString(built.Package.Read("ProtoDsl.nuspec"));

        Assert.Contains("<group targetFramework=\"net8.0\" />", nuspec, StringComparison.Ordinal);
        Assert.Equal(2, nuspec.Split("<dependency id=\"Microsoft.Bcl.").Length - 1);
        Assert.Equal(2, nuspec.Split("<dependency ").Length - 1);
        Assert.Contains("<license type=\"expression\">MIT</license>", nuspec, StringComparison.Ordinal);
    }

    [Fact]
    public void Symbols_are_in_it_and_tell_no_path_of_the_computer_that_built_it()
    {
        foreach (var path in _files.Where(path => path.EndsWith(".dll", StringComparison.Ordinal)))
        {
            using var image = new PEReader(new MemoryStream(built.Package.Read(path)));
            var symbols = image.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
            Assert.Contains(image.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);
            using var provider = image.ReadEmbeddedPortablePdbDebugDirectoryData(symbols);
            var reader = provider.GetMetadataReader();
            var names = reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name)).ToArray();

            Assert.NotEmpty(names);
            Assert.All(names, name => Assert.StartsWith("/_/", name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Its_documents_speak_of_what_is_in_it()
    {
        var readme = Encoding.UTF8.GetString(built.Package.Read("README.md"));

        Assert.Contains("docs/package.md", readme, StringComparison.Ordinal);
        Assert.Contains("docs/rules/", readme, StringComparison.Ordinal);
    }
}
