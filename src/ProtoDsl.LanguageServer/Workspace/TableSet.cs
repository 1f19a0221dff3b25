using System.Collections.Immutable;
using ProtoDsl.Verification;

namespace ProtoDsl.LanguageServer.Workspace;

/// <summary>All tables that are open or lie in the folders, as they were at one moment. By path, so that two ways to write one URI are one table.</summary>
internal sealed class TableSet
{
    private readonly ImmutableDictionary<string, TableDocument> _byPath;

    private TableSet(ImmutableDictionary<string, TableDocument> byPath) => _byPath = byPath;

    public static TableSet Empty { get; } = new(ImmutableDictionary.Create<string, TableDocument>(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal));

    /// <summary>In the order of their paths, so that every answer is in the same order.</summary>
    public IEnumerable<TableDocument> All => _byPath.Values.OrderBy(document => document.Path, StringComparer.Ordinal);

    public TableDocument? Find(string path) => _byPath.GetValueOrDefault(path);

    public TableSet With(TableDocument document) => new(_byPath.SetItem(document.Path, document));

    public TableSet Without(string path) => new(_byPath.Remove(path));

    /// <summary>The tables that a table's imports mean. Of several protocols with one name, those that lie nearest: a folder of many projects may have many.</summary>
    public IReadOnlyList<TableDocument> ImportsOf(TableDocument document, CancellationToken cancellationToken = default) =>
        document.File(cancellationToken).Bound.Protocol.Imports.SelectMany(name => Named(document, name, cancellationToken)).Distinct().ToArray();

    /// <summary>The tables whose imports mean a table.</summary>
    public IReadOnlyList<TableDocument> ImportersOf(TableDocument document, CancellationToken cancellationToken = default)
    {
        var name = document.File(cancellationToken).Bound.Protocol.Name;
        return All.Where(other => other != document && other.File(cancellationToken).Bound.Protocol.Imports.Contains(name)
            && ImportsOf(other, cancellationToken).Contains(document)).ToArray();
    }

    /// <summary>The protocols that may be imported.</summary>
    public IEnumerable<string> Protocols(CancellationToken cancellationToken = default) =>
        All.Select(document => document.File(cancellationToken).Bound.Protocol.Name).Distinct();

    private IEnumerable<TableDocument> Named(TableDocument from, string protocol, CancellationToken cancellationToken)
    {
        var candidates = All.Where(other => other != from && other.File(cancellationToken).Bound.Protocol.Name == protocol).ToArray();
        var nearest = candidates.Select(other => DocumentPath.Nearness(from.Path, other.Path)).DefaultIfEmpty().Max();
        return candidates.Where(other => DocumentPath.Nearness(from.Path, other.Path) == nearest);
    }
}
