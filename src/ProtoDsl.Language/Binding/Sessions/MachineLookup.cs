using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Machines;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Sessions;

/// <summary>The machines of the file, by name; a name that is not here may be one of an imported protocol.</summary>
internal sealed class MachineLookup(BindingContext context, IReadOnlyList<BoundMachine> machines, bool hasImports)
{
    public BoundMachine this[int index] => machines[index];

    /// <summary>The machine's number; -1 for one that is not in this file.</summary>
    public int Find(NameSyntax name)
    {
        for (var i = 0; i < machines.Count; i++)
        {
            if (machines[i].Machine.Name == name.Text)
            {
                return i;
            }
        }

        if (!hasImports && !name.IsMissing && context.FirstTime("machine", name.Text))
        {
            context.Report(SessionMessages.Machine(name, context.Suggest(name.Text, machines.Select(machine => machine.Machine.Name))));
        }

        return -1;
    }
}
