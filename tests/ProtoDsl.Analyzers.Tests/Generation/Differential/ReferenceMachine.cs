using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Analyzers.Tests.Generation.Differential;

/// <summary>How an event ended.</summary>
internal enum Ending
{
    /// <summary>A row was taken, or the event was ignored or deferred.</summary>
    Handled,

    /// <summary>No row: an exception, or false of a <c>Try</c>.</summary>
    Illegal,

    /// <summary>An action of the user threw.</summary>
    Failed,
}

/// <summary>An event with the index of the value of each tag parameter, -1 for parameters that are no tags.</summary>
internal sealed record Occurrence(int Event, int[] Values);

/// <summary>Executes a model literally, one rule of <c>docs/language.md</c> at a time: slow, obvious, and independent of the generator.</summary>
internal sealed class ReferenceMachine(Protocol protocol, Machine machine, IWorld world)
{
    private const int DeferCapacity = 8;

    private readonly List<Occurrence> _deferred = [];
    private readonly HashSet<int> _armed = [];

    public int State { get; private set; } = machine.InitialState;

    /// <summary>Timers that are running.</summary>
    public IReadOnlySet<int> Armed => _armed;

    /// <summary>Messages that wait for another state.</summary>
    public int DeferredCount => _deferred.Count;

    /// <summary>What the constructor does: arms the timers of the initial state.</summary>
    public void Construct() => ArmAfterTimers();

    /// <summary>One event, and whatever it redelivers.</summary>
    public Ending Fire(Occurrence occurrence)
    {
        try
        {
            var before = State;
            if (!Handle(occurrence, out var changed))
            {
                return Ending.Illegal;
            }

            if (changed)
            {
                Redeliver();
            }

            return Ending.Handled;
        }
        catch (ActionFailedException)
        {
            return Ending.Failed;
        }
    }

    /// <summary>A timer has elapsed; one that is not running is ignored, and so is an expiry that no row takes.</summary>
    public Ending Elapse(int timer)
    {
        if (!_armed.Remove(timer))
        {
            return Ending.Handled;
        }

        var kind = machine.Timers[timer].IsAfter ? EventKind.After : EventKind.Timeout;
        var ending = Fire(new Occurrence(EventOf(kind, timer), []));
        return ending == Ending.Illegal ? Ending.Handled : ending;
    }

    /// <summary>True when some row that is not forbidden may be taken in this state: the meaning of <c>CanX</c>.</summary>
    public bool Can(Occurrence occurrence)
    {
        foreach (var (row, _) in Fitting(occurrence))
        {
            if (row.Kind != RowKind.Forbid)
            {
                return true;
            }

            if (row.Guard is null)
            {
                return false;
            }
        }

        return false;
    }

    private int EventOf(EventKind kind, int subject)
    {
        for (var i = 0; i < machine.Events.Count; i++)
        {
            if (machine.Events[i].Kind == kind && machine.Events[i].Subject == subject)
            {
                return i;
            }
        }

        throw new InvalidOperationException("A timer without an event.");
    }

    private IEnumerable<(Row Row, RowTrigger Trigger)> Fitting(Occurrence occurrence)
    {
        if (machine.CellOf(State, occurrence.Event) is not { } cell)
        {
            yield break;
        }

        foreach (var candidate in cell.Candidates)
        {
            var row = machine.Rows[candidate.Row];
            var trigger = row.Triggers[candidate.Trigger];
            if (trigger.Pattern.Select((wanted, i) => wanted < 0 || wanted == occurrence.Values[i]).All(fits => fits))
            {
                yield return (row, trigger);
            }
        }
    }

    private bool Handle(Occurrence occurrence, out bool changed)
    {
        changed = false;
        foreach (var (row, _) in Fitting(occurrence))
        {
            if (row.Guard is not null && !Holds(row.Guard))
            {
                continue;
            }

            switch (row.Kind)
            {
                case RowKind.Forbid:
                    return false;
                case RowKind.Ignore:
                    return true;
                case RowKind.Defer:
                    if (_deferred.Count == DeferCapacity)
                    {
                        return false;
                    }

                    _deferred.Add(occurrence);
                    return true;
                default:
                    changed = Take(row, occurrence);
                    return true;
            }
        }

        return false;
    }

    /// <summary>True when the state was left, be it into itself.</summary>
    private bool Take(Row row, Occurrence occurrence)
    {
        if (row.TargetKind == TargetKind.Stay)
        {
            Perform(row.Effects, occurrence);
            return false;
        }

        Perform(machine.States[State].Exit, null);
        Perform(row.Effects, occurrence);
        foreach (var timer in machine.States[State].AfterTimers)
        {
            if (_armed.Contains(timer))
            {
                StopTimer(timer);
            }
        }

        State = row.TargetKind == TargetKind.Same ? State : row.Target;
        ArmAfterTimers();
        Perform(machine.States[State].Entry, null);
        return true;
    }

    /// <summary>Deferred messages come again, oldest first, until none is taken; one that is deferred anew keeps its place.</summary>
    private void Redeliver()
    {
        for (var i = 0; i < _deferred.Count;)
        {
            var occurrence = _deferred[i];
            if (IsDeferredHere(occurrence))
            {
                i++;
                continue;
            }

            _deferred.RemoveAt(i);
            if (Handle(occurrence, out var changed) && changed)
            {
                i = 0;
            }
        }
    }

    private bool IsDeferredHere(Occurrence occurrence) =>
        Fitting(occurrence).Select(fit => fit.Row).FirstOrDefault() is { Kind: RowKind.Defer, Guard: null };

    private bool Holds(GuardExpression guard) => guard switch
    {
        NamedGuard named => world.Ask(machine.Actions[named.Action].MethodName),
        NotGuard not => !Holds(not.Operand),
        AndGuard and => and.Operands.All(Holds),
        OrGuard or => or.Operands.Any(Holds),
        _ => throw new InvalidOperationException(),
    };

    private void Perform(IEnumerable<EffectStep> steps, Occurrence? occurrence)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case SendStep send:
                    var message = protocol.Messages[send.Message];
                    if (send.Arguments.Any(argument => argument is MissingArgument))
                    {
                        world.Do($"Create{message.TypeName}");
                    }

                    world.Do($"Send {message.TypeName}");
                    break;
                case TimerStep { Operation: TimerOperation.Stop } timer:
                    StopTimer(timer.Timer);
                    break;
                case TimerStep timer:
                    StartTimer(timer.Timer);
                    break;
                case ActionStep action:
                    world.Do(machine.Actions[action.Action].MethodName);
                    break;
            }
        }
    }

    private void ArmAfterTimers()
    {
        foreach (var timer in machine.States[State].AfterTimers)
        {
            StartTimer(timer);
        }
    }

    private void StartTimer(int timer)
    {
        _armed.Add(timer);
        world.Do($"Start {machine.Timers[timer].MemberName}");
    }

    private void StopTimer(int timer)
    {
        if (_armed.Remove(timer))
        {
            world.Do($"Stop {machine.Timers[timer].MemberName}");
        }
    }
}
