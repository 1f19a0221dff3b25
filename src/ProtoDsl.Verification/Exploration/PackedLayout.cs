using System;
using System.Collections.Generic;
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
        Alphabets = new Alphabet[system.Channels.Count];
        for (var channel = 0; channel < Alphabets.Length; channel++) Alphabets[channel] = new Alphabet(system, channel, accelerate);
        var packer = new BitPacker();
        var roles = new int[system.Roles.Count];
        for (var role = 0; role < roles.Length; role++) roles[role] = packer.Request(Bits.Width(system.Roles[role].States.Count));
        var plans = new ChannelPlan[system.Kind == ChannelKind.Rendezvous ? 0 : Alphabets.Length];
        for (var channel = 0; channel < plans.Length; channel++) plans[channel] = new ChannelPlan(packer, Alphabets[channel], system.Kind, capacity);

        (var fields, Words) = packer.Pack();
        Roles = new BitField[roles.Length];
        for (var role = 0; role < roles.Length; role++) Roles[role] = fields[roles[role]];
        Channels = new PackedChannel[plans.Length];
        for (var channel = 0; channel < plans.Length; channel++) Channels[channel] = plans[channel].Place(fields);
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
            if (channel < Channels.Length) AddLetters(queues[channel], channel, words, offset);
        }

        var locals = new int[Roles.Length];
        for (var role = 0; role < locals.Length; role++) locals[role] = LocalState(words, offset, role);
        return new Configuration(locals, queues);
    }

    private void AddLetters(List<int> letters, int index, ulong[] words, int offset)
    {
        var channel = Channels[index];
        var alphabet = Alphabets[index];
        if (channel.Form != ChannelForm.Bag)
        {
            var length = channel.Length(words, offset);
            for (var position = 0; position < length; position++)
                letters.Add(alphabet.LetterOf(ChannelOperations.LetterAt(channel, words, offset, position)));
            return;
        }

        for (var code = 0; code < channel.Segments.Length; code++)
        {
            for (var left = ChannelOperations.CountOf(channel, words, offset, code); left > 0; left--) letters.Add(alphabet.LetterOf(code));
        }
    }

    /// <summary>The fields that one channel asks for.</summary>
    private sealed class ChannelPlan
    {
        private readonly ChannelForm _form;
        private readonly int _capacity;
        private readonly int _letterBits;
        private readonly int _lengthBits;
        private readonly int _length;
        private readonly List<int> _requests = [];
        private readonly List<int> _slots = [];

        public ChannelPlan(BitPacker packer, Alphabet alphabet, ChannelKind kind, int capacity)
        {
            _capacity = capacity;
            _lengthBits = Bits.Width(capacity + 1);
            _letterBits = Bits.Width(alphabet.Count);
            _form = kind == ChannelKind.Bag ? ChannelForm.Bag : _lengthBits + capacity * _letterBits <= 64 ? ChannelForm.Narrow : ChannelForm.Wide;
            _length = packer.Request(_form == ChannelForm.Narrow ? _lengthBits + capacity * _letterBits : _lengthBits);
            if (_form == ChannelForm.Bag)
            {
                for (var code = 0; code < alphabet.Count; code++) AddSegment(packer, _lengthBits, 1);
            }
            else if (_form == ChannelForm.Wide)
            {
                for (var left = capacity; left > 0;)
                {
                    var slots = Math.Min(left, 64 / _letterBits);
                    AddSegment(packer, slots * _letterBits, slots);
                    left -= slots;
                }
            }
        }

        public PackedChannel Place(BitField[] fields)
        {
            var segments = new Segment[_requests.Count];
            for (var i = 0; i < segments.Length; i++)
            {
                var field = fields[_requests[i]];
                segments[i] = new Segment(field.Word, field.Shift, _slots[i]);
            }

            var length = fields[_length];
            return new PackedChannel(_form, new BitField(length.Word, length.Shift, _lengthBits), _capacity, _letterBits, segments);
        }

        private void AddSegment(BitPacker packer, int width, int slots)
        {
            _requests.Add(packer.Request(width));
            _slots.Add(slots);
        }
    }
}
