using System;

namespace ProtoDsl.Verification.Exploration;

/// <summary>One bit for each configuration.</summary>
internal sealed class BitList
{
    private ulong[] _words = new ulong[16];

    public bool this[int index] => index >> 6 < _words.Length && (_words[index >> 6] >> index & 1) != 0;

    public void Set(int index)
    {
        if (index >> 6 >= _words.Length) Array.Resize(ref _words, Math.Max(2 * _words.Length, (index >> 6) + 1));
        _words[index >> 6] |= 1UL << index;
    }
}
