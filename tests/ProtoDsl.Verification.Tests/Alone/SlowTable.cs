using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Tests.Interpreted;

namespace ProtoDsl.Verification.Tests.Alone;

/// <summary>The checks once more, slow and obvious: every event with every value under every answer of the guards is raised in every state, and what came of it is written down.</summary>
internal sealed class SlowTable
{
    private readonly Protocol _protocol;
    private readonly Machine _machine;
    private readonly List<Step> _steps = [];
    private readonly HashSet<(int From, int To)> _edges = [];

    public SlowTable(BoundFile file)
    {
        _protocol = file.Protocol;
        _machine = file.Protocol.Machines[0];
        var interpreter = new TableInterpreter(_protocol, _machine);
        foreach (var state in States)
        {
            for (var @event = 0; @event < _machine.Events.Count; @event++)
            {
                foreach (var values in ValuesOf(_machine.Events[@event]))
                {
                    foreach (var answers in Enumerable.Range(0, 4))
                    {
                        var reaction = interpreter.Raise(new RoleMemory(state, default, false), @event, values, null, guard => (answers & (guard == "g" ? 1 : 2)) != 0);
                        _steps.Add(new Step(state, @event, values, answers, reaction));
                    }
                }
            }
        }

        var taken = _steps.Select(step => step.Reaction.Row).ToHashSet();
        HiddenRows = [.. Enumerable.Range(0, _machine.Rows.Count).Where(row => !taken.Contains(row))];
        _edges.UnionWith(Plain.Select(step => (step.State, step.Reaction.After.State)));
        _edges.UnionWith(HiddenRows.Where(row => _machine.Rows[row].Target >= 0).SelectMany(row => _machine.Rows[row].States.Select(state => (state, _machine.Rows[row].Target))));
    }

    private sealed record Step(int State, int Event, IReadOnlyList<string> Values, int Answers, Reaction Reaction);

    private IEnumerable<int> States => Enumerable.Range(0, _machine.States.Count);

    private IEnumerable<Step> Plain =>
        _steps.Where(step => step.Reaction.Answer == Answer.Taken && _machine.Rows[step.Reaction.Row].Kind == RowKind.Transition);

    /// <summary>Rows that nothing is answered by.</summary>
    public IReadOnlyList<int> HiddenRows { get; }

    public bool Leads(int from, int to)
    {
        var reached = new HashSet<int> { from };
        for (var count = 0; count < reached.Count;)
        {
            count = reached.Count;
            reached.UnionWith(_edges.Where(edge => reached.Contains(edge.From)).Select(edge => edge.To).ToArray());
        }

        return reached.Contains(to);
    }

    public IReadOnlyList<int> Unreachable => [.. States.Where(state => !Leads(_machine.InitialState, state))];

    /// <summary>Circles that nothing outside leads to, by their first state.</summary>
    public IReadOnlyList<int> UnreachableRoots =>
        [.. Unreachable.Where(state => Unreachable.All(other => !Leads(other, state) || (Leads(state, other) && other >= state)))];

    /// <summary>Circles that lead nowhere else, from which no final state is reached, by their first state.</summary>
    public IReadOnlyList<int> DeadEnds
    {
        get
        {
            var finals = States.Where(state => _machine.States[state].IsFinal).ToArray();
            var stuck = States.Where(state => Leads(_machine.InitialState, state) && !finals.Any(final => Leads(state, final))).ToArray();
            return finals.Length > 0
                ? [.. stuck.Where(state => stuck.All(other => !Leads(state, other) || (Leads(other, state) && other >= state)))]
                : [.. stuck.Where(state => _machine.States.Count > 1 && Plain.All(step => step.State != state)
                    && !HiddenRows.Any(row => _machine.Rows[row].Kind == RowKind.Transition && _machine.Rows[row].States.Contains(state)))];
        }
    }

    /// <summary>Messages that in some state that is reached some answers leave to nobody, and others to a row.</summary>
    public IReadOnlyList<int> GuardedMessages =>
        [.. _steps.Where(step => _machine.Events[step.Event].Kind == EventKind.Receive && !Unreachable.Contains(step.State))
            .GroupBy(step => (step.State, step.Event, string.Join(",", step.Values)))
            .Where(steps => steps.Any(step => step.Reaction.Row < 0) && steps.Any(step => step.Reaction.Answer is Answer.Taken or Answer.Deferred))
            .Select(steps => steps.Key.Event).Distinct().Order()];

    /// <summary>Rows that lose what a <c>keep</c> row keeps.</summary>
    public IReadOnlyList<int> KeepBreakers()
    {
        var rows = new SortedSet<int>();
        foreach (var keep in _machine.Keeps)
        {
            foreach (var kept in keep.Events)
            {
                var legal = Plain.Where(step => step.Event == kept.Event && Fits(step, kept)).Select(step => step.State).ToHashSet();
                var counted = keep.States.IsEmpty ? States : keep.States;
                rows.UnionWith(Plain
                    .Where(step => counted.Contains(step.State) && !Unreachable.Contains(step.State) && legal.Contains(step.State) && !legal.Contains(step.Reaction.After.State))
                    .Where(step => !Allows(keep, step))
                    .Select(step => step.Reaction.Row));
            }
        }

        return [.. rows];
    }

    /// <summary>Timers and states in which they may be running, found by running the machine in every way.</summary>
    public IReadOnlyList<(int Timer, int State)> RunningTimers()
    {
        var interpreter = new TableInterpreter(_protocol, _machine);
        var reached = new HashSet<RoleMemory>();
        var open = new Stack<RoleMemory>([new RoleMemory(_machine.InitialState, default, false)]);
        while (open.TryPop(out var memory))
        {
            if (!reached.Add(memory))
            {
                continue;
            }

            foreach (var step in _steps.Where(step => step.State == memory.State))
            {
                if (_machine.Events[step.Event] is not { Kind: EventKind.Timeout } timeout || memory.Armed.Contains(timeout.Subject))
                {
                    open.Push(interpreter.Raise(memory, step.Event, step.Values, null, guard => (step.Answers & (guard == "g" ? 1 : 2)) != 0).After);
                }
            }
        }

        return [.. reached.SelectMany(memory => memory.Armed.Select(timer => (timer, memory.State))).Distinct()];
    }

    private bool Allows(Keep keep, Step step)
    {
        var kind = _machine.Events[step.Event].Kind;
        return (keep.UntilAnyTimer && kind is EventKind.After or EventKind.Timeout)
            || keep.Until.Any(until => until.Event < 0 ? kind == EventKind.Receive : until.Event == step.Event && Fits(step, until));
    }

    private bool Fits(Step step, RowTrigger trigger) =>
        trigger.Pattern.Select((value, index) => value < 0 || _protocol.Tags[0].Values[value].Name == step.Values[index]).All(fits => fits);

    private IEnumerable<IReadOnlyList<string>> ValuesOf(MachineEvent @event)
    {
        var parameters = @event.Kind switch
        {
            EventKind.Call => _machine.Calls[@event.Subject].Parameters,
            EventKind.Receive => _protocol.Messages[@event.Subject].Parameters,
            _ => default(EquatableArray<Parameter>),
        };
        return parameters.IsEmpty ? [[]] : _protocol.Tags[0].Values.Select(value => (IReadOnlyList<string>)[value.Name]);
    }
}
