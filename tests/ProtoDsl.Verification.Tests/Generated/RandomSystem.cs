using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Tests.Generated;

/// <summary>A system made from a seed without any table: what no table gives often enough, or nobody thought of.</summary>
internal sealed class RandomSystem
{
    private readonly Random _random;
    private readonly List<SystemChannel> _channels;
    private readonly ChannelKind _kind;
    private readonly int _roles, _letters;
    private readonly bool _isSingle, _isUnmixed, _hasTimers, _hasDefer;

    private RandomSystem(int seed, int? roles)
    {
        _random = new Random(seed);
        _roles = roles ?? (Chance(15) ? 3 : 2);
        _letters = 1 + Pick(3);
        _kind = Pick(8) switch { 0 => ChannelKind.Rendezvous, 1 => ChannelKind.Bag, _ => ChannelKind.Fifo };
        _isSingle = Chance(50);
        _isUnmixed = Chance(50);
        _hasTimers = Chance(30);
        _hasDefer = Chance(20);
        _channels = [.. from sender in Enumerable.Range(0, _roles) from receiver in Enumerable.Range(0, _roles) where sender != receiver select new SystemChannel(sender, receiver)];
    }

    /// <summary>The system of a seed; always the same.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="roles">How many roles; null leaves that to the seed.</param>
    public static SessionSystem Of(int seed, int? roles = null) => new RandomSystem(seed, roles).Make();

    private SessionSystem Make() => new()
    {
        Name = "Made", Channels = _channels, Kind = _kind, IsLossy = _kind != ChannelKind.Rendezvous && Chance(20),
        Letters = [.. Enumerable.Range(0, _letters).Select(letter => new Letter("L" + letter, "L" + letter))],
        Capacity = _kind == ChannelKind.Rendezvous ? 0 : _isSingle ? 1 + Pick(3) : 2 + Pick(2),
        Roles = [.. Enumerable.Range(0, _roles).Select(MakeRole)],
        Forbidden = [new ForbiddenStates(0, [(0, Pick(2)), (1, Pick(2))])],
    };

    private RoleAutomaton MakeRole(int role)
    {
        var rows = 0;
        var count = 2 + Pick(4);
        var states = Enumerable.Range(0, count).Select(state => MakeState(role, state, count, ref rows)).ToList();
        var machine = new Machine
        {
            Name = "P" + role, ClassName = "P" + role,
            States = states.Select((state, index) => new State { Name = "S" + index, MemberName = "S" + index, IsFinal = state.IsFinal }).ToEquatableArray(),
            Rows = Enumerable.Range(0, rows).Select(row => new Row { Text = "row " + row }).ToEquatableArray(),
        };
        return new RoleAutomaton { Name = "r" + role, Machine = machine, Start = 0, States = states };
    }

    private LocalState MakeState(int role, int state, int count, ref int rows)
    {
        var moves = new List<Move>();
        var receives = Chance(50);
        for (var i = Pick(4); i > 0; i--)
        {
            moves.Add(MakeMove(role, count, rows++, _isUnmixed ? receives : Chance(50)));
        }

        return new LocalState
        {
            TableState = state, IsFinal = Chance(35), HasLiveTimer = moves.Exists(move => move.Kind == MoveKind.Timer), Moves = moves,
            Listening = [.. _channels.Select((channel, index) => Listen(role, channel, index, moves))],
        };
    }

    private Move MakeMove(int role, int count, int row, bool receives)
    {
        var sends = Enumerable.Range(0, _isSingle ? (receives ? 0 : 1) : Math.Min(2, Pick(4)))
            .Select(_ => new Send(Any(channel => channel.Sender == role), Pick(_letters))).ToList();
        var kind = receives ? MoveKind.Receive : !_hasTimers || Chance(50) ? MoveKind.Call : Chance(60) ? MoveKind.Timer : MoveKind.DrainedTimer;
        if (_kind == ChannelKind.Rendezvous)
        {
            sends = [.. sends.Take(receives ? 0 : 1)];
        }

        return new Move
        {
            Kind = kind, Channel = receives ? Any(channel => channel.Receiver == role) : -1, Letter = receives ? Pick(_letters) : -1,
            Sends = sends, Target = Pick(count), Row = row, Event = kind.ToString(),
        };
    }

    private Listening Listen(int role, SystemChannel channel, int index, List<Move> moves)
    {
        if (channel.Receiver != role)
        {
            return new Listening(false, [], []);
        }

        var taken = moves.Where(move => move.Channel == index).Select(move => move.Letter).Distinct().Order().ToList();
        var deferred = _hasDefer ? Enumerable.Range(0, _letters).Where(_ => Chance(25)).ToList() : [];
        return new Listening(taken.Count + deferred.Count > 0 || Chance(5), taken, deferred);
    }

    private int Any(Func<SystemChannel, bool> fits)
    {
        var fitting = Enumerable.Range(0, _channels.Count).Where(index => fits(_channels[index])).ToList();
        return fitting[Pick(fitting.Count)];
    }

    private int Pick(int count) => _random.Next(count);

    private bool Chance(int percent) => _random.Next(100) < percent;
}
