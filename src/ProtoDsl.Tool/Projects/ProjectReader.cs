using ProtoDsl.Language;
using ProtoDsl.Tool.Inputs;
using ProtoDsl.Tool.Terminals;
using ProtoDsl.Verification;
using ProtoDsl.Verification.Projects;

namespace ProtoDsl.Tool.Projects;

/// <summary>Reads tables, and looks for those that they import: among themselves, beside and below each, and below the current folder.</summary>
/// <param name="terminal">Whose files.</param>
internal sealed class ProjectReader(Terminal terminal)
{
    private readonly EditorConfigs _configs = new();
    private readonly TableFinder _finder = new(terminal);
    private readonly TableReader _reader = new(terminal);
    private readonly Dictionary<string, LoadedTable?> _seen = new(StringComparer.Ordinal);

    /// <summary>Reads what the texts mean, and what they import.</summary>
    /// <param name="texts">Named on the command line.</param>
    /// <param name="cancellationToken">Honoured between lines of tables.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public TableProject Read(IEnumerable<TableText> texts, CancellationToken cancellationToken)
    {
        var tables = texts.Select(text => Read(text, isImport: false, cancellationToken)).ToArray();
        foreach (var table in tables)
        {
            _seen[terminal.FullPath(table.Text.Path)] = table;
        }

        var imports = new List<LoadedTable>();
        foreach (var table in tables)
        {
            foreach (var name in table.File.Bound.Protocol.Imports)
            {
                if (!tables.Concat(imports).Any(each => each.File.Bound.Protocol.Name == name))
                {
                    imports.AddRange(Find(name, table, cancellationToken));
                }
            }
        }

        return new TableProject(tables, imports);
    }

    // The nearest that there is: two copies of a protocol far apart are not two protocols.
    private LoadedTable[] Find(string protocol, LoadedTable importer, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(importer.Text.Path) is { Length: > 0 } parent ? parent : ".";
        foreach (var place in (string[])[folder, "."])
        {
            var found = _finder.Tables(place)
                .Select(path => Candidate(path, protocol, cancellationToken))
                .FirstOrDefault(table => table?.File.Bound.Protocol.Name == protocol);
            if (found is not null)
            {
                return [found];
            }
        }

        return [];
    }

    private LoadedTable? Candidate(string path, string protocol, CancellationToken cancellationToken)
    {
        var full = terminal.FullPath(path);
        if (!_seen.TryGetValue(full, out var known))
        {
            // A name that is not in the text and not in the file's is not the protocol's: most files are not read further.
            var text = _reader.TryReadFile(path);
            if (text is null || !(text.Text.Contains(protocol, StringComparison.Ordinal) || NameOf(text).Contains(protocol, StringComparison.Ordinal)))
            {
                return null;
            }

            _seen[full] = known = Read(text, isImport: true, cancellationToken);
        }

        return known;
    }

    // A file's name becomes an identifier without its blanks and marks; letters are enough to tell.
    private static string NameOf(TableText text) => string.Concat(text.Name.Where(c => char.IsLetterOrDigit(c) || c == '_'));

    private LoadedTable Read(TableText text, bool isImport, CancellationToken cancellationToken)
    {
        var file = new TableFile(text.Path, TransitionFile.Read(text.Text, text.Name, cancellationToken));
        return new LoadedTable(text, new ProjectTable(file, text.Path, _configs.Of(terminal.FullPath(text.Path))) { IsImport = isImport });
    }
}
