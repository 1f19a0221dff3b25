using System.Diagnostics;
using ProtoDsl.Testing;

namespace ProtoDsl.LanguageServer.Tests.Extension;

/// <summary>Runs the scripts of the VS Code extension, where its packages are installed.</summary>
internal static class Npm
{
    public static string Folder { get; } = RepositoryPaths.Combine("src", "vscode");

    /// <summary>True after <c>npm ci</c> in its folder. No test does that itself: it takes a network.</summary>
    public static bool IsInstalled { get; } = Directory.Exists(Path.Combine(Folder, "node_modules", "esbuild")) && IsOnPath("npm");

    /// <summary>Runs <c>npm run</c>, which must succeed, and hands back what it printed.</summary>
    public static async Task<string> RunAsync(string script)
    {
        var start = new ProcessStartInfo("npm", ["run", script]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PROTODSL"] = Path.Combine(AppContext.BaseDirectory, "protodsl.dll");
        using var process = Process.Start(start) ?? throw new InvalidOperationException("npm");
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        return output;
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}

/// <summary>A test that needs the packages of the extension.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute()
    {
        if (!Npm.IsInstalled)
        {
            Skip = "The packages of the VS Code extension are not installed: run 'npm ci' in src/vscode.";
        }
    }
}
