using static ProtoDsl.Benchmarks.Walks.Step;

namespace ProtoDsl.Benchmarks.Walks;

/// <summary>The two sequences of events that every machine is led along; both begin and end in CLOSED.</summary>
public static class Walk
{
    private static readonly Step[][] s_lives =
    [
        [Connect, SynAck, Send, Data, Send, Send, Data, Close, AckFin, Data, Fin, Expire],
        [Listen, Syn, AckSyn, Data, Send, Data, Fin, Send, Close, AckFin],
        [Connect, Syn, SynAck, Send, Data, Close, Fin, AckFin, Expire],
        [Listen, Syn, AckSyn, Data, Data, Data, Send, Rst],
        [Connect, SynAck, Send, Send, Send, Abort],
        [Listen, Close],
        [Connect, Rst],
    ];

    /// <summary>1,006 events: whole connections one after the other, opened and closed in each way that there is. A branch predictor learns it.</summary>
    public static Step[] Whole { get; } = BuildWhole(1006);

    /// <summary>About 1,006 events drawn with a fixed seed from those that are legal. No branch predictor learns it.</summary>
    public static Step[] Random { get; } = BuildRandom(1006, seed: 793);

    private static Step[] BuildWhole(int length)
    {
        var steps = new List<Step>(length);
        for (var life = 0; steps.Count < length - 14; life++)
        {
            steps.AddRange(s_lives[life % s_lives.Length]);
        }

        // The rest in pairs that lead from CLOSED to CLOSED.
        while (steps.Count < length)
        {
            steps.AddRange(length - steps.Count == 3 ? [Listen, Connect, Close] : [Connect, Close]);
        }

        return [.. steps];
    }

    private static Step[] BuildRandom(int length, int seed)
    {
        var random = new Random(seed);
        var steps = new List<Step>(length);
        var state = TcpState.Closed;
        while (steps.Count < length || state != TcpState.Closed)
        {
            var step = (Step)random.Next(TcpRelation.Steps);
            var next = TcpRelation.After(state, step);
            if (next != TcpRelation.Illegal)
            {
                steps.Add(step);
                state = (TcpState)next;
            }
        }

        return [.. steps];
    }
}
