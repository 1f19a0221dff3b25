using System.Collections.Generic;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Exploration;

/// <summary>The letters that one channel can carry, as small codes. Where sending loops are accelerated, a letter that a loop sends has a
/// second code, which stands for one or more copies.</summary>
internal sealed class Alphabet
{
    private readonly Dictionary<int, int> _codes = [];
    private readonly Dictionary<int, int> _repeatedCodes = [];
    private readonly List<int> _letters = [];

    public Alphabet(SessionSystem system, int channel, bool accelerate)
    {
        var senders = system.Roles[system.Channels[channel].Sender].States;
        var sent = new SortedSet<int>();
        var repeated = new SortedSet<int>();
        for (var state = 0; state < senders.Count; state++)
        {
            foreach (var move in senders[state].Moves)
            {
                for (var i = 0; i < move.Sends.Count; i++)
                {
                    if (move.Sends[i].Channel != channel) continue;
                    sent.Add(move.Sends[i].Letter);
                    if (accelerate && IsSendingLoop(state, move)) repeated.Add(move.Sends[i].Letter);
                }
            }
        }

        foreach (var letter in sent) _codes.Add(letter, Add(letter));
        Once = Count;
        foreach (var letter in repeated) _repeatedCodes.Add(letter, Add(letter));
    }

    /// <summary>Number of codes.</summary>
    public int Count => _letters.Count;

    /// <summary>Codes below this one stand for one message, the others for one or more.</summary>
    public int Once { get; }

    /// <summary>True for a move that does nothing but send one message, as often as it likes.</summary>
    public static bool IsSendingLoop(int state, Move move) =>
        move.Target == state && move.Sends.Count == 1 && move.Kind is MoveKind.Call or MoveKind.Timer;

    /// <summary>The letter, as an index into the system's, that a code stands for.</summary>
    public int LetterOf(int code) => _letters[code];

    /// <summary>The code of one message.</summary>
    public int CodeOf(int letter) => _codes[letter];

    /// <summary>The code of one or more copies; the code of one where no loop sends it.</summary>
    public int RepeatedCodeOf(int letter) => _repeatedCodes.TryGetValue(letter, out var code) ? code : _codes[letter];

    private int Add(int letter)
    {
        _letters.Add(letter);
        return _letters.Count - 1;
    }
}
