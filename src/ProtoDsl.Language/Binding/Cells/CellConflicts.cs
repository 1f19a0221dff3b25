using System;
using System.Collections.Generic;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Rows;
using ProtoDsl.Language.Binding.States;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Cells;

/// <summary>Rows that compete for one event in one state and that the precedence rules do not tell apart.</summary>
internal sealed class CellConflicts(BindingContext context, StateTable states, EventTable events)
{
    private readonly HashSet<Candidate> _said = [];
    private readonly HashSet<int> _hinted = [];
    private readonly GuardLogic _guards = new();

    /// <param name="ordered">The rows of the cell, in the order in which they are tried.</param>
    /// <param name="state">The state.</param>
    /// <param name="event">The event.</param>
    public void Check(List<CellEntry> ordered, int state, int @event)
    {
        for (var i = 0; i < ordered.Count; i++)
        {
            for (var j = i + 1; j < ordered.Count && ordered[j].RanksWith(ordered[i]); j++)
            {
                Compare(ordered[i], ordered[j], state, @event);
            }
        }
    }

    private void Compare(CellEntry first, CellEntry second, int state, int @event)
    {
        var sameGuard = first.HasGuardOf(second);
        if (_said.Contains(InFileOrder(first, second).Later.Candidate) || (!sameGuard && (first.IsCatchAll || second.IsCatchAll)) || !first.Overlaps(second))
        {
            return;
        }

        var sameSection = first.Row.Section == second.Row.Section;
        if (sameGuard && !sameSection)
        {
            Report(first, second, @event, (entry, earlier, name) =>
                CellMessages.TwoSections(EventOf(entry), name, states.All[state].Name, context.LineOf(EventOf(earlier).Span)));
        }
        else if (sameGuard && first.HasPatternOf(second))
        {
            Report(first, second, @event, (entry, earlier, name) =>
                CellMessages.Duplicate(EventOf(entry), name, entry.Row.Guard is not null, context.LineOf(EventOf(earlier).Span), entry.Row == earlier.Row));
        }
        else if (!_hinted.Contains(InFileOrder(first, second).Later.Candidate.Row)
            && !(first.Row.Row.Guard is { } left && second.Row.Row.Guard is { } right && _guards.AreDisjoint(left, right)))
        {
            Hint(first, second, @event);
        }
    }

    private void Report(CellEntry first, CellEntry second, int @event, Func<CellEntry, CellEntry, string, TableDiagnostic> message)
    {
        var (earlier, later) = InFileOrder(first, second);
        if (_said.Add(later.Candidate))
        {
            _hinted.Add(later.Candidate.Row);
            context.Report(message(later, earlier, NameOf(later, @event)));
        }
    }

    // One hint for each row is enough.
    private void Hint(CellEntry first, CellEntry second, int @event)
    {
        var (earlier, later) = InFileOrder(first, second);
        _hinted.Add(later.Candidate.Row);
        context.Report(CellMessages.FileOrder(EventOf(later), NameOf(later, @event), context.LineOf(EventOf(earlier).Span)));
    }

    private string NameOf(CellEntry entry, int @event) => entry.IsAnyMessage ? "?*" : events.Events[@event].Name;

    private static EventSyntax EventOf(CellEntry entry) => entry.Row.Events[entry.Candidate.Trigger];

    private static (CellEntry Earlier, CellEntry Later) InFileOrder(CellEntry first, CellEntry second) =>
        first.Candidate.Row < second.Candidate.Row || (first.Candidate.Row == second.Candidate.Row && first.Candidate.Trigger < second.Candidate.Trigger)
            ? (first, second)
            : (second, first);
}
