using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace ProtoDsl.Verification.Exploration;

/// <summary>All configurations found, in the order in which they were found, with the one that each was found from; and a hash table by
/// open addressing over them. A slot is 32 bits: the number of a configuration, and above it as many bits of the hash as are left.
/// The step that led to a configuration is not kept: whoever needs it expands the parent again.</summary>
internal sealed class ConfigurationStore(int width, int limit, CancellationToken cancellation)
{
    private const int ChunkBits = 12;
    private const int ChunkSize = 1 << ChunkBits;
    private const int ChunkMask = ChunkSize - 1;
    private const int FirstSlots = 1 << 11;

    private ulong[][] _words = [];
    private int[][] _parents = [];
    private uint[] _slots = new uint[FirstSlots];
    private uint _slotMask = FirstSlots - 1;
    private int _growAt = Growth(FirstSlots);

    // Written and never read: without it the compiler may leave the touching out.
    private ulong _touched;

    /// <summary>The most that can be held: the table behind them doubles, and cannot do so once more.</summary>
    public const int Most = (1 << 30) / 16 * 11 - 1;

    /// <summary>Configurations found.</summary>
    public int Count { get; private set; }

    /// <summary>True once a new configuration was turned away because there were as many as allowed.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Counts as full from now on: there may be more than were found.</summary>
    public void Close() => IsFull = true;

    /// <summary>What is allocated.</summary>
    public long Bytes => 4L * _slots.Length + (long)AllocatedChunks * ChunkSize * (8 * width + 4);

    private int AllocatedChunks => (Count + ChunkMask) >> ChunkBits;

    /// <summary>Where the words of a configuration stand in <paramref name="offset"/> of the array.</summary>
    public ulong[] Locate(int index, out int offset)
    {
        offset = (index & ChunkMask) * width;
        return _words[index >> ChunkBits];
    }

    /// <summary>The configuration from which this one was found; -1 for the start.</summary>
    public int Parent(int index) => _parents[index >> ChunkBits][index & ChunkMask];

    /// <summary>Adds what is new of a buffer, notes where everything is, and empties the buffer.</summary>
    [MethodImpl(Jit.Hot)]
    public void AddAll(SuccessorBuffer buffer)
    {
        var hashes = buffer.Hashes;
        // First all hashes and slots, then all configurations behind the slots: the accesses of one round do not wait for each other, and
        // what follows finds its memory in the cache.
        uint touched = 0;
        for (var i = 0; i < buffer.Count; i++)
        {
            var hash = Hash(buffer.Words, i * width, width);
            hashes[2 * i] = (uint)hash;
            hashes[2 * i + 1] = (uint)(hash >> 32);
            touched |= _slots[(uint)hash & _slotMask];
        }

        _touched = touched;
        for (var i = 0; i < buffer.Count; i++)
            buffer.Children[i] = Add(buffer.Words, i * width, buffer.Parents[i], hashes[2 * i], hashes[2 * i + 1]);
    }

    [MethodImpl(Jit.Hot)]
    private int Add(ulong[] words, int offset, int parent, uint low, uint high)
    {
        var tag = high & ~_slotMask;
        for (var slot = low & _slotMask; ; slot = (slot + 1) & _slotMask)
        {
            var entry = _slots[slot];
            if (entry == 0) return Append(words, offset, parent, tag, slot);
            if ((entry & ~_slotMask) != tag) continue;
            var index = (int)(entry & _slotMask) - 1;
            if (AreEqual(index, words, offset)) return index;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool AreEqual(int index, ulong[] words, int offset)
    {
        var known = _words[index >> ChunkBits];
        var start = (index & ChunkMask) * width;
        for (var i = 0; i < width; i++)
        {
            if (known[start + i] != words[offset + i]) return false;
        }

        return true;
    }

    [MethodImpl(Jit.Hot)]
    private int Append(ulong[] words, int offset, int parent, uint tag, uint slot)
    {
        if (Count == limit)
        {
            IsFull = true;
            return -1;
        }

        var index = Count;
        if ((index & ChunkMask) == 0) AddChunk(index >> ChunkBits);
        var chunk = _words[index >> ChunkBits];
        var start = (index & ChunkMask) * width;
        for (var i = 0; i < width; i++) chunk[start + i] = words[offset + i];
        _parents[index >> ChunkBits][index & ChunkMask] = parent;
        _slots[slot] = tag | (uint)(index + 1);
        Count = index + 1;
        if (Count == _growAt) Grow();
        return index;
    }

    private void AddChunk(int chunk)
    {
        if (chunk == _words.Length)
        {
            Array.Resize(ref _words, Math.Max(4, 2 * chunk));
            Array.Resize(ref _parents, Math.Max(4, 2 * chunk));
        }

        _words[chunk] = new ulong[ChunkSize * width];
        _parents[chunk] = new int[ChunkSize];
    }

    [MethodImpl(Jit.Hot)]
    private void Grow()
    {
        var slots = new uint[2 * _slots.Length];
        var mask = (uint)slots.Length - 1;
        for (var index = 0; index < Count; index++)
        {
            if ((index & ChunkMask) == 0) cancellation.ThrowIfCancellationRequested();
            var hash = Hash(_words[index >> ChunkBits], (index & ChunkMask) * width, width);
            var slot = (uint)hash & mask;
            while (slots[slot] != 0) slot = (slot + 1) & mask;
            slots[slot] = ((uint)(hash >> 32) & ~mask) | (uint)(index + 1);
        }

        _slots = slots;
        _slotMask = mask;
        _growAt = Growth(slots.Length);
    }

    private static int Growth(int slots) => slots / 16 * 11;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ulong[] words, int offset, int width)
    {
        var hash = 0x9E3779B97F4A7C15UL;
        for (var i = 0; i < width; i++)
        {
            hash = (hash ^ words[offset + i]) * 0xFF51AFD7ED558CCDUL;
            hash ^= hash >> 32;
        }

        hash *= 0xC4CEB9FE1A85EC53UL;
        return hash ^ (hash >> 29);
    }
}
