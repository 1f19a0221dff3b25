using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Inputs;

/// <summary>Writes a changed text back where it came from, so that at every moment the file is the old one or the new one.</summary>
/// <param name="terminal">Whose files.</param>
internal sealed class TableWriter(Terminal terminal)
{
    /// <summary>Replaces the text of a file; its encoding and its permissions stay.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public void Replace(TableText table, string text)
    {
        var path = terminal.FullPath(table.Path);
        try
        {
            path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            if (File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
            {
                throw new UsageException($"cannot write '{table.Path}': it is read-only");
            }

            var beside = path + ".tmp";
            using (var writer = new StreamWriter(beside, append: false, table.Encoding))
            {
                writer.Write(text);
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(beside, File.GetUnixFileMode(path));
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot write '{table.Path}': {wrong.Message}");
        }
    }
}
