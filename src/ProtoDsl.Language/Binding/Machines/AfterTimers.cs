using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Rows;
using ProtoDsl.Language.Binding.States;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Binding.Machines;

/// <summary>Which <c>after</c> timers belong to which state.</summary>
internal static class AfterTimers
{
    /// <summary>For each state the timers that its rows wait for, ascending.</summary>
    public static EquatableArray<int>[] Of(EquatableArray<Cell> cells, EventTable events, int states)
    {
        var timers = Enumerable.Range(0, states).Select(_ => new List<int>()).ToArray();
        foreach (var cell in cells)
        {
            if (events.Events[cell.Event].Kind == EventKind.After)
            {
                timers[cell.State].Add(events.Events[cell.Event].Subject);
            }
        }

        return timers.Select(list => list.ToEquatableArray()).ToArray();
    }

    /// <summary>Hints at rows that enter their state again and so restart timers that they do not speak of.</summary>
    public static void CheckReentry(
        BindingContext context, IReadOnlyList<BoundRow> rows, EquatableArray<Cell> cells, EventTable events, StateTable states, EquatableArray<int>[] timers)
    {
        var said = new HashSet<int>();
        foreach (var cell in cells.Where(cell => timers[cell.State].Count > 1))
        {
            foreach (var candidate in cell.Candidates)
            {
                var row = rows[candidate.Row];
                var enters = row.Row.TargetKind == TargetKind.Same || (row.Row.TargetKind == TargetKind.State && row.Row.Target == cell.State);
                if (enters && row.Target is { } target && said.Add(candidate.Row))
                {
                    var own = events.Events[cell.Event].Kind == EventKind.After ? events.Events[cell.Event].Subject : -1;
                    var others = timers[cell.State].Where(timer => timer != own).Select(timer => events.Timers[timer].Symbol.Name);
                    context.Report(RowMessages.Restarts(target, states.All[cell.State].Name, Wording.QuoteAll(others)));
                }
            }
        }
    }
}
