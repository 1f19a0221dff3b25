using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using ProtoDsl.Language;
using ProtoDsl.Pictures.Layout;
using ProtoDsl.Verification;

namespace ProtoDsl.Build;

/// <summary>Refreshes the diagrams beside tables when a project is built. What goes wrong is a warning: a picture is no reason for a build to fail.</summary>
public sealed class DrawTables : ITask
{
    private const string Code = "PDSL9006";
    private const string Imported = "ProtoDslImport";

    /// <inheritdoc/>
    public IBuildEngine? BuildEngine { get; set; }

    /// <inheritdoc/>
    public ITaskHost? HostObject { get; set; }

    /// <summary>The tables; those that are only imported are read, but not drawn.</summary>
    [Required]
    public ITaskItem[] Tables { get; set; } = [];

    /// <summary>The formats, with semicolons between them.</summary>
    [Required]
    public string Formats { get; set; } = "";

    /// <summary>True where nothing was warned of: else the next build tries, and warns, again.</summary>
    [Output]
    public bool IsComplete { get; private set; } = true;

    /// <inheritdoc/>
    public bool Execute()
    {
        var formats = Formats.Split(';').Select(format => format.Trim()).Where(format => format.Length > 0).ToArray();
        var unknown = formats.Where(format => !TablePictures.Formats.Contains(format)).ToArray();
        foreach (var format in unknown)
        {
            Warn(null, $"'{format}' is no format of a diagram; write {string.Join(", ", TablePictures.Formats)} in ProtoDslDiagram, or several with semicolons between them");
        }

        var read = Tables.Select(table => (Item: table, File: Read(table.GetMetadata("FullPath")))).ToArray();
        var files = read.Select(each => each.File).OfType<TableFile>().ToArray();
        foreach (var (item, file) in read)
        {
            // What is wrong in a table the compiler says; its old pictures stay.
            if (file is { Bound.IsSound: true } && item.GetMetadata(Imported) != "true")
            {
                Draw(file, files, formats.Except(unknown));
            }
        }

        return true;
    }

    private void Draw(TableFile file, IReadOnlyList<TableFile> files, IEnumerable<string> formats)
    {
        foreach (var format in formats)
        {
            try
            {
                foreach (var picture in TablePictures.Of(file, files, format))
                {
                    if (!picture.Write())
                    {
                        Warn(file.Path, $"'{picture.Path}' is not written, since it is no diagram of ProtoDsl: rename it, or take '{format}' out of ProtoDslDiagram");
                    }
                }
            }
            catch (PictureTooLargeException tooLarge)
            {
                Warn(file.Path, tooLarge.Message);
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                Warn(file.Path, $"the diagram is not written: {wrong.Message}");
            }
        }
    }

    private TableFile? Read(string path)
    {
        try
        {
            return new TableFile(path, TransitionFile.Read(File.ReadAllText(path), Path.GetFileNameWithoutExtension(path)));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Warn(path, $"the table cannot be read to be drawn: {wrong.Message}");
            return null;
        }
    }

    private void Warn(string? file, string message)
    {
        IsComplete = false;
        BuildEngine?.LogWarningEvent(new BuildWarningEventArgs("", Code, file, 0, 0, 0, 0, message, "", nameof(DrawTables)));
    }
}
