using System.Text;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Drawing;

/// <summary>Writes pictures where the user wants them.</summary>
/// <param name="terminal">Whose files and standard output.</param>
internal sealed class PictureWriter(Terminal terminal)
{
    /// <param name="pictures">At least one.</param>
    /// <param name="format">What they are.</param>
    /// <param name="output">A file, a folder, or null for standard output.</param>
    /// <exception cref="UsageException">They are several and there is no folder for them, or they cannot be written.</exception>
    public void Write(IReadOnlyList<Picture> pictures, PictureFormat format, string? output)
    {
        if (output is null)
        {
            terminal.Out.Write(pictures.Count == 1 ? pictures[0].Text : throw Several(pictures, "name one of them with --machine, or a folder for all with --output"));
            return;
        }

        var isFolder = Directory.Exists(terminal.FullPath(output)) || output.EndsWith('/') || output.EndsWith('\\') || (pictures.Count > 1 && Path.GetExtension(output).Length == 0);
        if (!isFolder)
        {
            Write(output, pictures.Count == 1 ? pictures[0].Text : throw Several(pictures, $"'{output}' is one file: name a folder"));
            return;
        }

        var twice = pictures.GroupBy(picture => picture.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new UsageException($"two machines are called '{twice.Key}', and their pictures would be one file: draw the tables one by one");
        }

        foreach (var picture in pictures)
        {
            Write(Path.Combine(output, picture.Name + format.Extension), picture.Text);
        }
    }

    private void Write(string output, string text)
    {
        try
        {
            var path = terminal.FullPath(output);
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new UsageException($"cannot write '{output}': {wrong.Message}");
        }
    }

    private static UsageException Several(IReadOnlyList<Picture> pictures, string advice) =>
        new($"there are {pictures.Count} machines ({string.Join(", ", pictures.Take(5).Select(picture => picture.Name))}{(pictures.Count > 5 ? ", …" : "")}); {advice}");
}
