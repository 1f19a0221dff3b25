using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>States in which one event is tried on rows that do the same in the same order: they share one <c>case</c>.</summary>
/// <param name="States">The states, ascending.</param>
/// <param name="Candidates">What is tried; of rows that do the same, the first stands for all.</param>
/// <param name="Rows">For each candidate, the rows that it stands for, in file order.</param>
internal sealed record CellGroup(IReadOnlyList<int> States, EquatableArray<Candidate> Candidates, IReadOnlyList<IReadOnlyCollection<int>> Rows);

/// <summary>Puts the cells of a machine together. A table says the same in several places (<c>?FIN / !ACK(FIN)</c> in two states); the
/// generated code says it once.</summary>
internal sealed class CellGrouping
{
    private readonly Machine _machine;
    private readonly Dictionary<object, Candidate> _first = new();
    private readonly Dictionary<Candidate, Candidate> _known = new();

    public CellGrouping(Machine machine) => _machine = machine;

    /// <summary>The groups of each event, ordered by their first states.</summary>
    public IReadOnlyList<CellGroup>[] ByEvent()
    {
        var groups = new Dictionary<EquatableArray<Candidate>, Members>[_machine.Events.Count];
        foreach (var cell in _machine.Cells)
        {
            var key = cell.Candidates.Select(First).ToEquatableArray();
            var ofEvent = groups[cell.Event] ??= new();
            if (!ofEvent.TryGetValue(key, out var members))
            {
                ofEvent.Add(key, members = new Members(key.Count));
            }

            members.States.Add(cell.State);
            for (var i = 0; i < key.Count; i++)
            {
                members.Rows[i].Add(cell.Candidates[i].Row);
            }
        }

        return groups
            .Select(ofEvent => (IReadOnlyList<CellGroup>)(ofEvent ?? new())
                .Select(pair => new CellGroup(pair.Value.States, pair.Key, pair.Value.Rows))
                .OrderBy(group => group.States[0])
                .ToArray())
            .ToArray();
    }

    /// <summary>The first candidate that tests and does exactly what this one does.</summary>
    private Candidate First(Candidate candidate)
    {
        if (!_known.TryGetValue(candidate, out var first))
        {
            var row = _machine.Rows[candidate.Row];
            var trigger = row.Triggers[candidate.Trigger];
            var key = (row.Kind, row.Guard, row.Effects, row.TargetKind, row.Target, row.Reason, trigger.Pattern, trigger.From);
            if (!_first.TryGetValue(key, out first))
            {
                _first.Add(key, first = candidate);
            }

            _known.Add(candidate, first);
        }

        return first;
    }

    private sealed class Members
    {
        public Members(int candidates) => Rows = Enumerable.Range(0, candidates).Select(_ => new SortedSet<int>()).ToArray();

        public List<int> States { get; } = new();

        public SortedSet<int>[] Rows { get; }
    }
}
