using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Verification.Systems.Building;

/// <summary>One role as an automaton, for the letters that are known to arrive so far.</summary>
internal sealed class AutomatonBuilder
{
    private readonly RoleContext _role;
    private readonly MoveBuilder _moves;
    private readonly Dictionary<LocalKey, int> _indices = [];
    private readonly List<LocalKey> _keys = [];

    public AutomatonBuilder(RoleContext role)
    {
        _role = role;
        _moves = new MoveBuilder(role, IndexOf);
    }

    /// <summary>How many moves it has made.</summary>
    public int MoveCount => _moves.Count;

    /// <param name="start">The state of the table in which the role begins.</param>
    /// <param name="cancellationToken">Honoured between local states.</param>
    public RoleAutomaton Build(int start, CancellationToken cancellationToken)
    {
        var states = new List<LocalState>();
        IndexOf(new LocalKey(start, 0, false));
        for (var i = 0; i < _keys.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsTooLarge)
            {
                _role.Report(new SystemProblem(SystemProblemKind.TooLarge, _role.Index));
                break;
            }

            states.Add(_keys[i].HasEnded ? Ended(_keys[i], i) : Running(_keys[i]));
        }

        return new RoleAutomaton
        {
            Name = _role.Role.Name, Machine = _role.Machine, Start = 0, States = states,
            ExcludedRows = [.. Enumerable.Range(0, _role.Machine.Rows.Count).Where(IsExcluded)],
        };
    }

    private bool IsTooLarge => _keys.Count > SystemLimits.LocalStates || MoveCount > SystemLimits.Moves || _role.Alphabet.Letters.Count > SystemLimits.Letters
        || (long)_keys.Count * _role.Channels.Count > SystemLimits.Listenings || _role.Choice.IsTooMuch;

    private int IndexOf(LocalKey key)
    {
        if (!_indices.TryGetValue(key, out var index))
        {
            index = _keys.Count;
            _indices.Add(key, index);
            _keys.Add(key);
        }

        return index;
    }

    private LocalState Ended(LocalKey key, int self)
    {
        var moves = new List<Move>();
        var listening = new Listening[_role.Channels.Count];
        for (var channel = 0; channel < listening.Length; channel++)
        {
            listening[channel] = ReceivingState.Deaf;
            if (_role.Channels[channel].Receiver != _role.Index)
            {
                continue;
            }

            foreach (var letter in _role.Alphabet.CarriedBy(channel))
            {
                moves.Add(_moves.Receive(channel, letter, self, -1));
            }

            listening[channel] = new Listening(true, new List<int>(_role.Alphabet.CarriedBy(channel)), []);
        }

        return new LocalState { TableState = key.State, HasEnded = true, IsFinal = true, Moves = moves, Listening = listening };
    }

    private LocalState Running(LocalKey key)
    {
        var moves = new List<Move>();
        var receiving = new ReceivingState(_role);
        foreach (var cell in _role.CellsOf(key.State))
        {
            var @event = _role.Machine.Events[cell.Event];
            switch (@event.Kind)
            {
                case EventKind.Call when IsAllowed(@event):
                    _moves.AddCalls(moves, key, cell, @event);
                    break;
                case EventKind.Receive:
                    _moves.AddReceives(moves, key, cell, @event, receiving);
                    break;
                case EventKind.After when _role.Machine.States[key.State].AfterTimers.Contains(@event.Subject):
                case EventKind.Timeout when _moves.IsArmed(key, @event.Subject):
                    _moves.AddTimer(moves, key, cell, @event);
                    break;
            }
        }

        _moves.AddDropped(moves, key);
        return new LocalState
        {
            TableState = key.State,
            ArmedTimers = [.. Enumerable.Range(0, _role.Machine.Timers.Count).Where(timer => _moves.IsArmed(key, timer))],
            IsFinal = _role.Machine.States[key.State].IsFinal,
            HasLiveTimer = moves.Exists(move => move.Kind == MoveKind.Timer),
            Moves = moves,
            Listening = receiving.Build(),
        };
    }

    private bool IsAllowed(MachineEvent call) =>
        _role.Role.Calls is not { } calls || calls.Contains(_role.Machine.Calls[call.Subject].Name);

    private bool IsExcluded(int row) => _role.Machine.Rows[row].Triggers.All(trigger =>
        trigger.Event >= 0 && _role.Machine.Events[trigger.Event] is { Kind: EventKind.Call } call && !IsAllowed(call));
}
