using System;
using System.Collections.Generic;
using System.IO;

namespace ProtoDsl.Analyzers.Generation.Input;

/// <summary>The path of a table as its project sees it: what names its generated source and stands in messages, the same on every
/// computer.</summary>
internal static class ProjectPath
{
    private static readonly char[] _separators = ['/', '\\'];

    /// <summary>The path from the project's folder to the file, with <c>/</c> between its parts; for a file elsewhere, up with
    /// <c>..</c> as far as both have a folder in common; the bare file name where they have none or the folder is not known.</summary>
    public static string Relative(string? projectFolder, string path)
    {
        var file = Parts(path);
        var folder = projectFolder is null ? [] : Parts(projectFolder);
        var common = 0;
        while (common < folder.Count && common < file.Count - 1 && SamePart(folder[common], file[common]))
        {
            common++;
        }

        if (common == 0)
        {
            return FileName(path);
        }

        var relative = new List<string>();
        for (var i = common; i < folder.Count; i++)
        {
            relative.Add("..");
        }

        relative.AddRange(file.GetRange(common, file.Count - common));
        return string.Join("/", relative);
    }

    /// <summary>The last part of a path.</summary>
    public static string FileName(string path) => path.Substring(path.LastIndexOfAny(_separators) + 1);

    /// <summary>The last part of a path, without its extension.</summary>
    public static string NameWithoutExtension(string path)
    {
        var name = FileName(path);
        var dot = name.LastIndexOf('.');
        return dot < 0 ? name : name.Substring(0, dot);
    }

    private static List<string> Parts(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split(_separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (parts.Count > 0)
                {
                    parts.RemoveAt(parts.Count - 1);
                }
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    private static bool SamePart(string left, string right) =>
        string.Equals(left, right, Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
