using Microsoft.Extensions.FileSystemGlobbing;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Inputs;

/// <summary>From what the user typed to files: files, folders, patterns.</summary>
/// <param name="terminal">Whose files.</param>
internal sealed class TableFinder(Terminal terminal)
{
    private static readonly string[] s_notSearched = ["bin", "obj", "node_modules", ".git"];
    private static readonly StringComparison s_comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The files that an argument means, sorted where it means several.</summary>
    /// <param name="argument">A file, a folder or a pattern.</param>
    /// <exception cref="UsageException">There is none.</exception>
    public IReadOnlyList<string> Find(string argument)
    {
        var path = terminal.FullPath(argument);
        if (File.Exists(path))
        {
            return [argument];
        }

        if (Directory.Exists(path))
        {
            return Below(argument);
        }

        return argument.Contains('*', StringComparison.Ordinal) ? Matching(argument) : throw new UsageException(NoSuchFile(argument, path));
    }

    /// <summary>The tables in a folder and below it; none where there is no such folder.</summary>
    public IReadOnlyList<string> Tables(string folder) => Directory.Exists(terminal.FullPath(folder))
        ? Match("**/*" + TableText.Extension, terminal.FullPath(folder)).Select(file => folder is "." ? file : Path.Combine(folder, file)).ToArray()
        : [];

    private IReadOnlyList<string> Below(string argument)
    {
        var found = Tables(argument);
        return found.Count > 0 ? found : throw new UsageException(argument is "."
            ? $"there is no *{TableText.Extension} file in this folder or below it; name a file, or - for standard input"
            : $"there is no *{TableText.Extension} file in '{argument}' or below it");
    }

    private List<string> Matching(string pattern)
    {
        // The folders before the first '*' are where the search begins; what is found is called as the pattern calls it.
        var parts = pattern.Split('/', '\\');
        var fixedParts = parts.TakeWhile(part => !part.Contains('*', StringComparison.Ordinal)).ToArray();
        var start = string.Join('/', fixedParts);
        var folder = terminal.FullPath(fixedParts.Length == 0 ? "." : start + "/");
        var found = Directory.Exists(folder)
            ? Match(string.Join('/', parts.Skip(fixedParts.Length)), folder).Select(file => fixedParts.Length == 0 ? file : $"{start}/{file}").ToList()
            : [];
        return found.Count > 0 ? found : throw new UsageException($"no file matches '{pattern}'");
    }

    private static IEnumerable<string> Match(string pattern, string folder)
    {
        var matcher = new Matcher(s_comparison);
        matcher.AddInclude(pattern);
        try
        {
            return matcher.Match(folder, Files(folder)).Files.Select(file => file.Path).Order(StringComparer.Ordinal).ToArray();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot search '{folder}': {wrong.Message}");
        }
    }

    // Links to folders may lead in circles; what they lead to is found where it is.
    private static IEnumerable<string> Files(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            yield return file;
        }

        foreach (var below in new DirectoryInfo(folder).EnumerateDirectories())
        {
            if (!s_notSearched.Contains(below.Name) && !below.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                foreach (var file in Files(below.FullName))
                {
                    yield return file;
                }
            }
        }
    }

    private string NoSuchFile(string argument, string path)
    {
        if (File.Exists(path + TableText.Extension))
        {
            return $"there is no file '{argument}'; did you mean '{argument}{TableText.Extension}'?";
        }

        var folder = Path.GetDirectoryName(path) ?? path;
        if (!Directory.Exists(folder))
        {
            return $"there is no file '{argument}': there is no folder '{Path.GetRelativePath(terminal.Folder, folder)}'";
        }

        var near = NameSuggestion.Find(Path.GetFileName(path), Directory.EnumerateFiles(folder, "*" + TableText.Extension).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal));
        return $"there is no file '{argument}'" + (near is null ? "" : $"; did you mean '{Path.Combine(Path.GetDirectoryName(argument) ?? "", near)}'?");
    }
}
