using System.Linq;
using ProtoDsl.Language.Binding.Machines;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Binding.Naming;

/// <summary>Calls whose methods would be one, and <c>Dispose</c>.</summary>
internal static class CallNames
{
    /// <summary>The machine with calls whose methods do not clash with one another.</summary>
    public static Machine Check(BindingContext context, BoundMachine bound)
    {
        var names = new NameTable(context);
        var calls = bound.Machine.Calls.Select((call, i) => call with { MethodName = names.Add(call.MethodName, call.Name, bound.Map.Calls[i]) });
        return bound.Machine with { Calls = calls.ToEquatableArray() };
    }

    /// <summary><c>call Dispose</c> makes the class disposable: it must be legal whatever the state and the guards.</summary>
    public static void CheckDispose(BindingContext context, BoundMachine bound)
    {
        var machine = bound.Machine;
        for (var i = 0; i < machine.Calls.Count; i++)
        {
            if (machine.Calls[i].MethodName != "Dispose")
            {
                continue;
            }

            var name = machine.Calls[i].Name;
            if (!machine.Calls[i].Parameters.IsEmpty)
            {
                context.Report(NameMessages.DisposeParameters(bound.Map.Calls[i], name));
                return;
            }

            var @event = bound.Events.Events.FindIndex(one => one.Kind == EventKind.Call && one.Subject == i);
            var illegal = Enumerable.Range(0, machine.States.Count).Where(state => !IsAlwaysLegal(machine, state, @event)).Select(state => machine.States[state].Name).ToList();
            if (illegal.Count > 0 && !context.HasErrors)
            {
                context.Report(NameMessages.DisposeIllegal(bound.Map.Calls[i], name, Wording.Few(illegal)));
            }
        }
    }

    private static bool IsAlwaysLegal(Machine machine, int state, int @event) =>
        machine.CellOf(state, @event) is { } cell
        && cell.Candidates.All(candidate => machine.Rows[candidate.Row].Kind != RowKind.Forbid)
        && cell.Candidates.Any(candidate => machine.Rows[candidate.Row].Guard is null);
}
