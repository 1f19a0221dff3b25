using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Verification.Exploration;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Grading;

/// <summary>k-exhaustivity (Lange and Yoshida, "Verifying asynchronous interactions via communicating session automata", CAV 2019): in
/// every configuration at capacity k, a role that wants to send and has no room gets room when the other role goes on alone. For two roles
/// without mixed states every configuration at a larger capacity then leads to one at capacity k, and one in which nothing can happen is
/// itself one at capacity k; <c>docs/sessions.md</c> has the argument.</summary>
internal sealed class Exhaustivity
{
    private readonly Exploration.Exploration _exploration;
    private readonly SessionSystem _system;

    // By role, local state and letter of its incoming channel: the fewest messages it sends before it receives that letter.
    private readonly Dictionary<(int Role, int State, int Letter), int> _fewestSends = [];

    private Exhaustivity(Exploration.Exploration exploration)
    {
        _exploration = exploration;
        _system = exploration.Expander.Table.System;
    }

    /// <summary>True when a complete exploration of single actions without mixed states is exhaustive.</summary>
    public static bool Holds(Exploration.Exploration exploration, CancellationToken cancellation) => new Exhaustivity(exploration).Holds(cancellation);

    private bool Holds(CancellationToken cancellation)
    {
        for (var i = 0; i < _exploration.Count; i++)
        {
            if ((i & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
            if (!GetsRoom(i, 0) || !GetsRoom(i, 1)) return false;
        }

        return true;
    }

    private bool GetsRoom(int configuration, int role)
    {
        var layout = _exploration.Expander.Table.Layout;
        var words = _exploration.Store.Locate(configuration, out var offset);
        var own = ChannelFrom(role);
        if (layout.Channels[own].Length(words, offset) < _exploration.Capacity) return true;
        if (!_system.Roles[role].States[layout.LocalState(words, offset, role)].Moves.Any(move => move.Sends.Count > 0)) return true;

        var other = 1 - role;
        var room = _exploration.Capacity - layout.Channels[ChannelFrom(other)].Length(words, offset);
        var letter = layout.Alphabets[own].LetterOf(ChannelOperations.LetterAt(layout.Channels[own], words, offset, 0));
        return FewestSends(other, layout.LocalState(words, offset, other), letter) <= room;
    }

    private int ChannelFrom(int role) => _system.Channels[0].Sender == role ? 0 : 1;

    private int FewestSends(int role, int start, int letter)
    {
        if (_fewestSends.TryGetValue((role, start, letter), out var fewest)) return fewest;
        var states = _system.Roles[role].States;
        var distance = new Dictionary<int, int> { [start] = 0 };
        var waiting = new Queue<int>(distance.Keys);
        fewest = int.MaxValue;
        while (waiting.Count > 0 && fewest == int.MaxValue)
        {
            var state = waiting.Dequeue();
            foreach (var move in states[state].Moves)
            {
                if (move.Sends.Count == 0 && move.Letter == letter) fewest = distance[state];
                if (move.Sends.Count == 0 || distance.ContainsKey(move.Target)) continue;
                distance[move.Target] = distance[state] + 1;
                waiting.Enqueue(move.Target);
            }
        }

        return _fewestSends[(role, start, letter)] = fewest;
    }
}
