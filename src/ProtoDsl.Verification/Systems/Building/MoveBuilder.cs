using System;
using System.Collections.Generic;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Verification.Systems.Building;

/// <summary>The moves of one role in one local state after the other.</summary>
/// <param name="role">The role.</param>
/// <param name="indexOf">The number of a local state, given when it is first asked for.</param>
internal sealed class MoveBuilder(RoleContext role, Func<LocalKey, int> indexOf)
{
    private readonly RowCompiler _rows = new(role);

    /// <summary>How many moves were made; where messages may be lost, one for each set of those that a move may lose.</summary>
    public int Count { get; private set; }

    public void AddCalls(List<Move> moves, LocalKey key, Cell cell, MachineEvent @event)
    {
        var call = role.Machine.Calls[@event.Subject];
        var values = new List<IReadOnlyList<string>>();
        for (var i = 0; i < call.Parameters.Count; i++)
        {
            values.Add(role.Tags.HasCall(role.Index, call.Name, i)
                ? EventParameters.ValuesOf(role.Source.Protocol, call.Parameters[i])
                : [EventText.Any]);
        }

        if (EventParameters.CountWays(values, SystemLimits.WaysOfRow) > SystemLimits.WaysOfRow)
        {
            role.Report(new SystemProblem(SystemProblemKind.TooLarge, role.Index) { Name = call.Name });
            return;
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

    public void AddReceives(List<Move> moves, LocalKey key, Cell cell, MachineEvent @event, ReceivingState receiving)
    {
        var name = role.Source.Protocol.Messages[@event.Subject].Name;
        foreach (var channel in role.Incoming)
        {
            var sender = role.Session.Roles[role.Channels[channel].Sender].Name;
            receiving.Listen(cell, channel, sender);
            foreach (var letter in role.Alphabet.CarriedBy(channel, name))
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

    public void AddTimer(List<Move> moves, LocalKey key, Cell cell, MachineEvent @event)
    {
        var move = Expiry(@event) with { Kind = @event.IsDrained ? MoveKind.DrainedTimer : MoveKind.Timer };
        AddRows(moves, @event.Kind == EventKind.Timeout ? Disarmed(key, @event) : key, cell, @event, move, null);
    }

    /// <summary>An expiry that no row takes disarms the timer, and that is all.</summary>
    public void AddDropped(List<Move> moves, LocalKey key)
    {
        foreach (var @event in role.Machine.Events)
        {
            if (@event.Kind == EventKind.Timeout && IsArmed(key, @event.Subject)
                && !moves.Exists(move => move.Kind == MoveKind.Timer && move.Event == @event.Name))
            {
                moves.Add(Expiry(@event) with { Target = indexOf(Disarmed(key, @event)) });
            }
        }
    }

    public Move Receive(int channel, int letter, int target, int row)
    {
        var received = role.Alphabet.Letters[letter];
        return new Move
        {
            Kind = MoveKind.Receive, Channel = channel, Letter = letter, Event = "?" + received.Text, Subject = received.Message, Arguments = received.Arguments,
            Target = target, Row = row,
        };
    }

    /// <summary>True for a timer that <c>start</c> has armed.</summary>
    public bool IsArmed(LocalKey key, int timer) => !role.Machine.Timers[timer].IsAfter && (key.Armed & RowCompiler.Bit(timer)) != 0;

    private Move Expiry(MachineEvent @event) => new()
    {
        Kind = MoveKind.Timer, Event = @event.Name, Subject = role.Machine.Timers[@event.Subject].Name, Row = -1, Target = -1,
    };

    private static LocalKey Disarmed(LocalKey key, MachineEvent timeout) => key with { Armed = key.Armed & ~RowCompiler.Bit(timeout.Subject) };

    // True where a row may keep the message.
    private bool AddRows(List<Move> moves, LocalKey key, Cell cell, MachineEvent @event, Move move, string? sender)
    {
        var isDeferred = false;
        foreach (var index in role.Choice.Possible(cell, move.Arguments, sender))
        {
            var row = role.Machine.Rows[index];
            isDeferred |= row.Kind == RowKind.Defer;
            if (row.Kind is RowKind.Transition or RowKind.Ignore)
            {
                var (target, ways) = _rows.Compile(key, index, @event, move.Arguments);
                foreach (var sends in ways)
                {
                    moves.Add(move with { Row = index, Guard = GuardOf(row), Sends = sends, Target = indexOf(target) });
                    Count += role.Session.IsLossy ? 1 << sends.Count : 1;
                    foreach (var send in sends)
                    {
                        role.Alphabet.Carry(send);
                    }
                }
            }
        }

        return isDeferred;
    }

    // The table's own text, as it stands between the brackets of the row.
    private static string? GuardOf(Row row)
    {
        var start = row.Guard is null && !row.IsElse ? -1 : row.Text.IndexOf('[');
        return start < 0 ? null : row.Text.Substring(start + 1, row.Text.IndexOf(']', start) - start - 1);
    }
}
