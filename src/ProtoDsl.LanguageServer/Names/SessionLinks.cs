using ProtoDsl.Language.Names;
using ProtoDsl.LanguageServer.Workspace;

namespace ProtoDsl.LanguageServer.Names;

/// <summary>What sessions tie together: messages of several tables are the same if their names are, and their tags' values too; rows name roles.</summary>
internal sealed class SessionLinks(TableSet tables, CancellationToken cancellationToken)
{
    /// <summary>What must bear the same name.</summary>
    public IEnumerable<NamedThing> Of(NamedThing thing) => thing.Key.Kind switch
    {
        NameKind.Message => Partners(thing.Document).SelectMany(pair => SameMessage(thing, pair.Own, pair.Other)),
        NameKind.TagValue => Partners(thing.Document).SelectMany(pair => SameValue(thing, pair.Own, pair.Other)),
        NameKind.Role => PeersOf(thing),
        NameKind.Peer => RolesOf(thing.Document, thing.Key),
        _ => [],
    };

    /// <summary>The roles that a row's <c>from</c> or <c>to</c> may mean: of every session that its machine plays in.</summary>
    public IEnumerable<NamedThing> RolesOf(TableDocument document, NameKey peer) =>
        tables.ImportersOf(document, cancellationToken).Prepend(document)
            .SelectMany(owner => SessionsOf(owner).Where(session => session.Machines.Contains(new PlayedMachine(document, peer.Owner ?? "")))
                .Select(session => new NamedThing(owner, new NameKey(NameKind.Role, session.Name, peer.Name))))
            .Where(role => role.Document.Names(cancellationToken).Has(role.Key));

    private IEnumerable<NamedThing> PeersOf(NamedThing role) => SessionsOf(role.Document)
        .Where(session => session.Name == role.Key.Owner)
        .SelectMany(session => session.Machines)
        .Distinct()
        .Select(machine => new NamedThing(machine.Document, new NameKey(NameKind.Peer, machine.Machine, role.Key.Name)))
        .Where(peer => peer.Document.Names(cancellationToken).Of(peer.Key).Any());

    private IEnumerable<NamedThing> SameMessage(NamedThing message, PlayedMachine own, PlayedMachine other) =>
        IsSeenBy(own, message.Key) ? Resolve(other, new NameKey(NameKind.Message, other.Machine, message.Key.Name), null) : [];

    private IEnumerable<NamedThing> SameValue(NamedThing value, PlayedMachine own, PlayedMachine other)
    {
        var names = own.Document.Names(cancellationToken);
        return names.VisibleIn(own.Machine, NameKind.Message)
            .SelectMany(message => names.ParametersOf(own.Machine, NameKind.Message, message.Name).Select((_, index) => new ArgumentPlace(NameKind.Message, message.Name, index)))
            .Where(place => Resolve(own, new NameKey(NameKind.TagValue, own.Machine, value.Key.Name), place).Contains(value))
            .SelectMany(place => Resolve(other, new NameKey(NameKind.TagValue, other.Machine, value.Key.Name), place));
    }

    private bool IsSeenBy(PlayedMachine machine, NameKey message) =>
        machine.Document.Names(cancellationToken).VisibleIn(machine.Machine, NameKind.Message).Contains(message);

    private IEnumerable<NamedThing> Resolve(PlayedMachine machine, NameKey key, ArgumentPlace? argument)
    {
        var asked = new NameUse(key, default, false) { IsElsewhere = true, Argument = argument };
        return machine.Document.Names(cancellationToken).Resolve(asked) is { } found ? [new NamedThing(machine.Document, found)] : [];
    }

    /// <summary>Each machine of a table with each that it talks to.</summary>
    private IEnumerable<(PlayedMachine Own, PlayedMachine Other)> Partners(TableDocument document) =>
        tables.ImportersOf(document, cancellationToken).Prepend(document)
            .SelectMany(SessionsOf)
            .SelectMany(session => session.Machines.Where(own => own.Document == document).SelectMany(own => session.Machines.Where(other => other != own).Select(other => (own, other))))
            .Distinct();

    private IEnumerable<(string Name, IReadOnlyList<PlayedMachine> Machines)> SessionsOf(TableDocument document)
    {
        var protocol = document.File(cancellationToken).Bound.Protocol;
        foreach (var session in protocol.Sessions)
        {
            var machines = session.Roles.SelectMany(role => protocol.Machines.Any(machine => machine.Name == role.MachineName)
                ? [new PlayedMachine(document, role.MachineName)]
                : tables.ImportsOf(document, cancellationToken)
                    .Where(import => import.File(cancellationToken).Bound.Protocol.Machines.Any(machine => machine.Name == role.MachineName))
                    .Select(import => new PlayedMachine(import, role.MachineName)));
            yield return (session.Name, machines.ToArray());
        }
    }
}
