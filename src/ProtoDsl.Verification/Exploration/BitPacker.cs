using System.Collections.Generic;

namespace ProtoDsl.Verification.Exploration;

/// <summary>Where a value stands in the words of a configuration.</summary>
internal readonly struct BitField(int word, int shift, int width)
{
    public readonly int Word = word;
    public readonly int Shift = shift;
    public readonly int Width = width;

    public ulong Mask => Bits.Mask(Width);
}

/// <summary>Puts fields of at most 64 bits into as few words as first-fit by decreasing width finds; no field crosses a word.</summary>
internal sealed class BitPacker
{
    private readonly List<int> _widths = [];

    /// <summary>Asks for a field; the answer is its number in what <see cref="Pack"/> returns.</summary>
    public int Request(int width)
    {
        _widths.Add(width);
        return _widths.Count - 1;
    }

    /// <summary>Places all fields.</summary>
    /// <returns>The fields in the order of the requests, and the number of words, at least one.</returns>
    public (BitField[] Fields, int Words) Pack()
    {
        var fields = new BitField[_widths.Count];
        var used = new List<int> { 0 };
        for (var width = 64; width >= 0; width--)
        {
            for (var request = 0; request < fields.Length; request++)
            {
                if (_widths[request] == width) fields[request] = Place(used, width);
            }
        }

        return (fields, used.Count);
    }

    private static BitField Place(List<int> used, int width)
    {
        var word = 0;
        while (word < used.Count && used[word] + width > 64) word++;
        if (word == used.Count) used.Add(0);

        // A field without bits may find its word full; any place will do, and a shift by 64 would not be zero.
        var field = new BitField(word, width == 0 ? 0 : used[word], width);
        used[word] += width;
        return field;
    }
}
