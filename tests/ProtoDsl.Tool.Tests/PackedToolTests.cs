using ProtoDsl.Testing;

namespace ProtoDsl.Tool.Tests;

/// <summary>The tool as a user gets it: packed, installed from a feed, run as a program of its own.</summary>
public sealed class PackedToolTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("protodsl-packed-tool").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_installs_from_a_feed_and_runs()
    {
        var version = $"0.1.0-test.{DateTime.UtcNow.Ticks}";
        var feed = Path.Combine(_folder, "feed");
        var table = Path.Combine(_folder, "Door.transitions");
        File.WriteAllText(table, SampleTables.Text("Door"));
        File.WriteAllText(Path.Combine(_folder, "NuGet.config"), "<configuration><packageSources><clear /><add key=\"under test\" value=\"feed\" /></packageSources></configuration>");

        var packed = DotnetCommand.Run(
            RepositoryPaths.Root,
            "pack", Path.Combine("src", "ProtoDsl.Tool"), "-c", "Release", "-o", feed,
            "--artifacts-path", RepositoryPaths.Combine("artifacts", "tool-tests"), $"-p:PackageVersion={version}", "-nodeReuse:false", "-v:q", "--nologo");
        Assert.True(packed.ExitCode == 0 && packed.Output.Length == 0, packed.Output);

        var installed = DotnetCommand.Run(_folder, "tool", "install", "ProtoDsl.Tool", "--tool-path", "tools", "--version", version, "--configfile", "NuGet.config", "--no-cache");
        Assert.True(installed.ExitCode == 0, installed.Output);

        var program = Path.Combine(_folder, "tools", OperatingSystem.IsWindows() ? "protodsl.exe" : "protodsl");
        Assert.Equal(new CommandResult(0, ""), DotnetCommand.RunProgram(_folder, program, "fmt", "--check", "Door.transitions"));
        Assert.Equal(2, DotnetCommand.RunProgram(_folder, program, "fmt", "Dour.transitions").ExitCode);
    }
}
