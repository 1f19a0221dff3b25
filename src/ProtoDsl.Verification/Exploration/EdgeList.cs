using System;

namespace ProtoDsl.Verification.Exploration;

/// <summary>The steps between configurations: for each, in order, the configurations that follow.</summary>
internal sealed class EdgeList
{
    private int[] _ends = new int[256];
    private int[] _targets = new int[1024];

    /// <summary>Configurations whose steps are all here.</summary>
    public int Sources { get; private set; }

    /// <summary>Number of steps.</summary>
    public int Count { get; private set; }

    /// <summary>Notes a step of the configuration that is open.</summary>
    public void Add(int target)
    {
        if (Count == _targets.Length) Array.Resize(ref _targets, 2 * Count);
        _targets[Count++] = target;
    }

    /// <summary>Closes all configurations before this one.</summary>
    public void CloseBefore(int source)
    {
        if (source > _ends.Length) Array.Resize(ref _ends, Math.Max(source, 2 * _ends.Length));
        while (Sources < source) _ends[Sources++] = Count;
    }

    /// <summary>Where the targets of a configuration start, and where they end.</summary>
    public (int Start, int End) Range(int source) => (source == 0 ? 0 : _ends[source - 1], _ends[source]);

    /// <summary>The configuration that a step leads to.</summary>
    public int Target(int edge) => _targets[edge];
}
