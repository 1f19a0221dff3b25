using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Inputs;

/// <summary>Writes what a command makes: to a file, whose name it tells, or to standard output.</summary>
/// <param name="terminal">Whose files and standard output.</param>
internal sealed class OutputFile(Terminal terminal)
{
    /// <summary>The path that stands for standard output.</summary>
    public const string StandardOutput = "-";

    /// <summary>Writes a text.</summary>
    /// <param name="folder">Made where it is not there; or <see cref="StandardOutput"/>.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="text">All of it.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public void Write(string folder, string name, string text)
    {
        if (folder == StandardOutput)
        {
            terminal.Out.Write(text);
            return;
        }

        WriteTo(folder is "." ? name : Path.Combine(folder, name), text);
    }

    /// <summary>Writes a text to a path, or to <see cref="StandardOutput"/>.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public void WriteTo(string path, string text)
    {
        if (path == StandardOutput)
        {
            terminal.Out.Write(text);
            return;
        }

        try
        {
            var full = terminal.FullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? full);
            File.WriteAllText(full, text);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot write '{path}': {wrong.Message}");
        }

        terminal.Error.WriteLine($"{path} written");
    }
}
