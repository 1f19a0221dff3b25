using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Machines;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Binding.Naming;

/// <summary>Members of the generated enums: states, timers, values of tags.</summary>
internal static class EnumNames
{
    /// <summary>The machine with members that do not clash.</summary>
    public static Machine Check(BindingContext context, BoundMachine bound)
    {
        var states = new NameTable(context);
        var timers = new NameTable(context);
        return bound.Machine with
        {
            States = bound.Machine.States
                .Select((state, i) => state with { MemberName = states.Add(state.MemberName, state.Name, bound.Map.States[i]) })
                .ToEquatableArray(),
            Timers = bound.Machine.Timers
                .Select((timer, i) => timer with { MemberName = timers.Add(timer.MemberName, timer.Name, bound.Map.Timers[i]) })
                .ToEquatableArray(),
        };
    }

    public static void Check(BindingContext context, IEnumerable<TagSymbol> tags)
    {
        foreach (var tag in tags.Where(tag => tag.Type.Binding != TagBinding.ExistingEnum))
        {
            var names = new NameTable(context);
            var values = tag.Type.Values.Select((value, i) => value with { MemberName = names.Add(value.MemberName, value.Name, tag.Values[i]) });
            tag.Type = tag.Type with { Values = values.ToEquatableArray() };
        }
    }
}
