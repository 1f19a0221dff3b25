using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Analyzers.Tests.Generation.Differential;

/// <summary>What an action threw.</summary>
internal sealed class BoomException : Exception;

/// <summary>What a table means, done slowly and plainly from the model: what generated machines are held against. It shares no line
/// with the emitter and knows nothing of flags, switches or grouping.</summary>
internal sealed class ModelMachine
{
    private const int Room = 8;

    private readonly Protocol _protocol;
    private readonly Machine _machine;
    private readonly Func<string, bool> _ask;
    private readonly bool _isObserved;
    private readonly Dictionary<int, int> _armed = [];
    private readonly List<(int Event, int[] Values)> _deferred = [];
    private int _generation;
    private bool _isConsumed;

    public ModelMachine(Protocol protocol, Machine machine, Func<string, bool> ask, bool isObserved)
    {
        (_protocol, _machine, _ask, _isObserved) = (protocol, machine, ask, isObserved);
        State = machine.InitialState;
        StartTimersOf(State);
    }

    public int State { get; private set; }

    public int Deferred => _deferred.Count;

    public string StateName => _machine.States[State].MemberName;

    public string Snapshot => _deferred.Count > 0 ? "SnapshotException"
        : string.Join("/", new[] { "3", _machine.States[State].Code.ToString(), string.Join(",", _armed.Keys.Order().Select(timer => _machine.Timers[timer].Name)) }.Where(part => part!.Length > 0));

    /// <summary>Raises a call or message: the new state's name, or what the exception would be.</summary>
    public string Raise(int @event, int[] values)
    {
        try
        {
            var refused = Event(@event, values);
            return refused is null ? StateName
                : (_machine.Events[@event].Kind == EventKind.Call ? "Illegal: " : "Unexpected: ") + Explain(refused);
        }
        catch (UnexpectedInRecall unexpected)
        {
            return "Unexpected: " + Explain(unexpected.Reason);
        }
        catch (BoomException)
        {
            return "Boom";
        }
    }

    public string Try(int @event, int[] values)
    {
        try
        {
            return (Event(@event, values) is null).ToString();
        }
        catch (UnexpectedInRecall unexpected)
        {
            return "Unexpected: " + Explain(unexpected.Reason);
        }
        catch (BoomException)
        {
            return "Boom";
        }
    }

    public string Elapsed(int timer, int generation)
    {
        if (!_armed.TryGetValue(timer, out var armed) || armed != generation)
        {
            return StateName;
        }

        _armed.Remove(timer);
        _isConsumed = false;
        try
        {
            var before = State;
            for (var e = 0; e < _machine.Events.Count; e++)
            {
                if (_machine.Events[e].Kind is EventKind.After or EventKind.Timeout && _machine.Events[e].Subject == timer)
                {
                    Dispatch(e, []);
                }
            }

            _isConsumed = true;
            Recall(before);
            return StateName;
        }
        catch (UnexpectedInRecall unexpected)
        {
            return "Unexpected: " + Explain(unexpected.Reason);
        }
        catch (BoomException)
        {
            if (!_isConsumed && !_armed.ContainsKey(timer))
            {
                _armed[timer] = generation;
            }

            return "Boom";
        }
    }

    /// <summary>Whether a row that does not forbid may be taken, whatever guards say.</summary>
    public bool Can(int @event, int[]? values)
    {
        foreach (var candidate in _machine.CellOf(State, @event)?.Candidates ?? default)
        {
            var row = _machine.Rows[candidate.Row];
            var pattern = row.Triggers[candidate.Trigger].Pattern;
            var mayFit = values is null || Fits(@event, pattern, values);
            var alwaysFits = values is null ? pattern.All(value => value < 0) : mayFit;
            if (mayFit && row.Kind != RowKind.Forbid)
            {
                return true;
            }

            if (alwaysFits && row.Guard is null)
            {
                return false;
            }
        }

        return false;
    }

    private sealed class UnexpectedInRecall(string reason) : Exception
    {
        public string Reason => reason;
    }

    private string Explain(string reason) =>
        $"{reason} in {StateName}; legal: {string.Join(", ", Enumerable.Range(0, _machine.Events.Count).Where(e => _machine.Events[e].Kind is EventKind.Call or EventKind.Receive && Can(e, null)).Select(e => _machine.Events[e].Name.TrimStart('?')))}";

    private string? Event(int @event, int[] values)
    {
        var before = State;
        var refused = Dispatch(@event, values);
        Recall(before);
        return refused;
    }

    private void Recall(int before)
    {
        var i = State == before ? _deferred.Count : 0;
        while (i < _deferred.Count)
        {
            var (@event, values) = _deferred[i];
            _deferred.RemoveAt(i);
            var state = State;
            var count = _deferred.Count;
            var refused = Dispatch(@event, values, i);
            if (refused is not null)
            {
                throw new UnexpectedInRecall(refused);
            }

            i = State != state ? 0 : _deferred.Count > count ? i + 1 : i;
        }
    }

    private string? Dispatch(int @event, int[] values, int? place = null)
    {
        foreach (var candidate in _machine.CellOf(State, @event)?.Candidates ?? default)
        {
            var row = _machine.Rows[candidate.Row];
            var trigger = row.Triggers[candidate.Trigger];
            if (!Fits(@event, trigger.Pattern, values) || (row.Guard is not null && !Holds(row.Guard, @event, values)))
            {
                continue;
            }

            switch (row.Kind)
            {
                case RowKind.Forbid:
                    return row.Reason ?? "";
                case RowKind.Defer when place is { } index:
                    _deferred.Insert(index, (@event, values));
                    return null;
                case RowKind.Defer when _deferred.Count == Room:
                    return "8 messages are deferred already";
                case RowKind.Defer:
                    _deferred.Add((@event, values));
                    return null;
                case RowKind.Transition:
                    Take(row, trigger, @event, values);
                    return null;
                default:
                    return null;
            }
        }

        return "";
    }

    private void Take(Row row, RowTrigger trigger, int @event, int[] values)
    {
        var from = State;
        var target = row.TargetKind switch { TargetKind.Stay => -1, TargetKind.Same => from, _ => row.Target };
        if (target >= 0)
        {
            Do(_machine.States[from].Exit, null, []);
        }

        Do(row.Effects, @event, values);
        if (target >= 0)
        {
            foreach (var timer in _machine.States[from].AfterTimers)
            {
                Stop(timer);
            }

            _isConsumed = true;
            State = target;
            StartTimersOf(target);
        }

        if (_isObserved)
        {
            _ask($"{_machine.States[from].Name} {EventText(@event, trigger)}{(target < 0 ? "" : " -> " + _machine.States[target].Name)}");
        }

        if (target >= 0)
        {
            Do(_machine.States[target].Entry, null, []);
        }
    }

    private string EventText(int @event, RowTrigger trigger) =>
        _machine.Events[@event].Name + (trigger.Pattern.All(value => value < 0) ? "" : $"({string.Join(", ", trigger.Pattern.Select((value, i) => value < 0 ? "_" : _protocol.Tags[Parameters(@event)[i].Tag].Values[value].Name))})");

    private void Do(EquatableArray<EffectStep> steps, int? @event, int[] values)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case ActionStep action:
                    _ask(Call(_machine.Actions[action.Action], action.Arguments, @event, values));
                    break;
                case TimerStep { Operation: TimerOperation.Stop } timer:
                    Stop(timer.Timer);
                    break;
                case TimerStep timer:
                    Start(timer.Timer);
                    break;
                case SendStep send:
                    Send(send, @event, values);
                    break;
            }
        }
    }

    private void Send(SendStep send, int? @event, int[] values)
    {
        var message = _protocol.Messages[send.Message];
        var given = send.Arguments.Where(argument => argument is not MissingArgument).Select(argument => Value(argument, @event, values)).ToArray();
        if (given.Length < message.Parameters.Count)
        {
            _ask($"Create{message.TypeName}({string.Join(", ", given)})");
        }

        var all = message.Parameters.Select((parameter, i) =>
            send.Arguments[i] is not MissingArgument ? Value(send.Arguments[i], @event, values) : parameter.Tag >= 0 ? _protocol.Tags[parameter.Tag].Values[0].MemberName : "0");
        _ask($"Send({message.Name}{(message.Parameters.IsEmpty ? "" : $"({string.Join(", ", all)})")})");
    }

    private bool Holds(GuardExpression guard, int @event, int[] values) => guard switch
    {
        NamedGuard named => _ask(Call(_machine.Actions[named.Action], named.Arguments, @event, values)),
        NotGuard not => !Holds(not.Operand, @event, values),
        AndGuard and => and.Operands.All(operand => Holds(operand, @event, values)),
        OrGuard or => or.Operands.Any(operand => Holds(operand, @event, values)),
        _ => throw new InvalidOperationException(),
    };

    private string Call(UserAction action, EquatableArray<Argument> written, int? @event, int[] values)
    {
        var arguments = action.Receives switch
        {
            ActionReceives.WrittenArguments => string.Join(", ", written.Select(argument => Value(argument, @event, values))),
            ActionReceives.Message => _protocol.Messages[action.Subject].Name + (values.Length == 0 ? "" : $"({Texts(@event, values)})"),
            ActionReceives.CallArguments => Texts(@event, values),
            _ => "",
        };
        return $"{action.Name}({arguments})";
    }

    private string Texts(int? @event, int[] values) => string.Join(", ", values.Select((_, i) => Text(@event, values, i)));

    private string Text(int? @event, int[] values, int i)
    {
        var parameter = Parameters(@event ?? 0)[i];
        return parameter.Tag >= 0 ? _protocol.Tags[parameter.Tag].Values[values[i]].MemberName : values[i].ToString();
    }

    private string Value(Argument argument, int? @event, int[] values) => argument switch
    {
        TagArgument tag => _protocol.Tags[tag.Tag].Values[tag.Value].MemberName,
        NumberArgument number => number.Value.ToString(),
        ParameterArgument parameter => Text(@event, values, Parameters(@event ?? 0).Select((p, i) => (p, i)).Single(pair => pair.p.Name == parameter.Name).i),
        _ => throw new InvalidOperationException(),
    };

    private EquatableArray<Parameter> Parameters(int @event) => _machine.Events[@event].Kind switch
    {
        EventKind.Call => _machine.Calls[_machine.Events[@event].Subject].Parameters,
        EventKind.Receive => _protocol.Messages[_machine.Events[@event].Subject].Parameters,
        _ => default,
    };

    private bool Fits(int @event, EquatableArray<int> pattern, int[] values)
    {
        var parameters = Parameters(@event);
        return pattern.Select((value, i) => value < 0 || parameters[i].Tag < 0 || values[i] == value).All(fits => fits);
    }

    private void StartTimersOf(int state)
    {
        foreach (var timer in _machine.States[state].AfterTimers)
        {
            Start(timer);
        }
    }

    private void Start(int timer)
    {
        Stop(timer);
        _generation++;
        _armed[timer] = _generation;
        _ask($"Start({_machine.Timers[timer].Name}#{_generation}, {_machine.Timers[timer].Due})");
    }

    private void Stop(int timer)
    {
        if (_armed.TryGetValue(timer, out var generation))
        {
            _ask($"Stop({_machine.Timers[timer].Name}#{generation})");
            _armed.Remove(timer);
        }
    }
}
