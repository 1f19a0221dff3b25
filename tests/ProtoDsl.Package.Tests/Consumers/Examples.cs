using ProtoDsl.Package.Tests.Feed;
using ProtoDsl.Testing;

namespace ProtoDsl.Package.Tests.Consumers;

/// <summary>The projects of <c>examples</c>, as a newcomer copies them: beside each other, and with the package that their project files ask
/// for (in the version under test).</summary>
internal static class Examples
{
    public static IEnumerable<Consumer> All() =>
        Directory.EnumerateDirectories(RepositoryPaths.Combine("examples"))
            .Where(folder => File.Exists(Path.Combine(folder, Path.GetFileName(folder) + ".csproj")))
            .Order(StringComparer.Ordinal)
            .Select(Copy);

    private static Consumer Copy(string folder)
    {
        var name = Path.GetFileName(folder);
        var project = File.ReadAllText(Path.Combine(folder, name + ".csproj"));
        var consumer = new Consumer(name) { IsProgram = true, Project = version => WithVersion(project, version) };
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file);
            if (!path.EndsWith(".csproj", StringComparison.Ordinal) && path.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            {
                consumer.With(path, File.ReadAllBytes(file));
            }
        }

        return consumer;
    }

    private static string WithVersion(string project, string version)
    {
        const string reference = "<PackageReference Include=\"ProtoDsl\" Version=\"";
        var start = project.IndexOf(reference, StringComparison.Ordinal);
        Assert.True(start >= 0, $"An example does not ask for the package:\n{project}");
        start += reference.Length;
        return project[..start] + version + project[project.IndexOf('"', start)..];
    }
}
