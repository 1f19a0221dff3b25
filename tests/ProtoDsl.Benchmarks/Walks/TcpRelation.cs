using static ProtoDsl.Benchmarks.Walks.Step;
using static ProtoDsl.Benchmarks.Walks.TcpState;

namespace ProtoDsl.Benchmarks.Walks;

/// <summary>The relation of <c>Tables/Walk.transitions</c> typed a second time, as the 2-D table that walks are drawn from.</summary>
public static class TcpRelation
{
    /// <summary>What stands where the step is illegal.</summary>
    public const byte Illegal = 255;

    /// <summary>Number of steps.</summary>
    public const int Steps = 13;

    /// <summary>Number of states.</summary>
    public const int States = 11;

    /// <summary><c>Next[state * Steps + step]</c>.</summary>
    public static readonly byte[] Next = Build();

    /// <summary>The state after a step; <see cref="Illegal"/> where there is none.</summary>
    public static byte After(TcpState state, Step step) => Next[((int)state * Steps) + (int)step];

    private static byte[] Build()
    {
        var next = new byte[States * Steps];
        Array.Fill(next, Illegal);

        void Row(TcpState from, Step step, TcpState to) => next[((int)from * Steps) + (int)step] = (byte)to;

        Row(Closed, Step.Listen, TcpState.Listen);
        Row(Closed, Connect, SynSent);
        Row(TcpState.Listen, Syn, SynRcvd);
        Row(TcpState.Listen, Connect, SynSent);
        Row(TcpState.Listen, Close, Closed);
        Row(SynSent, SynAck, Established);
        Row(SynSent, Syn, SynRcvd);
        Row(SynSent, Rst, Closed);
        Row(SynSent, Close, Closed);
        Row(SynRcvd, AckSyn, Established);
        Row(SynRcvd, SynAck, Established);
        Row(SynRcvd, Rst, TcpState.Listen);
        Row(SynRcvd, Close, FinWait1);
        Row(Established, Send, Established);
        Row(Established, Data, Established);
        Row(Established, Close, FinWait1);
        Row(Established, Fin, CloseWait);
        Row(FinWait1, AckFin, FinWait2);
        Row(FinWait1, Fin, Closing);
        Row(FinWait1, Data, FinWait1);
        Row(FinWait2, Data, FinWait2);
        Row(FinWait2, Fin, TimeWait);
        Row(CloseWait, Send, CloseWait);
        Row(CloseWait, Close, LastAck);
        Row(Closing, AckFin, TimeWait);
        Row(LastAck, AckFin, Closed);
        Row(TimeWait, Expire, Closed);
        foreach (var state in new[] { Established, FinWait1, FinWait2, CloseWait, Closing, LastAck, TimeWait })
        {
            Row(state, Rst, Closed);
            Row(state, Abort, Closed);
        }

        return next;
    }
}
