using System.Collections.Generic;

namespace ProtoDsl.Verification.Systems.Building;

/// <summary>The letters of a session, and which of them each channel can carry; both grow while the roles are built.</summary>
internal sealed class SessionAlphabet(int channels)
{
    private readonly Dictionary<string, int> _indices = [];
    private readonly List<Letter> _letters = [];
    private readonly List<int>[] _carried = CreateLists(channels);
    private readonly Dictionary<string, List<int>> _byMessage = [];

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
    public IReadOnlyList<int> CarriedBy(int channel) => _carried[channel];

    /// <summary>Those of one message.</summary>
    public IReadOnlyList<int> CarriedBy(int channel, string message) => _byMessage.TryGetValue($"{channel} {message}", out var letters) ? letters : [];

    public void Carry(Send send)
    {
        if (!Insert(_carried[send.Channel], send.Letter))
        {
            return;
        }

        Growth++;
        var key = $"{send.Channel} {_letters[send.Letter].Message}";
        if (!_byMessage.TryGetValue(key, out var letters))
        {
            _byMessage.Add(key, letters = []);
        }

        Insert(letters, send.Letter);
    }

    private static bool Insert(List<int> letters, int letter)
    {
        var index = letters.BinarySearch(letter);
        if (index < 0)
        {
            letters.Insert(~index, letter);
        }

        return index < 0;
    }

    private static List<int>[] CreateLists(int count)
    {
        var lists = new List<int>[count];
        for (var i = 0; i < count; i++)
        {
            lists[i] = [];
        }

        return lists;
    }
}
