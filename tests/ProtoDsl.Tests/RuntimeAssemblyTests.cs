using System.Reflection;

namespace ProtoDsl.Tests;

/// <summary>What the library brings into a program that uses it.</summary>
public sealed class RuntimeAssemblyTests
{
    private static readonly Assembly Runtime = typeof(ProtocolException).Assembly;

    [Fact]
    public void It_depends_on_nothing_but_the_base_library() =>
        Assert.All(Runtime.GetReferencedAssemblies(), reference =>
            Assert.StartsWith(Path.GetDirectoryName(typeof(object).Assembly.Location)!, Assembly.Load(reference).Location, StringComparison.Ordinal));

    [Fact]
    public void It_declares_itself_trimmable()
    {
        var metadata = Runtime.GetCustomAttributes<AssemblyMetadataAttribute>();
        Assert.Contains(metadata, item => item is { Key: "IsTrimmable", Value: "True" });
    }

    [Fact]
    public void What_it_shows_stands_in_two_namespaces() =>
        Assert.All(Runtime.GetExportedTypes(), type => Assert.Contains(type.Namespace, (string[])["ProtoDsl", "ProtoDsl.Metadata"]));
}
