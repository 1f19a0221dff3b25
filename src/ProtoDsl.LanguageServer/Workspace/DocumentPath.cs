namespace ProtoDsl.LanguageServer.Workspace;

/// <summary>Between the URIs of clients, each of which writes them in its own way, and paths.</summary>
internal static class DocumentPath
{
    /// <summary>How the files of tables end.</summary>
    public const string Extension = ".transitions";

    /// <summary>The path of a file; of what is no file (a document that was never saved), the URI.</summary>
    public static string Of(string uri)
    {
        if (!System.Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || !parsed.IsFile)
        {
            return uri;
        }

        // 'file:///c%3A/x' is how VS Code writes C:\x.
        var path = System.Uri.UnescapeDataString(parsed.LocalPath);
        return Path.GetFullPath(path.Length > 2 && path[0] is '/' or '\\' && path[2] == ':' ? path[1..] : path);
    }

    /// <summary>The URI of a file.</summary>
    public static string UriOf(string path) => new Uri(path).AbsoluteUri;

    /// <summary>The name of a file without folder and extension: its protocol's, where it gives none.</summary>
    public static string NameOf(string path) => Path.GetFileNameWithoutExtension(path[(path.LastIndexOfAny(['/', '\\', ':']) + 1)..]);

    /// <summary>How many folders two files share: the more, the nearer they are.</summary>
    public static int Nearness(string a, string b)
    {
        var (first, second) = (a.Split('/', '\\'), b.Split('/', '\\'));
        var shared = 0;
        while (shared < first.Length - 1 && shared < second.Length - 1 && first[shared] == second[shared])
        {
            shared++;
        }

        return shared;
    }
}
