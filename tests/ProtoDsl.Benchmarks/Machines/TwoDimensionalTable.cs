using System.Runtime.CompilerServices;
using ProtoDsl.Benchmarks.Walks;

namespace ProtoDsl.Benchmarks.Machines;

/// <summary>The other hand-written form: next state by a look-up in an array.</summary>
public sealed class TwoDimensionalTable
{
    private readonly byte[] _next = TcpRelation.Next;

    public TcpState State { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TcpState Fire(Step step)
    {
        var next = _next[((int)State * TcpRelation.Steps) + (int)step];
        if (next == TcpRelation.Illegal)
        {
            Throw(step);
        }

        return State = (TcpState)next;
    }

    private void Throw(Step step) => throw new InvalidOperationException($"{step} in {State}");
}
