using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Planning;

/// <summary>Names the types that a table generates in its namespace.</summary>
internal static class GeneratedTypes
{
    /// <summary>Full names, in the order of the table.</summary>
    public static EquatableArray<string> Of(Protocol protocol) =>
        Named(protocol).Select(type => type.Name).Distinct().ToEquatableArray();

    /// <summary>The machine that a type belongs to; -1 for the protocol's own class.</summary>
    public static int MachineOf(Protocol protocol, string type) => Named(protocol).First(named => named.Name == type).Machine;

    /// <summary>True where the table has something to generate; an empty file has not.</summary>
    public static bool Any(Protocol protocol) => Named(protocol).Any();

    private static IEnumerable<(string Name, int Machine)> Named(Protocol protocol)
    {
        var prefix = protocol.Namespace is { } name ? name + "." : "";
        if (HasContainer(protocol))
        {
            yield return (prefix + protocol.ClassName, -1);
        }

        for (var index = 0; index < protocol.Machines.Count; index++)
        {
            foreach (var type in Beside(protocol.Machines[index]))
            {
                yield return (prefix + type, index);
            }
        }
    }

    /// <summary>A static class with the protocol's name holds generated messages and tags that belong to no machine.</summary>
    private static bool HasContainer(Protocol protocol) =>
        protocol.Machines.All(machine => machine.ClassName != protocol.ClassName)
        && (protocol.Messages.Any(message => message is { Owner: null, BoundType: null })
            || protocol.Tags.Any(tag => tag is { Owner: null, Binding: not TagBinding.ExistingEnum }));

    private static IEnumerable<string> Beside(Machine machine)
    {
        yield return machine.ClassName;
        yield return machine.ClassName + "State";
        if (!machine.Actions.IsEmpty || !machine.SentMessages.IsEmpty || !machine.Timers.IsEmpty)
        {
            yield return "I" + machine.ClassName + "Actions";
        }

        if (!machine.Timers.IsEmpty)
        {
            yield return machine.ClassName + "Timer";
            yield return machine.ClassName + "TimerToken";
        }

        if (machine.Rows.Any(NamesRole))
        {
            yield return machine.ClassName + "Peer";
        }
    }

    private static bool NamesRole(Row row) =>
        row.Triggers.Any(trigger => trigger.From is not null) || row.Effects.OfType<SendStep>().Any(send => send.To is not null);
}
