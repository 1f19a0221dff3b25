using ProtoDsl.LanguageServer.Lsp;

namespace ProtoDsl.LanguageServer.Workspace;

/// <summary>The tables as they are now. Changes come one by one from the client, and from reading folders beside it.</summary>
internal sealed class TableWorkspace
{
    private readonly object _lock = new();
    private readonly List<string> _roots = [];
    private volatile TableSet _tables = TableSet.Empty;

    /// <summary>Told after each change: what there is now, and the path of the table that has changed; null where many have.</summary>
    public event Action<TableSet, string?>? Changed;

    /// <summary>What there is now; it does not change in the hands of who asked.</summary>
    public TableSet Current => _tables;

    public void Open(OpenedDocument opened)
    {
        var document = new TableDocument(opened.Uri, DocumentPath.Of(opened.Uri), opened.Version, opened.Text);
        Update(tables => AddNeighbours(tables, document.Path).With(document), document.Path);
    }

    /// <summary>A change of a table that is not open is the client's mistake, and is left out.</summary>
    public void Change(DidChangeParams change)
    {
        var path = DocumentPath.Of(change.TextDocument.Uri);
        Update(tables => tables.Find(path) is { IsOpen: true } document ? tables.With(document.With(change.TextDocument.Version, change.ContentChanges)) : tables, path);
    }

    /// <summary>From now on the file's own text holds, if there is a file.</summary>
    public void Close(string uri)
    {
        var path = DocumentPath.Of(uri);
        Update(tables => WithFile(tables, path), path);
    }

    /// <summary>Files were written or removed by others. What is open is the client's, and is looked at again: settings may be among the files.</summary>
    public void FilesChanged(IEnumerable<string> uris)
    {
        var paths = uris.Select(DocumentPath.Of).Where(path => path.EndsWith(DocumentPath.Extension, StringComparison.OrdinalIgnoreCase)).ToArray();
        Update(tables => paths.Where(path => tables.Find(path) is not { IsOpen: true }).Aggregate(tables, WithFile), null);
    }

    /// <summary>Reads a folder, which may take long, and adds what is not open.</summary>
    public void AddFolder(string uri, CancellationToken cancellationToken)
    {
        var root = DocumentPath.Of(uri);
        lock (_lock)
        {
            _roots.Add(root);
        }

        var found = FolderScan.ReadTree(root, cancellationToken).ToArray();
        Update(tables => found.Where(document => tables.Find(document.Path) is not { IsOpen: true }).Aggregate(tables, (all, document) => all.With(document)), null);
    }

    /// <summary>Forgets the tables of folders, but those that are open.</summary>
    public void RemoveFolders(IEnumerable<string> uris)
    {
        var roots = uris.Select(DocumentPath.Of).ToArray();
        Update(
            tables =>
            {
                _roots.RemoveAll(root => roots.Contains(root));
                return tables.All.Where(document => !document.IsOpen && roots.Any(root => IsBelow(document.Path, root))).Aggregate(tables, (all, document) => all.Without(document.Path));
            },
            null);
    }

    // A single file is open: its imports lie beside it.
    private TableSet AddNeighbours(TableSet tables, string path)
    {
        if (!Path.IsPathRooted(path) || Path.GetDirectoryName(path) is not { } folder || _roots.Exists(root => IsBelow(folder, root)))
        {
            return tables;
        }

        _roots.Add(folder);
        return FolderScan.ReadFolder(folder).Where(document => tables.Find(document.Path) is null).Aggregate(tables, (all, document) => all.With(document));
    }

    private static bool IsBelow(string path, string root) =>
        path.StartsWith(root, StringComparison.Ordinal) && (path.Length == root.Length || root.EndsWith(Path.DirectorySeparatorChar) || path[root.Length] == Path.DirectorySeparatorChar);

    private static TableSet WithFile(TableSet tables, string path) => FolderScan.ReadFile(path) is { } document ? tables.With(document) : tables.Without(path);

    private void Update(Func<TableSet, TableSet> change, string? path)
    {
        lock (_lock)
        {
            var before = _tables;
            _tables = change(before);
            if (_tables != before || path is null)
            {
                Changed?.Invoke(_tables, path);
            }
        }
    }
}
