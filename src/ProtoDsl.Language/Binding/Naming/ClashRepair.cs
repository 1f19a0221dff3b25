using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Naming;

/// <summary>Gives what was reported as a clash a C# name of its own, so that one clash in the table is one message and not, besides, a dozen
/// of the C# compiler about code that nobody wrote.</summary>
internal sealed class ClashRepair
{
    private readonly HashSet<TextSpan> _clashes = [];
    private readonly HashSet<TextSpan> _boundTwice = [];

    private ClashRepair(IEnumerable<TableDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Rule == NameMessages.Clash || diagnostic.Rule == NameMessages.Reserved)
            {
                _clashes.Add(diagnostic.Span);
            }
            else if (diagnostic.Rule == NameMessages.BoundTwice)
            {
                _boundTwice.Add(diagnostic.Span);
            }
        }
    }

    /// <summary>The protocol with its clashing names told apart; itself where there are none.</summary>
    public static Protocol Apply(Protocol protocol, SourceMap map, IEnumerable<TableDiagnostic> diagnostics)
    {
        var repair = new ClashRepair(diagnostics);
        return repair._clashes.Count + repair._boundTwice.Count == 0 ? protocol : repair.Apply(protocol, map);
    }

    private Protocol Apply(Protocol protocol, SourceMap map) => protocol with
    {
        Tags = Each(protocol.Tags, (tag, i) => tag with
        {
            TypeName = Name(tag.TypeName, map.Tags[i], i),
            Values = Distinct(tag.Values, value => value.MemberName, (value, name) => value with { MemberName = name }),
        }),
        Messages = Each(protocol.Messages, (message, i) => Message(message, map.Messages[i], i)),
        Machines = Each(protocol.Machines, (machine, i) => Machine(machine, map.Machines[i], i)),
    };

    private Message Message(Message message, TextSpan span, int index)
    {
        var typeName = Name(message.TypeName, span, index);
        return message with
        {
            TypeName = typeName,
            BoundType = _boundTwice.Contains(span) ? null : message.BoundType,
            Parameters = Distinct(message.Parameters, parameter => parameter.PropertyName, (parameter, name) => parameter with { PropertyName = name }, typeName),
        };
    }

    private Machine Machine(Machine machine, MachineMap map, int index) => machine with
    {
        ClassName = Name(machine.ClassName, map.Name, index),
        States = Each(machine.States, (state, i) => state with { MemberName = Name(state.MemberName, map.States[i], i) }),
        Calls = Each(machine.Calls, (call, i) => call with { MethodName = Name(call.MethodName, map.Calls[i], i) }),
        Timers = Each(machine.Timers, (timer, i) => timer with { MemberName = Name(timer.MemberName, map.Timers[i], i) }),
        Actions = Each(machine.Actions, (action, i) => action with { MethodName = Name(action.MethodName, map.Actions[i], i) }),
    };

    private string Name(string name, TextSpan span, int index) => _clashes.Contains(span) ? name + "_" + (index + 1) : name;

    private static EquatableArray<T> Each<T>(EquatableArray<T> items, System.Func<T, int, T> change) =>
        items.Select(change).ToEquatableArray();

    private static EquatableArray<T> Distinct<T>(
        EquatableArray<T> items, System.Func<T, string> nameOf, System.Func<T, string, T> rename, params string[] taken)
    {
        var names = new HashSet<string>(taken);
        return Each(items, (item, i) => names.Add(nameOf(item)) ? item : rename(item, nameOf(item) + "_" + (i + 1)));
    }
}
