using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Machines;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Files;

/// <summary>Which messages a machine uses.</summary>
internal static class MessageUse
{
    /// <summary>A message that a public machine uses must be public.</summary>
    public static void MarkPublic(IEnumerable<BoundMachine> machines)
    {
        foreach (var machine in machines.Where(machine => (machine.Machine.Modifiers & MachineModifiers.Public) != 0))
        {
            foreach (var message in Of(machine))
            {
                message.IsPublic = true;
            }
        }
    }

    /// <summary>The messages that a machine receives or sends, each once.</summary>
    public static IEnumerable<MessageSymbol> Of(BoundMachine machine)
    {
        var received = machine.Machine.Events.Where(@event => @event.Kind == EventKind.Receive).Select(@event => @event.Subject).ToList();
        var numbers = new HashSet<int>(received.Concat(machine.Sent.Select(message => message.Index)));
        return machine.Scope.Messages.Where(message => numbers.Contains(message.Index));
    }
}
