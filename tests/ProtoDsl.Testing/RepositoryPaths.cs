using System.Runtime.CompilerServices;

namespace ProtoDsl.Testing;

/// <summary>Where things lie in the checkout that the tests were compiled from.</summary>
public static class RepositoryPaths
{
    /// <summary>The folder of <c>ProtoDsl.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the root.</summary>
    public static string Combine(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "ProtoDsl.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException($"No ProtoDsl.sln above {here}.");
    }
}
