using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Planning;

/// <summary>Names the classes that a table generates in its namespace. The types derived from a machine (its enum of states, its
/// interface of actions) bear its name with something added, so they clash only where these do.</summary>
internal static class GeneratedTypes
{
    /// <summary>Full names, in the order of the table.</summary>
    public static EquatableArray<string> Of(Protocol protocol)
    {
        var prefix = protocol.Namespace is { } name ? name + "." : "";
        return Names(protocol).Distinct().Select(type => prefix + type).ToEquatableArray();
    }

    /// <summary>True where the table has something to generate; an empty file has not.</summary>
    public static bool Any(Protocol protocol) => Names(protocol).Any();

    /// <summary>True where a static class with the protocol's name holds shared messages and tags.</summary>
    public static bool HasContainer(Protocol protocol) =>
        (protocol.Messages.Any(message => message.Owner is null) || protocol.Tags.Any(tag => tag.Owner is null))
        && protocol.Machines.All(machine => machine.ClassName != protocol.ClassName);

    private static IEnumerable<string> Names(Protocol protocol)
    {
        if (HasContainer(protocol))
        {
            yield return protocol.ClassName;
        }

        foreach (var machine in protocol.Machines)
        {
            yield return machine.ClassName;
        }
    }
}
