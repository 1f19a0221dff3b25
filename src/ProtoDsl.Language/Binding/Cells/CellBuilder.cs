using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Rows;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Cells;

/// <summary>For each state and event the rows that are tried, in order.</summary>
internal sealed class CellBuilder(BindingContext context, EventTable events, CellConflicts conflicts)
{
    /// <summary>The cells, by state and then event; none, with one finding, where there are far too many.</summary>
    public EquatableArray<Cell> Build(IReadOnlyList<BoundRow> rows, TextSpan machine)
    {
        if (CountCandidates(rows) > Limits.Candidates)
        {
            context.Report(LimitMessages.TooManyCandidates(machine));
            return default;
        }

        var gathered = Gather(rows);
        if (gathered.Values.Sum(entries => (long)entries.Count * (entries.Count - 1) / 2) > Limits.Comparisons)
        {
            context.Report(LimitMessages.TooManyComparisons(machine));
            return default;
        }

        var cells = new List<Cell>();
        foreach (var pair in gathered.OrderBy(pair => pair.Key))
        {
            context.ThrowIfCancelled();
            var (state, @event) = ((int)(pair.Key / events.Events.Count), (int)(pair.Key % events.Events.Count));
            pair.Value.Sort(CellEntry.Compare);
            conflicts.Check(pair.Value, state, @event);
            cells.Add(new Cell(state, @event, Select(pair.Value)));
        }

        return cells.ToEquatableArray();
    }

    private long CountCandidates(IReadOnlyList<BoundRow> rows) =>
        rows.Sum(row => (long)row.Row.States.Count * row.Row.Triggers.Sum(trigger => trigger.Event < 0 ? events.Receives.Count : 1L));

    private Dictionary<long, List<CellEntry>> Gather(IReadOnlyList<BoundRow> rows)
    {
        var gathered = new Dictionary<long, List<CellEntry>>();
        for (var index = 0; index < rows.Count; index++)
        {
            for (var trigger = 0; trigger < rows[index].Row.Triggers.Count; trigger++)
            {
                var entry = new CellEntry(rows[index], index, trigger);
                foreach (var state in rows[index].Row.States)
                {
                    if (entry.IsAnyMessage)
                    {
                        events.Receives.ForEach(@event => Add(state, @event, entry));
                    }
                    else
                    {
                        Add(state, entry.Trigger.Event, entry);
                    }
                }
            }
        }

        return gathered;

        void Add(int state, int @event, CellEntry entry)
        {
            var key = ((long)state * events.Events.Count) + @event;
            if (!gathered.TryGetValue(key, out var list))
            {
                gathered.Add(key, list = []);
            }

            list.Add(entry);
        }
    }

    // An own row hides an inherited one of the same event, pattern and guard; and what an earlier row always takes never comes to a later one.
    private static EquatableArray<Candidate> Select(List<CellEntry> ordered)
    {
        var chosen = new List<CellEntry>();
        foreach (var entry in ordered)
        {
            if (chosen.Exists(earlier => Hides(earlier, entry)))
            {
                continue;
            }

            chosen.Add(entry);
            if (entry.AlwaysFits)
            {
                break;
            }
        }

        return chosen.Select(entry => entry.Candidate).ToEquatableArray();
    }

    private static bool Hides(CellEntry earlier, CellEntry later) =>
        (earlier.IsCatchAll && earlier.Covers(later))
        || (!earlier.Row.Row.IsShared && later.Row.Row.IsShared && earlier.IsAnyMessage == later.IsAnyMessage
            && earlier.HasPatternOf(later) && earlier.HasGuardOf(later));
}
