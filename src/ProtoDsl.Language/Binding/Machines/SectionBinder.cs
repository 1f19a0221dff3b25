using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Actions;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Outline;
using ProtoDsl.Language.Binding.Rows;
using ProtoDsl.Language.Binding.States;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Machines;

/// <summary>The sections of a machine, in file order: their rows, and the entry and exit effects of its states.</summary>
internal sealed class SectionBinder(
    BindingContext context, StateTable states, StateSets sets, RowBinder rowBinder, EffectBinder effects, string machine)
{
    private readonly List<EffectStep>[] _entry = NewLists(states.All.Count);
    private readonly List<EffectStep>[] _exit = NewLists(states.All.Count);
    private long _applications;

    public List<BoundRow> Rows { get; } = [];

    /// <summary>The sections of which a row was not understood.</summary>
    public HashSet<int> Incomplete { get; } = [];

    public void Bind(MachineOutline outline)
    {
        for (var i = 0; i < outline.Sections.Count; i++)
        {
            context.ThrowIfCancelled();
            var section = outline.Sections[i];
            if (section.HasBrokenLine)
            {
                Incomplete.Add(i);
            }

            BindRows(section, ScopeOf(section, i));
        }
    }

    /// <summary>The state with its entry and exit effects.</summary>
    public State Complete(State state, int index) => state with
    {
        Entry = _entry[index].ToEquatableArray(),
        Exit = _exit[index].ToEquatableArray(),
    };

    private SectionScope ScopeOf(SectionOutline section, int index)
    {
        if (section.Opening is InLine { Set: var set })
        {
            var members = _applications <= Limits.Candidates ? sets.Bind(set) : default;
            _applications += members.Count;
            return new SectionScope(index, members, true);
        }

        var state = section.Opening is StateLine line ? states.Find(line.Name.Text) : null;
        return new SectionScope(index, state is { } known ? EquatableArray.Create(known) : default, false);
    }

    private void BindRows(SectionOutline section, SectionScope scope)
    {
        foreach (var row in section.Rows)
        {
            if (row is BoundaryRow boundary)
            {
                if (!scope.States.IsEmpty)
                {
                    var steps = effects.Bind(boundary.Effects, Carried.None);
                    (boundary.IsEntry ? _entry : _exit)[scope.States[0]].AddRange(steps);
                }

                continue;
            }

            if (!HasRoom(row, scope))
            {
                continue;
            }

            if (rowBinder.Bind(row, scope, out var isComplete) is { } bound)
            {
                Rows.Add(bound);
                _applications += scope.States.Count;
            }

            if (!isComplete)
            {
                Incomplete.Add(scope.Index);
            }
        }
    }

    // Checked before anything is made for the row: a thousand states times a thousand wide rows is a million.
    private bool HasRoom(LineSyntax row, SectionScope scope)
    {
        if (Rows.Count < Limits.Rows && _applications <= Limits.Candidates)
        {
            return true;
        }

        if (context.FirstTime("limit", "rows " + machine))
        {
            context.Report(Rows.Count >= Limits.Rows
                ? LimitMessages.TooMany(row.Span, "rows in a machine", Limits.Rows)
                : LimitMessages.TooManyCandidates(row.Span));
        }

        return false;
    }

    private static List<EffectStep>[] NewLists(int count) => Enumerable.Range(0, count).Select(_ => new List<EffectStep>()).ToArray();
}
