using System;
using System.IO;
using System.Linq;
using System.Text;

namespace ProtoDsl.Build;

/// <summary>A picture and where it belongs.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Text">The whole file.</param>
internal sealed record PictureFile(string Path, string Text)
{
    // What files of ours begin with, whatever they show.
    private static readonly string[] Beginnings =
    [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:space=\"preserve\" class=\"machine\"", "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\"",
        "flowchart TB\n    s0", "digraph \"",
    ];

    /// <summary>Writes the file, unless it is so already.</summary>
    /// <returns>False where another file stands there that is not ours.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public bool Write()
    {
        var there = Read();
        if (there is not null && !Beginnings.Any(beginning => there.StartsWith(beginning, StringComparison.Ordinal) && Text.StartsWith(beginning, StringComparison.Ordinal)))
        {
            return false;
        }

        if (there != Text)
        {
            Replace();
        }

        return true;
    }

    private string? Read() => File.Exists(Path) ? File.ReadAllText(Path).Replace("\r\n", "\n") : null;

    // A project of several frameworks is built several times at once: each writes a file of its own, and any of them may be the last.
    private void Replace()
    {
        var own = Path + "." + Guid.NewGuid().ToString("N").Substring(0, 8) + ".tmp";
        try
        {
            File.WriteAllText(own, Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Delete(Path);
            File.Move(own, Path);
        }
        catch (IOException) when (Read() == Text)
        {
            // Another one was faster.
        }
        finally
        {
            File.Delete(own);
        }
    }
}
