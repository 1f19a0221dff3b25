namespace ProtoDsl.LanguageServer.Workspace;

/// <summary>Finds the tables of a folder. What cannot be read is left out: an editor's folder is full of such things.</summary>
internal static class FolderScan
{
    /// <summary>A folder with more is none that one works on table by table.</summary>
    private const int MostFiles = 2_000;

    private const int MostFolders = 50_000;

    /// <summary>Well above the largest text that the language reads.</summary>
    private const long LargestFile = 4 * 1024 * 1024;

    private static readonly EnumerationOptions s_plain = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };

    /// <summary>The tables of a folder and of those below it; not those of outputs, packages and hidden folders.</summary>
    public static IEnumerable<TableDocument> ReadTree(string root, CancellationToken cancellationToken)
    {
        var folders = new Queue<string>([root]);
        var (files, seen) = (0, 0);
        while (folders.TryDequeue(out var folder) && seen++ < MostFolders)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var child in List(folder, path => Directory.EnumerateDirectories(path, "*", s_plain)).Where(IsOfInterest))
            {
                folders.Enqueue(child);
            }

            foreach (var document in ReadFolder(folder))
            {
                if (files++ == MostFiles)
                {
                    yield break;
                }

                yield return document;
            }
        }
    }

    /// <summary>The tables of a folder alone.</summary>
    public static IEnumerable<TableDocument> ReadFolder(string folder) =>
        List(folder, path => Directory.EnumerateFiles(path, "*" + DocumentPath.Extension, s_plain)).Select(ReadFile).OfType<TableDocument>();

    /// <summary>A table as its file has it; null where there is none that can be read.</summary>
    public static TableDocument? ReadFile(string path)
    {
        try
        {
            return File.Exists(path) && new FileInfo(path).Length <= LargestFile
                ? new TableDocument(DocumentPath.UriOf(path), path, null, File.ReadAllText(path))
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or UriFormatException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsOfInterest(string folder) => Path.GetFileName(folder) is not ("bin" or "obj" or "node_modules" or "artifacts");

    private static string[] List(string folder, Func<string, IEnumerable<string>> list)
    {
        try
        {
            return [.. list(folder).Order(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return []; // no folder, or gone by now
        }
    }
}
