using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Scenarios;

/// <summary>What can happen at one moment of a scenario: one move of one role. Over rendezvous, a move that sends is first offered, and
/// then delivered together with the move that receives.</summary>
/// <param name="system">The system.</param>
/// <param name="losable">The channels of the <c>drop</c> steps that are still to come, one for each: nothing else need be lost.</param>
internal sealed class MomentSteps(SessionSystem system, IReadOnlyList<int> losable)
{
    public LocalState Local(Moment at, int role) => system.Roles[role].States[at.Locals[role]];

    /// <summary>The moves that a user or a timer starts.</summary>
    public IEnumerable<(Move Move, Moment Next)> Started(Moment at, int role)
    {
        if (at.Offered[role] >= 0)
        {
            yield break;
        }

        var moves = Local(at, role).Moves;
        for (var index = 0; index < moves.Count; index++)
        {
            var move = moves[index];
            if (move.Kind is MoveKind.Receive or MoveKind.Continue || !MayFire(at, role, move))
            {
                continue;
            }

            if (system.Kind == ChannelKind.Rendezvous)
            {
                yield return (move, move.Sends.Count == 0 ? at.WithLocal(role, move.Target) : at.WithOffer(role, index));
                continue;
            }

            foreach (var next in Send(at.WithLocal(role, move.Target), move.Sends))
            {
                yield return (move, next);
            }
        }
    }

    /// <summary>The messages that can be delivered through a channel, each with the move that receives it.</summary>
    public IEnumerable<(Move Move, Moment Next)> Delivered(Moment at, int channel)
    {
        var receiver = system.Channels[channel].Receiver;
        foreach (var move in Local(at, receiver).Moves)
        {
            if (move.Kind != MoveKind.Receive || move.Channel != channel || at.Offered[receiver] >= 0)
            {
                continue;
            }

            foreach (var without in system.Kind == ChannelKind.Rendezvous ? Handed(at, move) : Taken(at, move))
            {
                foreach (var next in Send(without.WithLocal(receiver, move.Target), move.Sends))
                {
                    yield return (move, next);
                }
            }
        }
    }

    /// <summary>The moments in which a message counts as lost that was sent last through its channel.</summary>
    public IEnumerable<(int Letter, Moment Next)> Dropped(Moment at, int channel) => at.Lost
        .Where(lost => lost.Channel == channel)
        .Select(lost => (lost.Letter, at.WithLost(Without(at.Lost, lost))));

    private bool MayFire(Moment at, int role, Move move) => move.Kind != MoveKind.DrainedTimer
        || (at.Queues.All(queue => queue.Count == 0) && Enumerable.Range(0, at.Locals.Count).All(other => other == role || !Local(at, other).HasLiveTimer));

    private IEnumerable<Moment> Taken(Moment at, Move move)
    {
        var queue = at.Queues[move.Channel];
        var deferred = Local(at, system.Channels[move.Channel].Receiver).Listening[move.Channel].Deferred;
        for (var position = 0; position < queue.Count; position++)
        {
            if (queue[position] == move.Letter)
            {
                yield return at.WithQueue(move.Channel, [.. queue.Take(position), .. queue.Skip(position + 1)]);
            }

            if (system.Kind == ChannelKind.Fifo && !deferred.Contains(queue[position]))
            {
                yield break;
            }
        }
    }

    private IEnumerable<Moment> Handed(Moment at, Move move)
    {
        var sender = system.Channels[move.Channel].Sender;
        var moves = Local(at, sender).Moves;
        for (var index = 0; index < moves.Count; index++)
        {
            var isOffered = at.Offered[sender] == index || (at.Offered[sender] < 0 && moves[index].Kind == MoveKind.Continue);
            if (isOffered && moves[index].Sends.Contains(new Send(move.Channel, move.Letter)))
            {
                yield return at.WithOffer(sender, -1).WithLocal(sender, moves[index].Target);
            }
        }
    }

    // A lossy channel may lose any of them. What an earlier step lost and nobody has named can then no longer be the message sent last.
    private IEnumerable<Moment> Send(Moment at, IReadOnlyList<Send> sends)
    {
        if (sends.Any(send => at.Lost.Any(lost => lost.Channel == send.Channel)))
        {
            return [];
        }

        IEnumerable<Moment> moments = [at];
        foreach (var send in sends)
        {
            moments = moments.SelectMany(moment => Send(moment, send)).ToList();
        }

        return moments;
    }

    private IEnumerable<Moment> Send(Moment at, Send send)
    {
        var queue = at.Queues[send.Channel];
        if (queue.Count < system.Capacity)
        {
            yield return at.WithQueue(send.Channel, system.Kind == ChannelKind.Bag ? [.. queue.Append(send.Letter).OrderBy(letter => letter)] : [.. queue, send.Letter]);
        }

        if (system.IsLossy && losable.Count(channel => channel == send.Channel) > at.Lost.Count(lost => lost.Channel == send.Channel))
        {
            yield return at.WithLost([.. at.Lost, (send.Channel, send.Letter)]);
        }
    }

    private static IReadOnlyList<(int Channel, int Letter)> Without(IReadOnlyList<(int Channel, int Letter)> lost, (int Channel, int Letter) one)
    {
        var rest = lost.ToList();
        rest.Remove(one);
        return rest;
    }
}
