using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Machines;

namespace ProtoDsl.Language.Binding.Naming;

/// <summary>Everything that would clash in C#, found in the table.</summary>
internal static class NameChecks
{
    public static void Check(BindingContext context, string protocolClass, DeclarationBinder declarations, IReadOnlyList<BoundMachine> machines)
    {
        var messages = declarations.Signatures.Messages;
        var tags = declarations.Tags.All;
        new TypeClashes(context, protocolClass, machines).Check(messages, tags);
        MessagePropertyNames.Check(context, messages, declarations.Signatures.ParameterSyntax);
        EnumNames.Check(context, tags);
        var models = messages.Select(message => message.Message).ToList();
        var types = tags.Select(tag => tag.Type).ToList();
        foreach (var machine in machines)
        {
            context.ThrowIfCancelled();
            EnumNames.Check(context, machine);
            if (CallNames.Check(context, machine))
            {
                new MachineMembers(context, machine, types, protocolClass).Check(messages, tags);
            }

            CallNames.CheckDispose(context, machine);
            ActionNames.Check(context, machine, models);
        }
    }
}
