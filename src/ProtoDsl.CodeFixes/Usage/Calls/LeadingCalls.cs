using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Messages;

namespace ProtoDsl.CodeFixes.Usage.Calls;

/// <summary>Which calls would have led to where an event is legal.</summary>
internal static class LeadingCalls
{
    /// <summary>The states at hand in which the event is illegal, and the calls that may lead from each of them to one in which it is legal.</summary>
    public static (IReadOnlyList<string> Wrong, IReadOnlyList<string> Calls) Of(EventCall call)
    {
        var table = call.Machine.Table;
        var legal = SetOf(table, UsageFixes.ListIn(call.Diagnostic, UsageDiagnostics.LegalStatesKey));
        var wrong = SetOf(table, UsageFixes.ListIn(call.Diagnostic, UsageDiagnostics.StatesKey)) - legal;
        if (wrong.IsEmpty)
        {
            return ([], []);
        }

        var names = new List<string>();
        foreach (var state in wrong)
        {
            names.Add(table.NameOf(state));
        }

        return (names, table.Events
            .Where(@event => @event.Event.Kind == RelationEventKind.Call && @event != call.Member.Event && LeadsFromEach(@event, wrong, legal))
            .Select(@event => @event.Event.Name)
            .ToArray());
    }

    private static bool LeadsFromEach(EventTable @event, StateSet from, StateSet to)
    {
        foreach (var state in from)
        {
            if ((@event.After(state, TagKnowledge.None) & to).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    private static StateSet SetOf(MachineTable table, IReadOnlyList<string> names)
    {
        var states = default(StateSet);
        for (var state = 0; state < table.Relation.States.Count; state++)
        {
            if (names.Contains(table.NameOf(state)))
            {
                states = states.With(state);
            }
        }

        return states;
    }
}
