namespace ProtoDsl.Verification.Exploration;

/// <summary>Successors on their way to the store. They are inserted many at a time, so that the memory accesses of one overlap with
/// those of the next.</summary>
internal sealed class SuccessorBuffer(int width, int room)
{
    /// <summary>The successors, <see cref="Width"/> words each.</summary>
    public readonly ulong[] Words = new ulong[width * room];

    /// <summary>The configuration that each comes from.</summary>
    public readonly int[] Parents = new int[room];

    /// <summary>The step that leads to each; its meaning is the expander's.</summary>
    public readonly long[] Steps = new long[room];

    /// <summary>Where the store put each; -1 where it had no room.</summary>
    public readonly int[] Children = new int[room];

    /// <summary>Two for each: low and high half of its hash, while the store looks for it.</summary>
    public readonly uint[] Hashes = new uint[2 * room];

    /// <summary>Words of a configuration.</summary>
    public readonly int Width = width;

    /// <summary>How many there are.</summary>
    public int Count;
}
