using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Scenarios;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Simulation;

/// <summary>A session, or a machine alone, stepped by hand: what is, what can happen, and the way back.</summary>
public sealed class SystemSimulation
{
    private readonly MomentSteps _steps;
    private readonly StepMatch _match;
    private readonly bool _isSolo;
    private readonly Stack<(Moment At, IReadOnlyDictionary<int, IReadOnlyList<int>> Last, ScenarioStep Step)> _past = new();
    private Moment _now;

    // Of each channel, what was sent through it last: a loss can be of nothing else.
    private IReadOnlyDictionary<int, IReadOnlyList<int>> _last = new Dictionary<int, IReadOnlyList<int>>();

    /// <param name="system">The system.</param>
    /// <param name="isSolo">True for a <see cref="SoloSystem"/>: what arrives need not be on its way, and what is sent is gone.</param>
    public SystemSimulation(SessionSystem system, bool isSolo = false)
    {
        System = system;
        _isSolo = isSolo;
        _steps = new MomentSteps(system, []);
        _match = new StepMatch(system);
        _now = new Moment(
            [.. system.Roles.Select(role => role.Start)], [.. system.Channels.Select(_ => (IReadOnlyList<int>)[])], [], [.. system.Roles.Select(_ => -1)]);
    }

    /// <summary>What is stepped.</summary>
    public SessionSystem System { get; }

    /// <summary>The roles as they are now; of a machine alone, the machine.</summary>
    public IReadOnlyList<SimulatedRole> Roles => [.. Enumerable.Range(0, _isSolo ? 1 : System.Roles.Count).Select(RoleOf)];

    /// <summary>The channels as they are now; none over rendezvous and of a machine alone.</summary>
    public IReadOnlyList<SimulatedChannel> Channels => _isSolo || System.Kind == ChannelKind.Rendezvous ? [] :
        [.. System.Channels.Select((channel, index) => new SimulatedChannel(
            System.Roles[channel.Sender].Name, System.Roles[channel.Receiver].Name, [.. _now.Queues[index].Select(Letter)]))];

    /// <summary>The steps taken so far, the oldest first.</summary>
    public IReadOnlyList<ScenarioStep> Taken => [.. _past.Reverse().Select(past => past.Step)];

    /// <summary>True when all have finished and nothing is on its way.</summary>
    public bool IsDone => Roles.All(role => role.IsFinal) && _now.Queues.All(queue => queue.Count == 0);

    /// <summary>Everything that can happen now: what users and timers start, role by role; what arrives; what is lost.</summary>
    public IReadOnlyList<SimulatedStep> Possible =>
    [
        .. Enumerable.Range(0, Roles.Count).SelectMany(role => Started(role).Select(one => StepOf(role, _match.Event(role, one.Move), one.Move, one.Next, isQueued: !_isSolo))),
        .. Enumerable.Range(0, System.Channels.Count).SelectMany(Arrivals),
        .. Enumerable.Range(0, System.Channels.Count).SelectMany(Losses),
    ];

    /// <summary>Why each event that cannot happen now cannot, role by role.</summary>
    public IReadOnlyList<Refusal> Refused => new RefusalFinder(System, _now, _isSolo).Find([.. Roles.Select((_, role) => role)], Possible);

    /// <summary>Takes a step.</summary>
    /// <param name="step">One of <see cref="Possible"/>.</param>
    public void Take(SimulatedStep step)
    {
        _past.Push((_now, _last, step.Step));
        var last = _last.ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var (channel, letters) in step.Letters)
        {
            last[channel] = letters;
        }

        _last = last;
        _now = step.Next;
    }

    /// <summary>Goes back one step.</summary>
    /// <returns>False at the start.</returns>
    public bool Undo()
    {
        if (_past.Count == 0)
        {
            return false;
        }

        (_now, _last, _) = _past.Pop();
        return true;
    }

    /// <summary>The way here as a scenario, which ends with the states now.</summary>
    public Scenario Record(string title) => new()
    {
        Title = title, Session = System.Name,
        Steps = Taken.Append(new StatesStep(true, Roles.Select(role => new RoleState(role.Name, role.State)).ToEquatableArray())).ToEquatableArray(),
    };

    private SimulatedRole RoleOf(int index)
    {
        var (role, local) = (System.Roles[index], _steps.Local(_now, index));
        var timers = local.HasEnded ? [] : role.Machine.States[local.TableState].AfterTimers.Concat(local.ArmedTimers).Select(timer => role.Machine.Timers[timer].Name);
        return new SimulatedRole(role.Name, role.Machine.States[local.TableState].Name, [.. timers], local.IsFinal, local.HasEnded);
    }

    // Alone, what is sent needs no room.
    private IEnumerable<(Move Move, Moment Next)> Started(int role) => !_isSolo ? _steps.Started(_now, role)
        : _steps.Local(_now, role).Moves.Where(move => move.Kind is not (MoveKind.Receive or MoveKind.Continue)).Select(move => (move, _now.WithLocal(role, move.Target)));

    private IEnumerable<SimulatedStep> Arrivals(int channel)
    {
        var (sender, receiver) = (System.Channels[channel].Sender, System.Channels[channel].Receiver);
        if (_isSolo)
        {
            return _steps.Local(_now, receiver).Moves.Where(move => move.Kind == MoveKind.Receive && move.Channel == channel)
                .Select(move => StepOf(receiver, Arrival(receiver, sender, move), move, _now.WithLocal(receiver, move.Target), isQueued: false));
        }

        return _steps.Delivered(_now, channel).Select(one => StepOf(receiver, _match.Delivery(channel, one.Move.Letter, isDropped: false), one.Move, one.Next, isQueued: true));
    }

    // Alone, a machine receives from nobody in particular, unless its rows tell senders apart.
    private ScenarioStep Arrival(int receiver, int sender, Move move) => System.Roles.Count == 2
        ? _match.Event(receiver, move) with { Guard = null }
        : new DeliveryStep(false, System.Roles[sender].Name, System.Roles[receiver].Name, move.Subject, EventText.Written(move.Arguments).ToEquatableArray());

    private IEnumerable<SimulatedStep> Losses(int channel)
    {
        if (!System.IsLossy || !_last.TryGetValue(channel, out var sent))
        {
            yield break;
        }

        foreach (var letter in sent.Distinct().Where(letter => _now.Queues[channel].Contains(letter)))
        {
            var queue = _now.Queues[channel].ToList();
            queue.RemoveAt(queue.LastIndexOf(letter));
            var rest = sent.ToList();
            rest.Remove(letter);
            yield return new SimulatedStep(_match.Delivery(channel, letter, isDropped: true), _now.WithQueue(channel, queue), [(channel, rest)]);
        }
    }

    private SimulatedStep StepOf(int role, ScenarioStep step, Move move, Moment next, bool isQueued)
    {
        var machine = System.Roles[role].Machine;
        return new SimulatedStep(step, next, isQueued ? [.. move.Sends.GroupBy(send => send.Channel).Select(group => (group.Key, (IReadOnlyList<int>)[.. group.Select(send => send.Letter)]))] : [])
        {
            Role = role,
            Guard = move.Guard,
            Sent = [.. move.Sends.Select(send => Letter(send.Letter) + (System.Roles.Count > 2 ? " to " + System.Roles[System.Channels[send.Channel].Receiver].Name : ""))],
            State = machine.States[System.Roles[role].States[move.Target].TableState].Name,
            Row = move.Row < 0 ? null : machine.Rows[move.Row].Text,
        };
    }

    private string Letter(int letter) => System.Letters[letter].Text;
}
