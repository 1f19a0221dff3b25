using System.Text;
using ProtoDsl.Testing;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Tests.Running;

/// <summary>What a command line gave.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record ToolResult(int ExitCode, string Out, string Error)
{
    /// <summary>Both streams and the code, for snapshots.</summary>
    public override string ToString() => $"{Out}{(Error.Length > 0 ? "--- standard error\n" + Error : "")}--- exit code {ExitCode}";
}

/// <summary>Runs the command line in this process, in a folder of its own that dies with the test.</summary>
internal sealed class ToolRun : IDisposable
{
    /// <summary>The folder that relative paths start from.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("protodsl-tool-tests").FullName;

    /// <summary>What is typed or piped in.</summary>
    public string Input { get; set; } = "";

    /// <summary>True to be asked and coloured as a person is.</summary>
    public bool IsTerminal { get; set; }

    /// <summary>The environment.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Ctrl-C.</summary>
    public CancellationToken Cancelled { get; set; }

    /// <summary>Writes a file below the folder.</summary>
    public ToolRun With(string path, string text)
    {
        var file = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    /// <summary>Writes a file below the folder.</summary>
    public ToolRun With(string path, byte[] bytes)
    {
        With(path, "");
        File.WriteAllBytes(PathOf(path), bytes);
        return this;
    }

    /// <summary>Copies a sample table there, by its name without extension.</summary>
    public ToolRun WithSample(string name) => With(name + ".transitions", SampleTables.Text(name));

    /// <summary>The text of a file below the folder.</summary>
    public string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>The full path of a file below the folder.</summary>
    public string PathOf(string path) => Path.Combine(Folder, path);

    /// <summary>Runs a command line; a test that hangs fails.</summary>
    public async Task<ToolResult> Run(params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        using (var terminal = new Terminal(new MemoryStream(Encoding.UTF8.GetBytes(Input)), output, error)
        {
            Folder = Folder,
            IsInputTerminal = IsTerminal,
            IsOutputTerminal = IsTerminal,
            IsErrorTerminal = IsTerminal,
            Variable = Variables.GetValueOrDefault,
            Cancelled = Cancelled,
        })
        {
            var code = await Task.Run(() => ToolApplication.RunAsync(arguments, terminal)).WaitAsync(HangGuard.Limit);
            terminal.Out.Flush();
            return new ToolResult(code, TextOf(output), TextOf(error));
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string TextOf(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray()).Replace(Folder, "FOLDER", StringComparison.Ordinal);
}
