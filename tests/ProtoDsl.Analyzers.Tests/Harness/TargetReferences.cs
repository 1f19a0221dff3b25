using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Harness;

/// <summary>The frameworks that generated code must compile for.</summary>
public enum TargetFramework
{
    /// <summary>The one that runs the tests.</summary>
    Running,

    /// <summary>The oldest that a consumer of the package's net8.0 leg has.</summary>
    Net80,

    /// <summary>.NET Standard 2.0, with what the package depends on there.</summary>
    NetStandard20,
}

/// <summary>What a user's project refers to: the framework's reference assemblies and ProtoDsl.dll.</summary>
internal static class TargetReferences
{
    private static readonly ConcurrentDictionary<TargetFramework, IReadOnlyList<MetadataReference>> s_references = new();

    public static IReadOnlyList<MetadataReference> Of(TargetFramework framework) =>
        s_references.GetOrAdd(framework, static target => Paths(target).Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToArray());

    private static IEnumerable<string> Paths(TargetFramework framework) => framework switch
    {
        TargetFramework.Running => Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(IsManaged)
            .Append(typeof(Metadata.StateMachineAttribute).Assembly.Location),
        TargetFramework.Net80 => Directory.EnumerateFiles(Package("microsoft.netcore.app.ref", "ref/net8.0"), "*.dll")
            .Append(RuntimeLibrary("net8.0")),
        TargetFramework.NetStandard20 => Directory.EnumerateFiles(Package("netstandard.library", "build/netstandard2.0/ref"), "*.dll")
            .Append(Path.Combine(Package("microsoft.bcl.asyncinterfaces", "lib/netstandard2.0"), "Microsoft.Bcl.AsyncInterfaces.dll"))
            .Append(Path.Combine(Package("microsoft.bcl.timeprovider", "lib/netstandard2.0"), "Microsoft.Bcl.TimeProvider.dll"))
            .Append(Path.Combine(Package("system.threading.tasks.extensions", "lib/netstandard2.0"), "System.Threading.Tasks.Extensions.dll"))
            .Append(Path.Combine(Package("system.memory", "lib/netstandard2.0"), "System.Memory.dll"))
            .Append(RuntimeLibrary("netstandard2.0")),
        _ => throw new ArgumentOutOfRangeException(nameof(framework)),
    };

    private static bool IsManaged(string path)
    {
        try
        {
            return AssemblyName.GetAssemblyName(path) is not null;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    /// <summary>A folder of a restored package, whatever its version.</summary>
    private static string Package(string id, string folder) =>
        Directory.EnumerateDirectories(Path.Combine(Setting("NuGetPackageRoot"), id))
            .Order(StringComparer.Ordinal)
            .Select(version => Path.Combine(version, Path.Combine(folder.Split('/'))))
            .Last(Directory.Exists);

    private static string RuntimeLibrary(string framework) =>
        RepositoryPaths.Combine("src", "ProtoDsl", "bin", Setting("Configuration"), framework, "ProtoDsl.dll");

    private static string Setting(string name) =>
        typeof(TargetReferences).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == name).Value!;
}
