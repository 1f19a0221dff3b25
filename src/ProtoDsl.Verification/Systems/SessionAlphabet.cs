using System.Collections.Generic;

namespace ProtoDsl.Verification.Systems;

/// <summary>The letters of a session, and which of them each channel can carry; both grow while the roles are built.</summary>
internal sealed class SessionAlphabet(int channels)
{
    private readonly Dictionary<string, int> _indices = [];
    private readonly List<Letter> _letters = [];
    private readonly SortedSet<int>[] _carried = CreateSets(channels);

    public IReadOnlyList<Letter> Letters => _letters;

    /// <summary>Counts what has been added to channels.</summary>
    public int Growth { get; private set; }

    /// <summary>The number of a letter, given when it is first asked for.</summary>
    public int Intern(string message, IReadOnlyList<string> arguments)
    {
        var text = EventText.Of(message, arguments);
        if (!_indices.TryGetValue(text, out var index))
        {
            index = _letters.Count;
            _indices.Add(text, index);
            _letters.Add(new Letter(message, text) { Arguments = arguments });
        }

        return index;
    }

    /// <summary>The letters that some move sends through a channel, ascending.</summary>
    public IReadOnlyCollection<int> CarriedBy(int channel) => _carried[channel];

    public void Carry(Send send)
    {
        if (_carried[send.Channel].Add(send.Letter))
        {
            Growth++;
        }
    }

    private static SortedSet<int>[] CreateSets(int count)
    {
        var sets = new SortedSet<int>[count];
        for (var i = 0; i < count; i++)
        {
            sets[i] = [];
        }

        return sets;
    }
}
