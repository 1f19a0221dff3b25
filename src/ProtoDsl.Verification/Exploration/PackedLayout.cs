using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Exploration;

/// <summary>A configuration as machine words: the local state of each role and the content of each channel.</summary>
internal sealed class PackedLayout
{
    private readonly SessionSystem _system;

    public PackedLayout(SessionSystem system, int capacity, bool accelerate)
    {
        _system = system;
        Alphabets = system.Channels.Select((_, channel) => new Alphabet(system, channel, accelerate)).ToArray();
        var packer = new BitPacker();
        var roles = system.Roles.Select(role => packer.Request(Bits.Width(role.States.Count))).ToArray();
        var hasQueues = system.Kind != ChannelKind.Rendezvous;
        var plans = hasQueues ? Alphabets.Select(alphabet => new ChannelPlan(packer, alphabet, system.Kind, capacity)).ToArray() : [];
        (var fields, Words) = packer.Pack();
        Roles = roles.Select(request => fields[request]).ToArray();
        Channels = plans.Select(plan => plan.Place(fields)).ToArray();
        LengthMasks = new ulong[Words];
        foreach (var channel in Channels) LengthMasks[channel.Word] |= channel.LengthMask << channel.Shift;
    }

    /// <summary>Words of a configuration.</summary>
    public int Words { get; }

    /// <summary>Where each role's local state stands.</summary>
    public BitField[] Roles { get; }

    /// <summary>One for each channel of the system; none over rendezvous.</summary>
    public PackedChannel[] Channels { get; }

    /// <summary>The codes of each channel's letters.</summary>
    public Alphabet[] Alphabets { get; }

    /// <summary>For each word, the bits that are zero when all channels are empty.</summary>
    public ulong[] LengthMasks { get; }

    /// <summary>The configuration in which a session starts.</summary>
    public ulong[] Start()
    {
        var words = new ulong[Words];
        for (var role = 0; role < Roles.Length; role++) words[Roles[role].Word] |= (ulong)_system.Roles[role].Start << Roles[role].Shift;
        return words;
    }

    /// <summary>The local state of a role.</summary>
    public int LocalState(ulong[] words, int offset, int role) => (int)((words[offset + Roles[role].Word] >> Roles[role].Shift) & Roles[role].Mask);

    /// <summary>True when no channel holds a message.</summary>
    public bool AreChannelsEmpty(ulong[] words, int offset)
    {
        for (var i = 0; i < LengthMasks.Length; i++)
        {
            if ((words[offset + i] & LengthMasks[i]) != 0) return false;
        }

        return true;
    }

    /// <summary>The words for people. A bag lists its letters in the order of their indices.</summary>
    public Configuration Unpack(ulong[] words, int offset)
    {
        var queues = new List<int>[_system.Channels.Count];
        for (var channel = 0; channel < queues.Length; channel++)
        {
            queues[channel] = [];
            if (channel >= Channels.Length) continue;
            foreach (var code in Codes(Channels[channel], words, offset)) queues[channel].Add(Alphabets[channel].LetterOf(code));
        }

        return new Configuration(Roles.Select((_, role) => LocalState(words, offset, role)).ToArray(), queues);
    }

    private static IEnumerable<int> Codes(PackedChannel channel, ulong[] words, int offset)
    {
        if (channel.Form != ChannelForm.Bag)
            return Enumerable.Range(0, channel.Length(words, offset)).Select(position => ChannelOperations.LetterAt(channel, words, offset, position));
        return Enumerable.Range(0, channel.Segments.Length)
            .SelectMany(code => Enumerable.Repeat(code, ChannelOperations.CountOf(channel, words, offset, code)));
    }

    /// <summary>The fields that one channel asks for.</summary>
    private sealed class ChannelPlan
    {
        private readonly ChannelForm _form;
        private readonly int _capacity;
        private readonly int _letterBits;
        private readonly int _lengthBits;
        private readonly int _length;
        private readonly List<(int Request, int Slots)> _segments = [];

        public ChannelPlan(BitPacker packer, Alphabet alphabet, ChannelKind kind, int capacity)
        {
            _capacity = capacity;
            _lengthBits = Bits.Width(capacity + 1);
            _letterBits = Bits.Width(alphabet.Count);
            _form = kind == ChannelKind.Bag ? ChannelForm.Bag : _lengthBits + capacity * _letterBits <= 64 ? ChannelForm.Narrow : ChannelForm.Wide;
            _length = packer.Request(_form == ChannelForm.Narrow ? _lengthBits + capacity * _letterBits : _lengthBits);
            if (_form == ChannelForm.Bag)
            {
                for (var code = 0; code < alphabet.Count; code++) _segments.Add((packer.Request(_lengthBits), 1));
            }
            else if (_form == ChannelForm.Wide)
            {
                for (var left = capacity; left > 0;)
                {
                    var slots = Math.Min(left, 64 / _letterBits);
                    _segments.Add((packer.Request(slots * _letterBits), slots));
                    left -= slots;
                }
            }
        }

        public PackedChannel Place(BitField[] fields) => new(
            _form,
            fields[_length] with { Width = _lengthBits },
            _capacity,
            _letterBits,
            _segments.Select(segment => new Segment(fields[segment.Request].Word, fields[segment.Request].Shift, segment.Slots)).ToArray());
    }
}
