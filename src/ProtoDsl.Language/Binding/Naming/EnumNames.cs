using System.Collections.Generic;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Machines;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Binding.Naming;

/// <summary>Members of the generated enums: states, timers, values of tags.</summary>
internal static class EnumNames
{
    public static void Check(BindingContext context, BoundMachine machine)
    {
        var states = new NameTable(context);
        for (var i = 0; i < machine.Machine.States.Count; i++)
        {
            states.Add(machine.Machine.States[i].MemberName, machine.Machine.States[i].Name, machine.Map.States[i]);
        }

        var timers = new NameTable(context);
        for (var i = 0; i < machine.Machine.Timers.Count; i++)
        {
            timers.Add(machine.Machine.Timers[i].MemberName, machine.Machine.Timers[i].Name, machine.Map.Timers[i]);
        }
    }

    public static void Check(BindingContext context, IEnumerable<TagSymbol> tags)
    {
        foreach (var tag in tags)
        {
            var values = new NameTable(context);
            for (var i = 0; i < tag.Type.Values.Count && tag.Type.Binding != TagBinding.ExistingEnum; i++)
            {
                values.Add(tag.Type.Values[i].MemberName, tag.Type.Values[i].Name, tag.Values[i]);
            }
        }
    }
}
