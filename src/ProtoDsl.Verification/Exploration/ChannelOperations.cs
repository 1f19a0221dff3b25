using System.Runtime.CompilerServices;

namespace ProtoDsl.Verification.Exploration;

/// <summary>Reading, removing and appending letters in packed channels. Nothing here tests for room or emptiness.</summary>
internal static class ChannelOperations
{
    /// <summary>The code at a position; the oldest is 0. Not for bags.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LetterAt(in PackedChannel channel, ulong[] words, int offset, int position) => channel.Form == ChannelForm.Narrow
        ? (int)((words[offset + channel.Word] >> channel.ContentShift >> (position * channel.LetterBits)) & channel.LetterMask)
        : WideLetterAt(channel, words, offset, position);

    private static int WideLetterAt(in PackedChannel channel, ulong[] words, int offset, int position)
    {
        var (segment, slot) = Find(channel, position);
        return (int)((words[offset + segment.Word] >> segment.Shift >> (slot * channel.LetterBits)) & channel.LetterMask);
    }

    /// <summary>How often a bag holds a code.</summary>
    public static int CountOf(in PackedChannel channel, ulong[] words, int offset, int code)
    {
        var segment = channel.Segments[code];
        return (int)((words[offset + segment.Word] >> segment.Shift) & channel.LengthMask);
    }

    /// <summary>Takes the letter at a position out; for a bag, the position is the code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Remove(in PackedChannel channel, ulong[] words, int offset, int position)
    {
        if (channel.Form == ChannelForm.Narrow)
        {
            ref var word = ref words[offset + channel.Word];
            var content = (word >> channel.ContentShift) & channel.ContentMask;
            var shortened = position == 0 ? content >> channel.LetterBits : Without(content, position * channel.LetterBits, channel.LetterBits);
            word = (word ^ ((content ^ shortened) << channel.ContentShift)) - (1UL << channel.Shift);
        }
        else
        {
            RemoveElsewhere(channel, words, offset, position);
        }
    }

    /// <summary>Adds a letter, as the youngest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Append(in PackedChannel channel, ulong[] words, int offset, int code)
    {
        if (channel.Form == ChannelForm.Narrow)
        {
            ref var word = ref words[offset + channel.Word];
            var length = (int)((word >> channel.Shift) & channel.LengthMask);
            word = (word | ((ulong)code << (length * channel.LetterBits) << channel.ContentShift)) + (1UL << channel.Shift);
        }
        else
        {
            AppendElsewhere(channel, words, offset, code);
        }
    }

    private static void RemoveElsewhere(in PackedChannel channel, ulong[] words, int offset, int position)
    {
        if (channel.Form == ChannelForm.Wide) RemoveWide(channel, words, offset, position);
        else words[offset + channel.Segments[position].Word] -= 1UL << channel.Segments[position].Shift;
        words[offset + channel.Word] -= 1UL << channel.Shift;
    }

    private static void AppendElsewhere(in PackedChannel channel, ulong[] words, int offset, int code)
    {
        if (channel.Form == ChannelForm.Wide)
        {
            var (segment, slot) = Find(channel, channel.Length(words, offset));
            words[offset + segment.Word] |= (ulong)code << (slot * channel.LetterBits) << segment.Shift;
        }
        else
        {
            words[offset + channel.Segments[code].Word] += 1UL << channel.Segments[code].Shift;
        }

        words[offset + channel.Word] += 1UL << channel.Shift;
    }

    private static void RemoveWide(in PackedChannel channel, ulong[] words, int offset, int position)
    {
        var (_, slot) = Find(channel, position);
        for (var i = position / channel.Segments[0].Slots; i < channel.Segments.Length; i++)
        {
            var segment = channel.Segments[i];
            var mask = Bits.Mask(segment.Slots * channel.LetterBits);
            var content = (words[offset + segment.Word] >> segment.Shift) & mask;
            var shortened = Without(content, slot * channel.LetterBits, channel.LetterBits);
            if (i + 1 < channel.Segments.Length)
            {
                // The oldest letter of the next word moves up to the last slot of this one.
                var next = channel.Segments[i + 1];
                shortened |= ((words[offset + next.Word] >> next.Shift) & channel.LetterMask) << ((segment.Slots - 1) * channel.LetterBits);
            }

            words[offset + segment.Word] ^= (content ^ shortened) << segment.Shift;
            slot = 0;
        }
    }

    /// <summary>Content without the field at a bit: what is above it moves down.</summary>
    private static ulong Without(ulong content, int bit, int width)
    {
        var below = content & ((1UL << bit) - 1);
        var above = bit + width >= 64 ? 0 : content >> (bit + width) << bit;
        return below | above;
    }

    /// <summary>All segments of a wide channel but the last have as many slots as the first.</summary>
    private static (Segment Segment, int Slot) Find(in PackedChannel channel, int position)
    {
        var slots = channel.Segments[0].Slots;
        return (channel.Segments[position / slots], position % slots);
    }
}
