using System.Threading;

namespace ProtoDsl.Verification.Exploration;

/// <summary>The steps of a finished exploration, backwards.</summary>
internal sealed class Backward
{
    private readonly int[] _starts;
    private readonly int[] _sources;
    private readonly CancellationToken _cancellation;

    public Backward(EdgeList edges, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _starts = new int[edges.Sources + 1];
        for (var i = 0; i < edges.Count; i++) _starts[edges.Target(i)]++;
        for (int i = 0, sum = 0; i < _starts.Length; i++) _starts[i] = sum += _starts[i];
        _sources = new int[edges.Count];
        for (var source = edges.Sources - 1; source >= 0; source--)
        {
            Look(source);
            var (start, end) = edges.Range(source);
            for (var i = end - 1; i >= start; i--) _sources[--_starts[edges.Target(i)]] = source;
        }
    }

    /// <summary>All configurations from which one of <paramref name="goals"/> can be reached; the set is extended in place.</summary>
    public void Extend(BitList goals)
    {
        var count = _starts.Length - 1;
        var waiting = new int[count];
        var top = 0;
        for (var i = 0; i < count; i++)
        {
            if (goals[i]) waiting[top++] = i;
        }

        for (var looked = 0; top > 0; looked++)
        {
            Look(looked);
            var goal = waiting[--top];
            for (var i = _starts[goal]; i < _starts[goal + 1]; i++)
            {
                if (goals[_sources[i]]) continue;
                goals.Set(_sources[i]);
                waiting[top++] = _sources[i];
            }
        }
    }

    private void Look(int step)
    {
        if ((step & 0xFFFF) == 0) _cancellation.ThrowIfCancellationRequested();
    }
}
