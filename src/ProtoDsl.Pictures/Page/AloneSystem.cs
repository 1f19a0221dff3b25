using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Pictures.Graphs;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Pictures.Page;

/// <summary>One machine as a system of its own: every call and every message may come at any time, and what it sends goes nowhere. Its local states are those of
/// the table, times the timers that <c>start</c> has armed.</summary>
internal sealed class AloneSystem
{
    private const int MostStates = 4_096;
    private const int MostTimers = 30;

    private readonly Machine _machine;
    private readonly RowWords _words;
    private readonly bool _hasTimers;
    private readonly Dictionary<(int State, int Armed), int> _indices = [];
    private readonly List<(int State, int Armed)> _keys = [];

    private AloneSystem(Protocol protocol, Machine machine, bool hasTimers)
    {
        _machine = machine;
        _words = new RowWords(protocol, machine);
        _hasTimers = hasTimers;
    }

    /// <param name="protocol">What the table means.</param>
    /// <param name="machine">One of its machines.</param>
    public static SessionSystem Of(Protocol protocol, Machine machine) =>
        (machine.Timers.Count > MostTimers ? null : new AloneSystem(protocol, machine, hasTimers: true).Build())
        ?? new AloneSystem(protocol, machine, hasTimers: false).Build()
        ?? throw new InvalidOperationException($"{machine.Name} has more than {MostStates} states.");

    // Null where timers make too many local states: then each may run out at any time.
    private SessionSystem? Build()
    {
        IndexOf(_machine.InitialState, 0);
        var states = new List<LocalState>();
        for (var index = 0; index < _keys.Count; index++)
        {
            if (_keys.Count > MostStates && _hasTimers)
            {
                return null;
            }

            var (state, armed) = _keys[index];
            states.Add(new LocalState
            {
                TableState = state, IsFinal = _machine.States[state].IsFinal, ArmedTimers = [.. Enumerable.Range(0, _machine.Timers.Count).Where(timer => _hasTimers && IsArmed(armed, timer))],
                Moves = [.. _machine.Events.SelectMany((@event, number) => MovesOf(state, armed, @event, number))], Listening = [],
            });
        }

        var role = new RoleAutomaton { Name = _machine.Name, Machine = _machine, Start = 0, States = states };
        return new SessionSystem { Name = _machine.Name, Roles = [role], Channels = [], Letters = [], Kind = ChannelKind.Fifo, Capacity = 1 };
    }

    private IEnumerable<Move> MovesOf(int state, int armed, MachineEvent @event, int number)
    {
        var isTimeout = @event.Kind == EventKind.Timeout;
        if (isTimeout && _hasTimers && !IsArmed(armed, @event.Subject))
        {
            yield break;
        }

        var left = isTimeout ? armed & ~(1 << @event.Subject) : armed;
        var cell = _machine.CellOf(state, number);
        foreach (var candidate in cell?.Candidates ?? default)
        {
            var row = _machine.Rows[candidate.Row];
            if (row.Kind is RowKind.Transition or RowKind.Ignore)
            {
                yield return MoveOf(@event, candidate.Row, _words.Trigger(row.Triggers[candidate.Trigger]), _words.Guard(row), Target(state, left, row));
            }
        }

        if (isTimeout && cell is null && _hasTimers)
        {
            yield return MoveOf(@event, -1, @event.Name, null, IndexOf(state, left));
        }
    }

    private static Move MoveOf(MachineEvent @event, int row, string text, string? guard, int target) => new()
    {
        Kind = @event.Kind switch { EventKind.Call => MoveKind.Call, EventKind.Receive => MoveKind.Receive, _ => MoveKind.Timer },
        Event = text == "?*" ? @event.Name : text, Guard = guard, Row = row, Target = target, Subject = EventIndex.SubjectOf(@event),
    };

    private int Target(int state, int armed, Row row)
    {
        if (row.TargetKind == TargetKind.Stay || row.Kind != RowKind.Transition)
        {
            return IndexOf(state, Run(armed, row.Effects));
        }

        var target = row.TargetKind == TargetKind.State && row.Target >= 0 ? row.Target : state;
        return IndexOf(target, Run(Run(Run(armed, _machine.States[state].Exit), row.Effects), _machine.States[target].Entry));
    }

    private static int Run(int armed, EquatableArray<EffectStep> effects)
    {
        foreach (var step in effects.OfType<TimerStep>())
        {
            armed = step.Operation == TimerOperation.Stop ? armed & ~(1 << step.Timer) : armed | (1 << step.Timer);
        }

        return armed;
    }

    private static bool IsArmed(int armed, int timer) => (armed & (1 << timer)) != 0;

    private int IndexOf(int state, int armed)
    {
        var key = (state, _hasTimers ? armed : 0);
        if (!_indices.TryGetValue(key, out var index))
        {
            _indices.Add(key, index = _keys.Count);
            _keys.Add(key);
        }

        return index;
    }
}
