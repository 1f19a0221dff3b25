using ProtoDsl.Pictures.Tests.Programs;
using ProtoDsl.Testing;

namespace ProtoDsl.Pictures.Tests.Mermaid;

/// <summary>A test that needs Mermaid.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MermaidFactAttribute : FactAttribute
{
    public MermaidFactAttribute()
    {
        if (!ExternalProgram.IsOnPath("node") || !Directory.Exists(Path.Combine(Folder, "node_modules", "mermaid")))
        {
            Skip = "Mermaid is not installed: there is no 'node' on the path, or 'npm ci' was not run in tests/ProtoDsl.Pictures.Tests/Mermaid.";
        }
    }

    public static string Folder { get; } = RepositoryPaths.Combine("tests", "ProtoDsl.Pictures.Tests", "Mermaid");
}
