using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Verification.Tables.Facts;

/// <summary>In which states a <c>timeout</c> timer may be running: every row may be taken, and what it starts and stops is followed.</summary>
internal sealed class TimerRuns
{
    private const long MostSteps = 5_000_000;

    private readonly Machine _machine;
    private readonly ILookup<int, CellUse> _uses;
    private readonly bool?[]?[] _isRunning;
    private readonly List<RunningEntry>[] _entries;

    public TimerRuns(Machine machine, ILookup<int, CellUse> uses, IReadOnlyList<int> starts)
    {
        _machine = machine;
        _uses = uses;
        _isRunning = new bool?[]?[machine.Timers.Count];
        _entries = machine.Timers.Select(_ => new List<RunningEntry>()).ToArray();
        var timers = Enumerable.Range(0, machine.Timers.Count).Where(timer => !machine.Timers[timer].IsAfter).ToArray();
        if ((long)timers.Length * machine.Cells.Sum(cell => (long)cell.Candidates.Count) > MostSteps)
        {
            return;
        }

        foreach (var timer in timers)
        {
            _isRunning[timer] = Follow(timer, starts);
        }
    }

    /// <summary>Null for an <c>after</c> timer, where there is too much to follow, and in a state that only rows lead to which are never taken.</summary>
    public bool? MayRun(int timer, int state) => _isRunning[timer]?[state];

    /// <summary>The rows that lead to a state, or stay in one, with the timer running.</summary>
    public IReadOnlyList<RunningEntry> EntriesOf(int timer) => _entries[timer];

    private bool?[] Follow(int timer, IReadOnlyList<int> starts)
    {
        // A state without the timer and one with it are two nodes.
        var reached = new bool[2 * _machine.States.Count];
        var open = new Stack<int>();
        foreach (var start in starts)
        {
            Enter(start, false);
        }

        while (open.Count > 0)
        {
            var node = open.Pop();
            var (state, runs) = (node / 2, node % 2 == 1);
            foreach (var use in _uses[state])
            {
                Take(timer, use, state, runs, Enter);
            }

            // It runs out, and nothing comes of it.
            Enter(state, false);
        }

        return Enumerable.Range(0, _machine.States.Count)
            .Select(state => reached[2 * state] || reached[(2 * state) + 1] ? (bool?)reached[(2 * state) + 1] : null).ToArray();

        void Enter(int state, bool runs)
        {
            var node = (2 * state) + (runs ? 1 : 0);
            if (!reached[node])
            {
                reached[node] = true;
                open.Push(node);
            }
        }
    }

    private void Take(int timer, CellUse use, int state, bool runs, Action<int, bool> enter)
    {
        var isOwn = _machine.Events[use.Cell.Event] is { Kind: EventKind.Timeout } @event && @event.Subject == timer;
        if (isOwn && !runs)
        {
            return;
        }

        foreach (var candidate in use.Cell.Candidates.Where(use.CanTake))
        {
            var row = _machine.Rows[candidate.Row];
            if (row.Kind == RowKind.Transition)
            {
                var target = row.TargetKind == TargetKind.State && row.Target >= 0 ? row.Target : state;
                var runsAfter = RunsAfter(row, state, target, timer, runs && !isOwn);
                if (runsAfter)
                {
                    _entries[timer].Add(new RunningEntry(state, runs, candidate.Row, target));
                }

                enter(target, runsAfter);
            }
        }
    }

    private bool RunsAfter(Row row, int state, int target, int timer, bool runs) =>
        row.TargetKind == TargetKind.Stay
            ? RunsAfter(row.Effects, timer, runs)
            : RunsAfter(_machine.States[target].Entry, timer, RunsAfter(row.Effects, timer, RunsAfter(_machine.States[state].Exit, timer, runs)));

    private static bool RunsAfter(EquatableArray<EffectStep> effects, int timer, bool runs)
    {
        foreach (var effect in effects)
        {
            if (effect is TimerStep step && step.Timer == timer)
            {
                runs = step.Operation != TimerOperation.Stop;
            }
        }

        return runs;
    }
}

/// <summary>A row after which a timer runs.</summary>
/// <param name="From">The state it is taken in.</param>
/// <param name="RanBefore">Whether the timer ran there already.</param>
/// <param name="Row">The row.</param>
/// <param name="To">The state after it.</param>
internal readonly record struct RunningEntry(int From, bool RanBefore, int Row, int To);
