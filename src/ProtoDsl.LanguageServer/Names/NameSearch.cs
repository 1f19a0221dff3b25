using ProtoDsl.Language.Names;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer.Names;

/// <summary>Finds what names mean and where they stand, across files.</summary>
internal sealed class NameSearch(TableSet tables, CancellationToken cancellationToken)
{
    /// <summary>What stands at an offset; mostly one thing or none.</summary>
    public IReadOnlyList<NamedThing> At(TableDocument document, int offset) =>
        document.Names(cancellationToken).At(offset).SelectMany(use => Resolve(document, use)).Distinct().ToArray();

    /// <summary>What a place names: in an imported table, where it says so.</summary>
    public IEnumerable<NamedThing> Resolve(TableDocument document, NameUse use)
    {
        if (use.Key.Kind == NameKind.Peer)
        {
            return new SessionLinks(tables, cancellationToken).RolesOf(document, use.Key).DefaultIfEmpty(new NamedThing(document, use.Key));
        }

        if (!use.IsElsewhere)
        {
            return [new NamedThing(document, use.Key)];
        }

        return tables.ImportsOf(document, cancellationToken)
            .Where(import => use.Key.Kind != NameKind.Protocol || import.File(cancellationToken).Bound.Protocol.Name == use.Key.Name)
            .Select(import => (Import: import, Key: use.Key.Kind == NameKind.Protocol ? use.Key : import.Names(cancellationToken).Resolve(use)))
            .Where(found => found.Key is not null)
            .Select(found => new NamedThing(found.Import, found.Key ?? default));
    }

    /// <summary>Everywhere that something is named, its declarations included.</summary>
    public IEnumerable<NamedPlace> PlacesOf(NamedThing thing)
    {
        var own = thing.Document.Names(cancellationToken).Of(thing.Key).Select(use => new NamedPlace(thing.Document, use));
        var elsewhere = tables.ImportersOf(thing.Document, cancellationToken)
            .SelectMany(importer => importer.Names(cancellationToken).Uses
                .Where(use => use.IsElsewhere && use.Key.Name == thing.Key.Name && Resolve(importer, use).Contains(thing))
                .Select(use => new NamedPlace(importer, use)));
        return own.Concat(elsewhere);
    }

    /// <summary>All that must bear one name with something: what stands at one place with it, the same message in the tables of a session, and a role with
    /// the rows that name it.</summary>
    public IReadOnlyCollection<NamedThing> SameAs(IEnumerable<NamedThing> things)
    {
        var links = new SessionLinks(tables, cancellationToken);
        var found = new HashSet<NamedThing>();
        var waiting = new Queue<NamedThing>(things);
        while (waiting.TryDequeue(out var thing))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!found.Add(thing))
            {
                continue;
            }

            var beside = PlacesOf(thing).SelectMany(place => place.Document.Names(cancellationToken).Uses
                .Where(use => use.Span == place.Use.Span)
                .SelectMany(use => Resolve(place.Document, use)));
            foreach (var other in beside.Concat(links.Of(thing)))
            {
                waiting.Enqueue(other);
            }
        }

        return found;
    }
}
