using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Machines;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Binding.Naming;

/// <summary>Everything that would clash in C#, found in the table; in the model a free name takes the place of one that clashes.</summary>
internal static class NameChecks
{
    public static void Check(BindingContext context, string protocolClass, DeclarationBinder declarations, IList<BoundMachine> machines)
    {
        var messages = declarations.Signatures.Messages;
        var tags = declarations.Tags.All;
        new TypeClashes(context, protocolClass, machines).Check(messages, tags);
        MessagePropertyNames.Check(context, messages, declarations.Signatures.ParameterSyntax);
        EnumNames.Check(context, tags);
        for (var i = 0; i < machines.Count; i++)
        {
            context.ThrowIfCancelled();
            Change(i, EnumNames.Check(context, machines[i]));
            Change(i, CallNames.Check(context, machines[i]));
            var types = tags.Select(tag => tag.Type).ToList();
            Change(i, new MachineMembers(context, machines[i], types, protocolClass).Check(messages, tags));
            CallNames.CheckDispose(context, machines[i]);
            Change(i, ActionNames.Check(context, machines[i], messages));
        }

        void Change(int index, Machine machine) => machines[index] = machines[index] with { Machine = machine };
    }
}
