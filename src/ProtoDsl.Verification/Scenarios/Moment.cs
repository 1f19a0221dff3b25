using System;
using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Verification.Scenarios;

/// <summary>Where a scenario may be between two of its steps: a configuration, and what the steps so far have left open.</summary>
internal sealed class Moment : IEquatable<Moment>
{
    private readonly string _key;

    /// <param name="locals">The local state of each role.</param>
    /// <param name="queues">The letters in each channel, the oldest first.</param>
    /// <param name="lost">Messages that were lost when something was last sent through their channel, and that no <c>drop</c> has named yet.</param>
    /// <param name="offered">Over rendezvous, for each role the move that waits for its message to be received; -1 for none.</param>
    public Moment(IReadOnlyList<int> locals, IReadOnlyList<IReadOnlyList<int>> queues, IReadOnlyList<(int Channel, int Letter)> lost, IReadOnlyList<int> offered)
    {
        Locals = locals;
        Queues = queues;
        Lost = lost;
        Offered = offered;
        _key = string.Join(",", locals) + "|" + string.Join("|", queues.Select(queue => string.Join(",", queue)))
            + "|" + string.Join(",", lost.Select(one => $"{one.Channel}!{one.Letter}")) + "|" + string.Join(",", offered);
    }

    public IReadOnlyList<int> Locals { get; }

    public IReadOnlyList<IReadOnlyList<int>> Queues { get; }

    public IReadOnlyList<(int Channel, int Letter)> Lost { get; }

    public IReadOnlyList<int> Offered { get; }

    public Moment WithLocal(int role, int state) => new(With(Locals, role, state), Queues, Lost, Offered);

    public Moment WithQueue(int channel, IReadOnlyList<int> queue) => new(Locals, With(Queues, channel, queue), Lost, Offered);

    public Moment WithLost(IReadOnlyList<(int Channel, int Letter)> lost) => new(Locals, Queues, lost, Offered);

    public Moment WithOffer(int role, int move) => new(Locals, Queues, Lost, With(Offered, role, move));

    public bool Equals(Moment? other) => other is not null && other._key == _key;

    public override bool Equals(object? obj) => Equals(obj as Moment);

    public override int GetHashCode() => _key.GetHashCode();

    private static IReadOnlyList<T> With<T>(IReadOnlyList<T> list, int index, T item)
    {
        var copy = list.ToArray();
        copy[index] = item;
        return copy;
    }
}
