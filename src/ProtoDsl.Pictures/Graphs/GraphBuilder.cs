using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Pictures.Graphs;

/// <summary>A machine as a graph. It reads cells, so that rows which can be taken nowhere are not drawn.</summary>
public sealed class GraphBuilder
{
    private readonly Machine _machine;
    private readonly GraphOptions _options;
    private readonly RowWords _words;
    private readonly Dictionary<(int From, int To), List<RowLabel>> _edges = [];
    private readonly List<RowLabel>[] _inner;

    private GraphBuilder(Protocol protocol, Machine machine, GraphOptions options)
    {
        _machine = machine;
        _options = options;
        _words = new RowWords(protocol, machine);
        _inner = [.. machine.States.Select(_ => new List<RowLabel>())];
    }

    /// <param name="protocol">What the table means.</param>
    /// <param name="machine">One of its machines.</param>
    /// <param name="options">What is drawn.</param>
    public static MachineGraph Build(Protocol protocol, Machine machine, GraphOptions options) => new GraphBuilder(protocol, machine, options).Build();

    private MachineGraph Build()
    {
        var uses = Uses();
        for (var row = 0; row < _machine.Rows.Count; row++)
        {
            foreach (var use in uses[row].Where(_ => !IsLegend(_machine.Rows[row])).OrderBy(use => use.Key))
            {
                Draw(row, use.Key, use.Value);
            }
        }

        return new MachineGraph
        {
            Name = _machine.Name,
            States = [.. _machine.States.Select(StateOf)],
            Edges = [.. _edges.Select(edge => new GraphEdge(edge.Key.From, edge.Key.To, edge.Value)).OrderBy(edge => edge.From).ThenBy(edge => edge.To)],
            Legend = LegendOf(uses),
        };
    }

    // For each row and state, the alternatives that can be taken there.
    private Dictionary<int, SortedSet<int>>[] Uses()
    {
        var uses = _machine.Rows.Select(_ => new Dictionary<int, SortedSet<int>>()).ToArray();
        foreach (var cell in _machine.Cells)
        {
            foreach (var candidate in cell.Candidates)
            {
                if (!uses[candidate.Row].TryGetValue(cell.State, out var triggers))
                {
                    uses[candidate.Row].Add(cell.State, triggers = []);
                }

                triggers.Add(candidate.Trigger);
            }
        }

        return uses;
    }

    private bool IsDrawn(Row row) => row.Kind switch
    {
        RowKind.Ignore => _options.ShowIgnored,
        RowKind.Forbid => _options.ShowForbidden,
        _ => true,
    };

    private bool IsLegend(Row row) => row.IsShared && row.States.Count > 1 && !_options.SharedRowsAsEdges;

    private void Draw(int index, int state, IEnumerable<int> triggers)
    {
        var row = _machine.Rows[index];
        if (!IsDrawn(row))
        {
            return;
        }

        var label = LabelOf(index, triggers);
        if (row.TargetKind == TargetKind.Stay || row.Kind != RowKind.Transition)
        {
            _inner[state].Add(label);
            return;
        }

        var key = (state, row.TargetKind == TargetKind.Same || row.Target < 0 ? state : row.Target);
        if (!_edges.TryGetValue(key, out var labels))
        {
            _edges.Add(key, labels = []);
        }

        labels.Add(label);
    }

    private RowLabel LabelOf(int index, IEnumerable<int> triggers)
    {
        var row = _machine.Rows[index];
        var events = triggers.Select(trigger => _words.Trigger(row.Triggers[trigger])).ToList();
        if (row.Kind != RowKind.Transition)
        {
            events[0] = row.Kind.ToString().ToLowerInvariant() + " " + events[0];
        }

        return new RowLabel
        {
            Row = index, Kind = row.Kind is RowKind.Transition or RowKind.Defer ? KindOf(row) : LabelKind.Other,
            Events = events, Guard = _words.Guard(row), Effects = EffectsOf(row.Effects),
        };
    }

    private LabelKind KindOf(Row row) => row.Triggers[0].Event < 0 ? LabelKind.Receive : _machine.Events[row.Triggers[0].Event].Kind switch
    {
        EventKind.Call => LabelKind.Call,
        EventKind.Receive => LabelKind.Receive,
        _ => LabelKind.Timer,
    };

    private string[] EffectsOf(EquatableArray<EffectStep> effects) =>
        [.. effects.Where(effect => effect is not ActionStep || !_options.HideActions).Select(_words.Effect)];

    private GraphState StateOf(State state, int index) => new()
    {
        Name = state.Name, Title = state.Label ?? state.Name, IsInitial = index == _machine.InitialState, IsFinal = state.IsFinal,
        Timers = [.. state.AfterTimers.Select(_words.Timer)],
        Inner = [.. Around("entry", state.Entry), .. Around("exit", state.Exit), .. _inner[index]],
    };

    private IEnumerable<RowLabel> Around(string when, EquatableArray<EffectStep> effects)
    {
        var written = EffectsOf(effects);
        return written.Length == 0 ? [] : [new RowLabel { Kind = LabelKind.Other, Events = [when], Effects = written }];
    }

    private List<LegendEntry> LegendOf(Dictionary<int, SortedSet<int>>[] uses)
    {
        var entries = new List<(EquatableArray<int> States, List<RowLabel> Labels)>();
        for (var index = 0; index < _machine.Rows.Count; index++)
        {
            var row = _machine.Rows[index];
            if (!IsLegend(row) || !IsDrawn(row) || uses[index].Count == 0)
            {
                continue;
            }

            var entry = entries.Find(known => known.States == row.States);
            if (entry.Labels is null)
            {
                entries.Add(entry = (row.States, []));
            }

            entry.Labels.Add(LabelOf(index, new SortedSet<int>(uses[index].Values.SelectMany(triggers => triggers))) with { Target = TargetOf(row) });
        }

        return [.. entries.Select(entry => new LegendEntry("in " + StateSetWords.Of(_machine, entry.States), [.. entry.States], entry.Labels))];
    }

    private string? TargetOf(Row row) => row.TargetKind switch
    {
        TargetKind.Same => "same",
        TargetKind.State when row.Target >= 0 => _machine.States[row.Target].Label ?? _machine.States[row.Target].Name,
        _ => null,
    };
}
