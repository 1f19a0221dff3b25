using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Tests.Reference;

/// <summary>What can happen in a configuration, in so many words.</summary>
internal sealed class ReferenceSemantics(SessionSystem system)
{
    public SessionSystem System => system;

    public ReferenceConfiguration Start =>
        new(system.Roles.Select(role => role.Start), system.Channels.Select(_ => Enumerable.Empty<int>()));

    public LocalState Local(ReferenceConfiguration at, int role) => system.Roles[role].States[at.Locals[role]];

    public bool IsFinal(ReferenceConfiguration at) => Enumerable.Range(0, system.Roles.Count).All(role => Local(at, role).IsFinal);

    /// <summary>Every step, those that change nothing included.</summary>
    public IEnumerable<(SystemStep Step, ReferenceConfiguration Next)> Steps(ReferenceConfiguration at) =>
        system.Kind == ChannelKind.Rendezvous ? RendezvousSteps(at) : QueueSteps(at, null);

    /// <summary>The moves that only lack of room keeps from being taken with all their messages.</summary>
    public IReadOnlyList<SystemStep> Refused(ReferenceConfiguration at)
    {
        var refused = new List<SystemStep>();
        if (system.Kind != ChannelKind.Rendezvous)
        {
            _ = QueueSteps(at, refused).Count();
        }

        return refused;
    }

    /// <summary>Messages that stand where their receiver listens and that no row of it lists: over rendezvous, those that are offered.</summary>
    public IEnumerable<(int Role, int Channel, int Letter)> Unlisted(ReferenceConfiguration at)
    {
        if (system.Kind == ChannelKind.Rendezvous)
        {
            return Offers(at).Select(offer => (system.Channels[offer.Send.Channel].Receiver, offer.Send.Channel, offer.Send.Letter))
                .Where(found => IsUnlisted(at, found.Channel, found.Letter)).Distinct();
        }

        return Enumerable.Range(0, system.Channels.Count).SelectMany(channel => Candidates(at, channel)
            .Where(letter => IsUnlisted(at, channel, letter))
            .Distinct()
            .Select(letter => (system.Channels[channel].Receiver, channel, letter)));
    }

    /// <summary>For a channel in order, the first message that is not deferred; for a bag, all.</summary>
    private IEnumerable<int> Candidates(ReferenceConfiguration at, int channel)
    {
        var queue = at.Queues[channel];
        return system.Kind == ChannelKind.Bag ? queue : queue.SkipWhile(letter => ListeningOf(at, channel).Deferred.Contains(letter)).Take(1);
    }

    private bool IsUnlisted(ReferenceConfiguration at, int channel, int letter)
    {
        var listening = ListeningOf(at, channel);
        return listening.IsListening && !listening.Taken.Contains(letter) && !listening.Deferred.Contains(letter);
    }

    private Listening ListeningOf(ReferenceConfiguration at, int channel) => Local(at, system.Channels[channel].Receiver).Listening[channel];

    private bool MayFire(ReferenceConfiguration at, int role, Move move) =>
        move.Kind != MoveKind.DrainedTimer
        || (at.HasEmptyChannels && Enumerable.Range(0, system.Roles.Count).All(other => other == role || !Local(at, other).HasLiveTimer));

    private IEnumerable<(SystemStep Step, ReferenceConfiguration Next)> QueueSteps(ReferenceConfiguration at, List<SystemStep>? refused)
    {
        for (var role = 0; role < system.Roles.Count; role++)
        {
            var moves = Local(at, role).Moves;
            for (var index = 0; index < moves.Count; index++)
            {
                var move = moves[index];
                if (!MayFire(at, role, move))
                {
                    continue;
                }

                foreach (var queues in move.Kind == MoveKind.Receive ? WithoutReceived(at, move) : [Copy(at.Queues)])
                {
                    foreach (var lost in LossesOf(move))
                    {
                        var step = new SystemStep(role, at.Locals[role], index, lost);
                        if (TrySend(queues, move, lost) is { } after)
                        {
                            yield return (step, Moved(at, after, (role, move.Target)));
                        }
                        else if (lost == 0)
                        {
                            refused?.Add(step);
                        }
                    }
                }
            }
        }
    }

    private static IEnumerable<ulong> LossesOf(int count) => Enumerable.Range(0, 1 << count).Select(bits => (ulong)bits);

    private IEnumerable<ulong> LossesOf(Move move) => system.IsLossy ? LossesOf(move.Sends.Count) : [0UL];

    /// <summary>Every way to take the message: what stands before it in order must be deferred.</summary>
    private IEnumerable<List<int>[]> WithoutReceived(ReferenceConfiguration at, Move move)
    {
        var queue = at.Queues[move.Channel];
        var deferred = ListeningOf(at, move.Channel).Deferred;
        for (var position = 0; position < queue.Count; position++)
        {
            if (queue[position] == move.Letter)
            {
                var queues = Copy(at.Queues);
                queues[move.Channel].RemoveAt(position);
                yield return queues;
                if (system.Kind == ChannelKind.Bag)
                {
                    yield break;
                }
            }

            if (system.Kind == ChannelKind.Fifo && !deferred.Contains(queue[position]))
            {
                yield break;
            }
        }
    }

    /// <summary>The queues with all messages that are not lost; null where not all have room.</summary>
    private List<int>[]? TrySend(List<int>[] queues, Move move, ulong lost)
    {
        var after = Copy(queues);
        for (var i = 0; i < move.Sends.Count; i++)
        {
            var (channel, letter) = move.Sends[i];
            if ((lost & (1UL << i)) != 0)
            {
                continue;
            }

            if (after[channel].Count == system.Capacity)
            {
                return null;
            }

            after[channel].Add(letter);
        }

        return after;
    }

    private ReferenceConfiguration Moved(ReferenceConfiguration at, List<int>[] queues, params (int Role, int State)[] moved)
    {
        var locals = at.Locals.ToArray();
        foreach (var (role, state) in moved)
        {
            locals[role] = state;
        }

        return new ReferenceConfiguration(locals, system.Kind == ChannelKind.Bag ? queues.Select(queue => queue.Order()) : queues);
    }

    private IEnumerable<(int Role, int Index, Move Move, Send Send)> Offers(ReferenceConfiguration at) =>
        from role in Enumerable.Range(0, system.Roles.Count)
        from pair in Local(at, role).Moves.Select((move, index) => (move, index))
        where pair.move.Sends.Count > 0 && MayFire(at, role, pair.move)
        select (role, pair.index, pair.move, pair.move.Sends.Single());

    private IEnumerable<(SystemStep Step, ReferenceConfiguration Next)> RendezvousSteps(ReferenceConfiguration at)
    {
        for (var role = 0; role < system.Roles.Count; role++)
        {
            var moves = Local(at, role).Moves;
            for (var index = 0; index < moves.Count; index++)
            {
                if (moves[index].Kind != MoveKind.Receive && moves[index].Sends.Count == 0 && MayFire(at, role, moves[index]))
                {
                    yield return (new SystemStep(role, at.Locals[role], index), Moved(at, Copy(at.Queues), (role, moves[index].Target)));
                }
            }
        }

        foreach (var (role, index, move, send) in Offers(at))
        {
            var partner = system.Channels[send.Channel].Receiver;
            var theirs = Local(at, partner).Moves;
            for (var other = 0; other < theirs.Count; other++)
            {
                if (theirs[other].Kind == MoveKind.Receive && theirs[other].Channel == send.Channel && theirs[other].Letter == send.Letter)
                {
                    var step = new SystemStep(role, at.Locals[role], index, 0, partner, at.Locals[partner], other);
                    yield return (step, Moved(at, Copy(at.Queues), (role, move.Target), (partner, theirs[other].Target)));
                }
            }
        }
    }

    private static List<int>[] Copy(IEnumerable<IEnumerable<int>> queues) => [.. queues.Select(queue => queue.ToList())];
}
