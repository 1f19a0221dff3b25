using System.Collections.Generic;
using System.IO;
using System.Linq;
using ProtoDsl.Pictures;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Pictures.Layout;
using ProtoDsl.Pictures.Page;
using ProtoDsl.Verification;
using ProtoDsl.Verification.Grading;

namespace ProtoDsl.Build;

/// <summary>The pictures of a table, and the names of their files: that of the table, and where it has several machines theirs too.</summary>
internal static class TablePictures
{
    /// <summary>All formats, by name.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. PictureFormat.All.Select(format => format.Name), PictureFormat.Page];

    /// <param name="file">A sound table.</param>
    /// <param name="files">All tables of the project.</param>
    /// <param name="name">One of <see cref="Formats"/>.</param>
    /// <exception cref="PictureTooLargeException">A machine is too large for a picture.</exception>
    public static IEnumerable<PictureFile> Of(TableFile file, IReadOnlyList<TableFile> files, string name)
    {
        var machines = file.Bound.Protocol.Machines;
        var stem = Path.ChangeExtension(file.Path, null);
        if (PictureFormat.All.FirstOrDefault(format => format.Name == name) is { } drawn)
        {
            return machines.Select(machine => new PictureFile(
                stem + (machines.Count == 1 ? "" : "." + machine.Name) + drawn.Extension,
                drawn.Draw(GraphBuilder.Build(file.Bound.Protocol, machine, GraphOptions.Default))));
        }

        // A session with an unsound import has no system, and so no page that could be clicked through.
        var others = files.Where(other => !ReferenceEquals(other, file) && file.Bound.Protocol.Imports.Contains(other.Bound.Protocol.Name)).ToArray();
        return machines.Count + file.Bound.Protocol.Sessions.Count == 0 || others.Any(other => !other.Bound.IsSound)
            ? []
            : [new PictureFile(stem + ".html", HtmlPage.Of(file, others, GraphOptions.Default, new CheckOptions()))];
    }
}
