using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Verification.Exploration;

/// <summary>Where a value stands in the words of a configuration.</summary>
internal readonly record struct BitField(int Word, int Shift, int Width)
{
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
        foreach (var request in Enumerable.Range(0, fields.Length).OrderByDescending(i => _widths[i]))
        {
            var width = _widths[request];
            var word = used.FindIndex(bits => bits + width <= 64);
            if (word < 0)
            {
                word = used.Count;
                used.Add(0);
            }

            // A field without bits may find its word full; any place will do, and a shift by 64 would not be zero.
            fields[request] = new BitField(word, width == 0 ? 0 : used[word], width);
            used[word] += width;
        }

        return (fields, used.Count);
    }
}
