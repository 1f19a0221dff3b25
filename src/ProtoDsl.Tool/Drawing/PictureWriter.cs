using ProtoDsl.Tool.Inputs;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Drawing;

/// <summary>Writes pictures where the user wants them.</summary>
/// <param name="terminal">Whose files and standard output.</param>
internal sealed class PictureWriter(Terminal terminal)
{
    private readonly OutputFile _file = new(terminal);

    /// <param name="pictures">At least one.</param>
    /// <param name="extension">Of their files.</param>
    /// <param name="output">A file, a folder, or null for standard output.</param>
    /// <exception cref="UsageException">They are several and there is no folder for them, or they cannot be written.</exception>
    public void Write(IReadOnlyList<Picture> pictures, string extension, string? output)
    {
        if (output is null or OutputFile.StandardOutput)
        {
            terminal.Out.Write(pictures.Count == 1 ? pictures[0].Text : throw Several(pictures, "name one of them, or a folder for all with --output"));
            return;
        }

        var isFolder = Directory.Exists(terminal.FullPath(output)) || output.EndsWith('/') || output.EndsWith('\\') || (pictures.Count > 1 && Path.GetExtension(output).Length == 0);
        if (!isFolder)
        {
            _file.WriteTo(output, pictures.Count == 1 ? pictures[0].Text : throw Several(pictures, $"'{output}' is one file: name a folder"));
            return;
        }

        var twice = pictures.GroupBy(picture => picture.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new UsageException($"two of them are called '{twice.Key}', and would be one file: draw the tables one by one");
        }

        foreach (var picture in pictures)
        {
            _file.Write(output, picture.Name + extension, picture.Text);
        }
    }

    private static UsageException Several(IReadOnlyList<Picture> pictures, string advice) =>
        new($"there are {pictures.Count} pictures ({string.Join(", ", pictures.Take(5).Select(picture => picture.Name))}{(pictures.Count > 5 ? ", …" : "")}); {advice}");
}
