using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Tests.Generated;

/// <summary>A role of single actions without mixed states, made from a seed, and its mirror; both greet the other before they listen, so
/// that both send at once. Loops that only send make channels grow; some seeds then change one move.</summary>
internal sealed class RandomConversation
{
    private const int Greeting = 0;
    private const int Letters = 3;

    private readonly Random _random;
    private readonly List<List<(bool Sends, int Letter, int Target)>> _states = [];

    private RandomConversation(int seed) => _random = new Random(seed);

    /// <summary>The system of a seed; always the same.</summary>
    public static SessionSystem Of(int seed) => new RandomConversation(seed).Make();

    private SessionSystem Make()
    {
        var count = 1 + _random.Next(4);
        for (var state = 0; state < count; state++)
        {
            var sends = _random.Next(2) == 0;
            var letters = Enumerable.Range(1, Letters - 1).OrderBy(_ => _random.Next()).Take(_random.Next(3));
            _states.Add([.. letters.Select(letter => (sends, letter, _random.Next(count)))]);
        }

        var first = Greet(_states);
        var second = Greet([.. _states.Select(moves => moves.Select(move => (!move.Sends, move.Letter, move.Target)).ToList())]);
        if (_random.Next(3) == 0 && second[_random.Next(second.Count)] is { Count: > 0 } spoilt)
        {
            spoilt[0] = (spoilt[0].Sends, _random.Next(Letters), _random.Next(second.Count));
        }

        return new SessionSystem
        {
            Name = "Made", Kind = ChannelKind.Fifo, Channels = [new SystemChannel(0, 1), new SystemChannel(1, 0)], Capacity = 1 + _random.Next(3),
            Letters = [.. Enumerable.Range(0, Letters).Select(letter => new Letter("L" + letter, "L" + letter))],
            Roles = [Role(0, first), Role(1, second)],
        };
    }

    // Two states before the others: greet, then hear the other's greeting.
    private static List<List<(bool Sends, int Letter, int Target)>> Greet(List<List<(bool Sends, int Letter, int Target)>> states) =>
    [
        [(true, Greeting, 1)],
        [(false, Greeting, 2)],
        .. states.Select(moves => moves.Select(move => (move.Sends, move.Letter, move.Target + 2)).ToList()),
    ];

    private static RoleAutomaton Role(int role, List<List<(bool Sends, int Letter, int Target)>> states) => new()
    {
        Name = "r" + role, Start = 0, States = [.. states.Select((moves, state) => Local(role, state, moves))],
        Machine = new Machine
        {
            Name = "P" + role, ClassName = "P" + role,
            States = states.Select((moves, state) => new State { Name = "S" + state, MemberName = "S" + state, IsFinal = moves.Count == 0 }).ToEquatableArray(),
        },
    };

    private static LocalState Local(int role, int state, List<(bool Sends, int Letter, int Target)> moves) => new()
    {
        TableState = state, IsFinal = moves.Count == 0,
        Moves = [.. moves.Select((move, row) => move.Sends
            ? new Move { Kind = MoveKind.Call, Sends = [new Send(role, move.Letter)], Target = move.Target, Row = row, Event = "c" }
            : new Move { Kind = MoveKind.Receive, Channel = 1 - role, Letter = move.Letter, Target = move.Target, Row = row, Event = "?" })],
        Listening = [.. Enumerable.Range(0, 2).Select(channel => channel == role || moves.TrueForAll(move => move.Sends)
            ? new Listening(false, [], [])
            : new Listening(true, [.. moves.Where(move => !move.Sends).Select(move => move.Letter).Distinct().Order()], []))],
    };
}
