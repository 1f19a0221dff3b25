using System.Security;
using System.Text;

namespace ProtoDsl.Package.Tests.Feed;

/// <summary>A user's project. It restores the package from the feed and nothing of this repository is above its folder.</summary>
/// <param name="Name">Name of project and folder.</param>
/// <param name="TargetFramework">As in the project file.</param>
internal sealed record Consumer(string Name, string TargetFramework = "net10.0")
{
    private readonly Dictionary<string, byte[]> _files = [];

    /// <summary>Properties of the project file.</summary>
    public Dictionary<string, string> Properties { get; init; } = [];

    /// <summary>Properties that win over those of the SDK.</summary>
    public Dictionary<string, string> LateProperties { get; init; } = [];

    /// <summary>What else stands in the project file.</summary>
    public string Items { get; init; } = "";

    /// <summary>Names of projects that this one refers to.</summary>
    public string[] References { get; init; } = [];

    /// <summary>False for a project that gets the package by way of another one.</summary>
    public bool HasPackage { get; init; } = true;

    public bool IsProgram { get; init; }

    /// <summary>The text of the project file, with this version of the package; null to write one from the properties above.</summary>
    public Func<string, string>? Project { get; init; }

    public string ProjectFile => $"{Name}/{Name}.csproj";

    /// <summary>Adds a file as UTF-8 without byte order mark.</summary>
    public Consumer With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public Consumer With(string path, byte[] bytes)
    {
        _files[path] = bytes;
        return this;
    }

    /// <summary>Writes project and files below a folder.</summary>
    public void Write(string folder, string version)
    {
        var project = Path.Combine(folder, Name);
        foreach (var (path, bytes) in _files)
        {
            var file = Path.Combine(project, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        Directory.CreateDirectory(project);
        File.WriteAllText(Path.Combine(folder, ProjectFile), ProjectText(version));
    }

    private string ProjectText(string version) => Project?.Invoke(version) ?? $"""
        <Project>
          <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
          <PropertyGroup>
            <TargetFramework>{TargetFramework}</TargetFramework>
            <OutputType>{(IsProgram ? "Exe" : "Library")}</OutputType>
            <UseAppHost>false</UseAppHost>
            <Nullable>enable</Nullable>
            {Write(Properties)}
          </PropertyGroup>
          <ItemGroup>
            {(HasPackage ? $"<PackageReference Include=\"ProtoDsl\" Version=\"{version}\" />" : "")}
            {string.Concat(References.Select(name => $"<ProjectReference Include=\"../{name}/{name}.csproj\" />"))}
            {Items}
          </ItemGroup>
          <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
          <PropertyGroup>
            {Write(LateProperties)}
          </PropertyGroup>
        </Project>
        """;

    private static string Write(Dictionary<string, string> properties) =>
        string.Concat(properties.Select(property => $"<{property.Key}>{SecurityElement.Escape(property.Value)}</{property.Key}>"));
}
