using System.Xml.Linq;
using ProtoDsl.Package.Tests.Consumers;
using ProtoDsl.Testing;

namespace ProtoDsl.Package.Tests.Feed;

/// <summary>Packs once, restores every consumer in one go from the feed and builds them all in one build: what the tests look at.</summary>
public sealed class BuiltConsumers : IDisposable
{
    private readonly string _folder;
    private readonly IReadOnlyList<BuildMessage> _messages;

    public BuiltConsumers()
    {
        _folder = Path.Combine(Path.GetTempPath(), "protodsl-package-tests", Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(_folder);
        Package = PackedPackage.Pack(_folder);
        foreach (var consumer in AllConsumers.All)
        {
            consumer.Write(Projects, Package.Version);
        }

        WriteSettings();
        var restore = DotnetCommand.Run(Projects, "restore", "All.slnx", "-nodeReuse:false", "-v:q");
        Assert.True(restore.ExitCode == 0 && restore.Output.Length == 0, restore.Output);
        var build = DotnetCommand.Run(Projects, "build", "All.proj", "-m:2", "-nodeReuse:false", "-v:q", "--nologo", "-clp:NoSummary");
        _messages = BuildMessage.Read(build.Output, Projects);
    }

    internal PackedPackage Package { get; }

    private string Projects => Path.Combine(_folder, "projects");

    /// <summary>Every error and warning of one project, sorted, each on a line; with those that belong to no project.</summary>
    internal string MessagesOf(string project) => string.Join(
        "\n",
        _messages.Where(message => message.Project == project || message.Project.Length == 0).Select(message => message.Text).Order(StringComparer.Ordinal));

    /// <summary>What a program printed.</summary>
    internal string Run(string project)
    {
        var consumer = AllConsumers.All.Single(each => each.Name == project);
        var program = Path.Combine(Projects, project, "bin", "Debug", consumer.TargetFramework, project + ".dll");
        var result = DotnetCommand.Run(Projects, "exec", "--roll-forward", "Major", program);
        Assert.True(result.ExitCode == 0, result.Output);
        return result.Output;
    }

    /// <summary>A file of a project, written by the build.</summary>
    internal string FileOf(string project, params string[] path) => Path.Combine([Projects, project, .. path]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>One feed more than the user's own sources; other packages come from the user's cache where it has them; ours goes to a
    /// folder that dies with the test.</summary>
    private void WriteSettings()
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Directory.CreateDirectory(cache);
        new XElement("configuration",
            new XElement("config", Setting("globalPackagesFolder", Path.Combine(_folder, "packages"))),
            new XElement("fallbackPackageFolders", Setting("user", cache)),
            new XElement("packageSources", Setting("under test", Package.Feed))).Save(Path.Combine(Projects, "NuGet.config"));
        new XElement("Solution", AllConsumers.All.Select(consumer => new XElement("Project", new XAttribute("Path", consumer.ProjectFile))))
            .Save(Path.Combine(Projects, "All.slnx"));
        new XElement("Project",
            new XElement("ItemGroup", AllConsumers.All.Select(consumer => new XElement("Consumer", new XAttribute("Include", consumer.ProjectFile)))),
            new XElement("Target", new XAttribute("Name", "Build"),
                new XElement("MSBuild",
                    new XAttribute("Projects", "@(Consumer)"),
                    new XAttribute("BuildInParallel", "true")))).Save(Path.Combine(Projects, "All.proj"));
    }

    private static XElement Setting(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
}

/// <summary>Shares <see cref="BuiltConsumers"/> between the test classes.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<BuiltConsumers>
{
    public const string Name = "package";
}
