using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Verification.Exploration;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Grading;

/// <summary>Two roles of which never both send at a time (Cécé and Finkel, "Verification of programs with half-duplex communication",
/// Information and Computation 202, 2005). Every configuration over unbounded channels is then a pair of the product without queues, after
/// which at most one role has sent on: the product decides, in O(|Q1||Q2|). Rows are split into single actions; the states between them
/// only send, so that splitting changes no verdict over unbounded channels.</summary>
internal sealed class HalfDuplex
{
    private readonly SessionSystem _system;
    private readonly CancellationToken _cancellation;
    // By state of the first role, then of the second.
    private readonly bool[]?[] _seen;
    private readonly Queue<int[]> _waiting = [];
    private readonly HashSet<SiteKey> _possible = [];

    private HalfDuplex(SessionSystem system, CancellationToken cancellation)
    {
        _system = system;
        _cancellation = cancellation;
        _seen = new bool[]?[system.Roles[0].States.Count];
    }

    /// <summary>What can go wrong; null where the system is not half-duplex or has rows that are no communication.</summary>
    /// <param name="actions">A system of two roles over perfect channels in order, as single actions.</param>
    /// <param name="cancellation">Looked at often.</param>
    public static ClosedWorld? Decide(ActionSystem actions, CancellationToken cancellation)
    {
        var search = new HalfDuplex(actions.System, cancellation);
        return search.IsHalfDuplex() ? new ClosedWorld(Method.HalfDuplex, ClosedWorld.OfMessages, search._possible) : null;
    }

    private bool IsHalfDuplex()
    {
        Reach(_system.Roles[0].Start, _system.Roles[1].Start);
        while (_waiting.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            var states = _waiting.Dequeue();
            var sender = CanSend(0, states[0]) ? 0 : 1;
            if (CanSend(0, states[0]) && CanSend(1, states[1])) return false;
            if (CanSend(sender, states[sender])) Exchange(states, sender);
            else if (!Local(0, states[0]).IsFinal || !Local(1, states[1]).IsFinal) _possible.Add(SiteKey.OfDeadlock(_system, states));
        }

        return true;
    }

    private void Exchange(int[] states, int sender)
    {
        var receiver = 1 - sender;
        var reader = Local(receiver, states[receiver]);
        foreach (var move in Local(sender, states[sender]).Moves.Where(move => move.Sends.Count > 0))
        {
            var (channel, letter) = (move.Sends[0].Channel, move.Sends[0].Letter);
            var listening = reader.Listening[channel];
            if (!listening.IsListening) Strand(states, sender, move);
            else if (!listening.Taken.Contains(letter))
                _possible.Add(SiteKey.OfMessage(ViolationKind.UnspecifiedReception, channel, letter, reader.TableState));
            foreach (var taken in reader.Moves.Where(taken => taken.Channel == channel && taken.Letter == letter))
                Reach(sender == 0 ? move.Target : taken.Target, sender == 0 ? taken.Target : move.Target);
        }
    }

    /// <summary>The reader has no move left: what happens when the sender goes on until it has to wait.</summary>
    private void Strand(int[] states, int sender, Move first)
    {
        var receiver = 1 - sender;
        var seen = new HashSet<int> { first.Target };
        var waiting = new Queue<int>(seen);
        while (waiting.Count > 0)
        {
            var state = waiting.Dequeue();
            foreach (var move in Local(sender, state).Moves.Where(move => move.Sends.Count > 0 && seen.Add(move.Target))) waiting.Enqueue(move.Target);
            if (CanSend(sender, state)) continue;
            var end = new[] { states[0], states[1] };
            end[sender] = state;
            var reader = Local(receiver, states[receiver]);
            _possible.Add(Local(sender, state).IsFinal && reader.IsFinal
                ? SiteKey.OfMessage(ViolationKind.Orphan, first.Sends[0].Channel, first.Sends[0].Letter, reader.TableState)
                : SiteKey.OfDeadlock(_system, end));
        }
    }

    private void Reach(int first, int second)
    {
        var seen = _seen[first] ??= new bool[_system.Roles[1].States.Count];
        if (seen[second]) return;
        seen[second] = true;
        _waiting.Enqueue([first, second]);
    }

    private LocalState Local(int role, int state) => _system.Roles[role].States[state];

    private bool CanSend(int role, int state) => Local(role, state).Moves.Any(move => move.Sends.Count > 0);
}
