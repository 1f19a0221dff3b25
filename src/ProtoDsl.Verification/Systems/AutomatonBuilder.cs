using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Verification.Systems;

/// <summary>One role as an automaton, for the letters that are known to arrive so far.</summary>
internal sealed class AutomatonBuilder
{
    private readonly RoleContext _role;
    private readonly RowCompiler _rows;
    private readonly Dictionary<LocalKey, int> _indices = [];
    private readonly List<LocalKey> _keys = [];

    public AutomatonBuilder(RoleContext role)
    {
        _role = role;
        _rows = new RowCompiler(role);
    }

    /// <summary>How many moves it has made.</summary>
    public int MoveCount { get; private set; }

    /// <param name="start">The state of the table in which the role begins.</param>
    /// <param name="cancellationToken">Honoured between local states.</param>
    public RoleAutomaton Build(int start, CancellationToken cancellationToken)
    {
        var states = new List<LocalState>();
        IndexOf(new LocalKey(start, 0, false));
        for (var i = 0; i < _keys.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_keys.Count > SystemLimits.LocalStates || MoveCount > SystemLimits.Moves || _role.Alphabet.Letters.Count > SystemLimits.Letters)
            {
                _role.Report(new SystemProblem(SystemProblemKind.TooLarge, _role.Index));
                break;
            }

            states.Add(_keys[i].HasEnded ? Ended(_keys[i], i) : Running(_keys[i], i));
        }

        return new RoleAutomaton
        {
            Name = _role.Role.Name, Machine = _role.Machine, Start = 0, States = states,
            ExcludedRows = [.. Enumerable.Range(0, _role.Machine.Rows.Count).Where(IsExcluded)],
        };
    }

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
        var listening = Deaf();
        foreach (var channel in _role.Incoming)
        {
            foreach (var letter in _role.Alphabet.CarriedBy(channel))
            {
                moves.Add(Receive(channel, letter, self, -1));
            }

            listening[channel] = new Listening(true, [.. _role.Alphabet.CarriedBy(channel)], []);
        }

        MoveCount += moves.Count;
        return new LocalState { TableState = key.State, HasEnded = true, IsFinal = true, Moves = moves, Listening = listening };
    }

    private LocalState Running(LocalKey key, int self)
    {
        var moves = new List<Move>();
        var receiving = new ReceivingState(_role);
        for (var index = 0; index < _role.Machine.Events.Count; index++)
        {
            var @event = _role.Machine.Events[index];
            var cell = _role.Machine.CellOf(key.State, index);
            switch (@event.Kind)
            {
                case EventKind.Call when cell is not null && IsAllowed(@event):
                    AddCalls(moves, key, cell, @event);
                    break;
                case EventKind.Receive when cell is not null:
                    AddReceives(moves, key, cell, @event, receiving);
                    break;
                case EventKind.After when cell is not null && _role.Machine.States[key.State].AfterTimers.Contains(@event.Subject):
                    AddTimer(moves, key, cell, @event);
                    break;
                case EventKind.Timeout when (key.Armed & RowCompiler.Bit(@event.Subject)) != 0:
                    AddTimer(moves, key with { Armed = key.Armed & ~RowCompiler.Bit(@event.Subject) }, cell, @event);
                    break;
            }
        }

        MoveCount += moves.Count;
        return new LocalState
        {
            TableState = key.State,
            ArmedTimers = [.. Enumerable.Range(0, _role.Machine.Timers.Count).Where(timer => !_role.Machine.Timers[timer].IsAfter && (key.Armed & RowCompiler.Bit(timer)) != 0)],
            IsFinal = _role.Machine.States[key.State].IsFinal,
            HasLiveTimer = moves.Exists(move => move.Kind == MoveKind.Timer),
            Moves = moves,
            Listening = receiving.Build(Deaf()),
        };
    }

    private void AddCalls(List<Move> moves, LocalKey key, Cell cell, MachineEvent @event)
    {
        var call = _role.Machine.Calls[@event.Subject];
        var values = new List<IReadOnlyList<string>>();
        for (var i = 0; i < call.Parameters.Count; i++)
        {
            values.Add(_role.Tags.HasCall(_role.Index, call.Name, i)
                ? EventParameters.ValuesOf(_role.Source.Protocol, call.Parameters[i])
                : [EventText.Any]);
        }

        foreach (var arguments in EventParameters.Product(values))
        {
            var move = new Move
            {
                Kind = MoveKind.Call, Event = EventText.Of(call.Name, arguments), Subject = call.Name, Arguments = arguments, Row = -1, Target = -1,
            };
            AddRows(moves, key, cell, @event, move, null);
        }
    }

    private void AddReceives(List<Move> moves, LocalKey key, Cell cell, MachineEvent @event, ReceivingState receiving)
    {
        var name = _role.Source.Protocol.Messages[@event.Subject].Name;
        foreach (var channel in _role.Incoming)
        {
            var sender = _role.Session.Roles[_role.Channels[channel].Sender].Name;
            receiving.Listen(cell, channel, sender);
            foreach (var letter in _role.Alphabet.CarriedBy(channel).Where(letter => _role.Alphabet.Letters[letter].Message == name))
            {
                var before = moves.Count;
                if (AddRows(moves, key, cell, @event, Receive(channel, letter, -1, -1), sender))
                {
                    receiving.Defer(channel, letter);
                }

                if (moves.Count > before)
                {
                    receiving.Take(channel, letter);
                }
            }
        }
    }

    private void AddTimer(List<Move> moves, LocalKey key, Cell? cell, MachineEvent @event)
    {
        var before = moves.Count;
        var move = new Move
        {
            Kind = @event.IsDrained ? MoveKind.DrainedTimer : MoveKind.Timer, Event = @event.Name, Subject = _role.Machine.Timers[@event.Subject].Name, Row = -1, Target = -1,
        };
        AddRows(moves, key, cell, @event, move, null);
        if (moves.Count == before && @event.Kind == EventKind.Timeout)
        {
            moves.Add(move with { Target = IndexOf(key) });
        }
    }

    // True where a row may keep the message.
    private bool AddRows(List<Move> moves, LocalKey key, Cell? cell, MachineEvent @event, Move move, string? sender)
    {
        var isDeferred = false;
        foreach (var candidate in CellChoice.Possible(_role.Source, cell, move.Arguments, sender))
        {
            var row = _role.Machine.Rows[candidate.Row];
            isDeferred |= row.Kind == RowKind.Defer;
            if (row.Kind is RowKind.Transition or RowKind.Ignore)
            {
                var (target, ways) = _rows.Compile(key, candidate.Row, @event, move.Arguments);
                foreach (var sends in ways)
                {
                    moves.Add(move with { Row = candidate.Row, Guard = GuardOf(row), Sends = sends, Target = IndexOf(target) });
                    foreach (var send in sends)
                    {
                        _role.Alphabet.Carry(send);
                    }
                }
            }
        }

        return isDeferred;
    }

    private Move Receive(int channel, int letter, int target, int row)
    {
        var received = _role.Alphabet.Letters[letter];
        return new Move
        {
            Kind = MoveKind.Receive, Channel = channel, Letter = letter, Event = "?" + received.Text, Subject = received.Message, Arguments = received.Arguments,
            Target = target, Row = row,
        };
    }

    // The table's own text, as it stands between the brackets of the row.
    private static string? GuardOf(Row row)
    {
        var start = row.Guard is null && !row.IsElse ? -1 : row.Text.IndexOf('[');
        return start < 0 ? null : row.Text.Substring(start + 1, row.Text.IndexOf(']', start) - start - 1);
    }

    private bool IsAllowed(MachineEvent call) =>
        _role.Role.Calls is not { } calls || calls.Contains(_role.Machine.Calls[call.Subject].Name);

    private bool IsExcluded(int row) => _role.Machine.Rows[row].Triggers.All(trigger =>
        trigger.Event >= 0 && _role.Machine.Events[trigger.Event] is { Kind: EventKind.Call } call && !IsAllowed(call));

    private Listening[] Deaf() => [.. Enumerable.Repeat(new Listening(false, [], []), _role.Channels.Count)];
}
