using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Tests.Oracles;

/// <summary>Looks for a run of the table's machine that does what Linux did: the same states, and the same segments on the wire. What the
/// user calls, when timers elapse, how guards turn out and when a segment arrives after it was sent is free; everything else is the table.</summary>
internal sealed class KernelReplay(CellWalk walk, KernelTrace trace)
{
    private const int MaximumUnsent = 4;

    private readonly int[] _own = [.. Enumerable.Range(0, trace.Segments.Count).Where(i => trace.Segments[i].Sender == trace.Side)];
    private readonly int[] _peers = [.. Enumerable.Range(0, trace.Segments.Count).Where(i => trace.Segments[i].Sender != trace.Side)];
    private readonly Queue<Configuration> _open = new();
    private readonly HashSet<Configuration> _seen = [];

    /// <summary>Null when the table explains all of it; else the first step or segment that it does not.</summary>
    internal string? FirstUnexplained()
    {
        var furthest = new Configuration(0, 0, 0, "");
        Visit(furthest);
        while (_open.TryDequeue(out var configuration))
        {
            if (configuration.Progress.CompareTo(furthest.Progress) > 0)
            {
                furthest = configuration;
            }

            if (IsComplete(configuration))
            {
                return null;
            }

            Send(configuration);
            Receive(configuration);
            Act(configuration);
        }

        return furthest.Step < trace.Path.Count - 1
            ? $"{trace.Path[furthest.Step]}>{trace.Path[furthest.Step + 1]}"
            : trace.Segments[_own[furthest.Sent]].ToString();
    }

    private bool IsComplete(Configuration at) =>
        at.Step == trace.Path.Count - 1 && at.Sent == _own.Length && Messages(at.Unsent).All(message => message == "ACK");

    // The next segment of this side goes onto the wire: it shows what the machine sent, repeats an earlier one, or acknowledges data.
    private void Send(Configuration at)
    {
        if (at.Sent == _own.Length)
        {
            return;
        }

        var segment = trace.Segments[_own[at.Sent]];
        var sent = at with { Sent = at.Sent + 1 };
        if (trace.IsShared || segment.Flags == "ACK" || IsRepeated(_own, at.Sent))
        {
            Visit(sent);
        }

        var unsent = Messages(at.Unsent);
        var shown = unsent.FindIndex(message => message == segment.Message);
        if (shown >= 0 && unsent.Take(shown).All(message => message == "ACK"))
        {
            Visit(sent with { Unsent = string.Join(' ', unsent.Skip(shown + 1)) });
        }
    }

    // The next segment of the peer arrives, at any time after what this side had sent before it.
    private void Receive(Configuration at)
    {
        if (at.Received == _peers.Length)
        {
            return;
        }

        var segment = trace.Segments[_peers[at.Received]];
        var received = at with { Received = at.Received + 1 };
        if (trace.IsShared || segment.IsDropped || IsRepeated(_peers, at.Received))
        {
            Visit(received);
        }

        if (segment.IsDropped || (at.Sent < _own.Length && _own[at.Sent] < _peers[at.Received]))
        {
            return;
        }

        foreach (var meaning in segment.Meanings().Where(meaning => CanBeMeant(meaning, at)))
        {
            IEnumerable<Configuration> reached = [received];
            foreach (var message in meaning)
            {
                var (name, tags) = message.Split('(', ')') is [var bare, var tag, ""] ? (bare, new[] { tag }) : (message, []);
                reached = reached.SelectMany(configuration => Take(configuration, walk.Event(name), tags)).ToList();
            }

            foreach (var configuration in reached)
            {
                Visit(configuration);
            }
        }
    }

    // Only a SYN or a FIN that this side has put on the wire can be acknowledged.
    private bool CanBeMeant(string[] meaning, Configuration at) => meaning switch
    {
        ["?ACK(SYN)", ..] => _own.Take(at.Sent).Any(i => trace.Segments[i].Message is "SYN" or "SYN_ACK"),
        ["?ACK(FIN)", ..] => _own.Take(at.Sent).Any(i => trace.Segments[i].Message == "FIN"),
        _ => true,
    };

    // The user calls, or a timer elapses.
    private void Act(Configuration at)
    {
        for (var @event = 0; @event < walk.Machine.Events.Count; @event++)
        {
            if (walk.Machine.Events[@event].Kind != EventKind.Receive)
            {
                foreach (var configuration in Take(at, @event, []))
                {
                    Visit(configuration);
                }
            }
        }
    }

    private IEnumerable<Configuration> Take(Configuration at, int @event, string[] tags)
    {
        var state = walk.State(Rfc9293Mapping.TableState(trace.Path[at.Step]));
        var guards = walk.GuardsOf(state, @event);
        for (var bits = 0; bits < 1 << guards.Count; bits++)
        {
            var chosen = bits;
            var step = walk.Take(state, @event, tags, guard => (chosen >> guards.ToList().IndexOf(guard) & 1) == 1);
            if (step is null || step.Row.Kind == RowKind.Forbid)
            {
                continue;
            }

            var isMove = step.Target != state;
            if (isMove && (at.Step == trace.Path.Count - 1 || walk.State(Rfc9293Mapping.TableState(trace.Path[at.Step + 1])) != step.Target))
            {
                continue;
            }

            var unsent = Messages(at.Unsent).Concat(step.Sent.Select(message => message.Split('(')[0])).ToList();
            if (unsent.Count <= MaximumUnsent)
            {
                yield return at with { Step = at.Step + (isMove ? 1 : 0), Unsent = string.Join(' ', unsent) };
            }
        }
    }

    private bool IsRepeated(int[] positions, int index) =>
        positions.Take(index).Any(earlier => trace.Segments[earlier].Flags == trace.Segments[positions[index]].Flags);

    private void Visit(Configuration configuration)
    {
        if (_seen.Add(configuration))
        {
            _open.Enqueue(configuration);
        }
    }

    private static List<string> Messages(string unsent) => [.. unsent.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>How far a run has come: along the path, along this side's segments, along the peer's, and what the machine has sent that is not on the wire yet.</summary>
    private sealed record Configuration(int Step, int Sent, int Received, string Unsent)
    {
        internal (int, int) Progress => (Step, Sent);
    }
}
