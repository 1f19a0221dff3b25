namespace ProtoDsl.Verification.Exploration;

/// <summary>How a channel's content is laid out.</summary>
internal enum ChannelForm
{
    /// <summary>Length and letters in one field of one word.</summary>
    Narrow,

    /// <summary>The length by itself, the letters in slots over several words.</summary>
    Wide,

    /// <summary>The length by itself, and a count for each letter.</summary>
    Bag,
}

/// <summary>Letters that stand in one word: the slots of a wide channel, or one count of a bag.</summary>
internal readonly struct Segment(int word, int shift, int slots)
{
    public readonly int Word = word;
    public readonly int Shift = shift;
    public readonly int Slots = slots;
}

/// <summary>One channel inside the words of a configuration. Letters are codes in the alphabet of the channel; the oldest is lowest.
/// What lies beyond the length is zero, so that equal contents are equal words.</summary>
internal readonly struct PackedChannel(ChannelForm form, BitField length, int capacity, int letterBits, Segment[] segments)
{
    public readonly ChannelForm Form = form;
    public readonly int Capacity = capacity;
    public readonly int LetterBits = letterBits;
    public readonly ulong LetterMask = Bits.Mask(letterBits);
    public readonly int Word = length.Word;
    public readonly int Shift = length.Shift;
    public readonly int LengthBits = length.Width;
    public readonly ulong LengthMask = length.Mask;

    /// <summary>Narrow: where the oldest letter stands.</summary>
    public readonly int ContentShift = length.Shift + length.Width;

    /// <summary>Narrow: the letters' bits, not shifted.</summary>
    public readonly ulong ContentMask = form == ChannelForm.Narrow ? Bits.Mask(capacity * letterBits) : 0;

    /// <summary>Wide: the letters; bag: one count for each code.</summary>
    public readonly Segment[] Segments = segments;

    /// <summary>How many messages it holds.</summary>
    public int Length(ulong[] words, int offset) => (int)((words[offset + Word] >> Shift) & LengthMask);
}
