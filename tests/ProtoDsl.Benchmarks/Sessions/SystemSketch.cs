using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Benchmarks.Sessions;

/// <summary>A system written down move by move, with names for states and messages.</summary>
internal sealed class SystemSketch(string name, int roles, int capacity, bool isLossy = false)
{
    private readonly List<string> _letters = [];
    private readonly List<SystemChannel> _channels =
        [.. from sender in Enumerable.Range(0, roles) from receiver in Enumerable.Range(0, roles) where sender != receiver select new SystemChannel(sender, receiver)];
    private readonly List<string>[] _states = [.. Enumerable.Range(0, roles).Select(_ => new List<string>())];
    private readonly List<(int Source, Move Move)>[] _moves = [.. Enumerable.Range(0, roles).Select(_ => new List<(int, Move)>())];
    private readonly HashSet<(int Role, int State)> _final = [];

    /// <summary>The role acts by itself and sends.</summary>
    public void Act(int role, string from, string to, params (int Receiver, string Letter)[] sends) => Add(role, from, to, MoveKind.Call, -1, -1, sends);

    /// <summary>A timer of the role fires.</summary>
    public void Elapse(int role, string from, string to, params (int Receiver, string Letter)[] sends) => Add(role, from, to, MoveKind.Timer, -1, -1, sends);

    /// <summary>The role receives and answers.</summary>
    public void Hear(int role, string from, string to, int sender, string letter, params (int Receiver, string Letter)[] sends) =>
        Add(role, from, to, MoveKind.Receive, Channel(sender, role), LetterOf(letter), sends);

    /// <summary>The role may stop there.</summary>
    public void Final(int role, string state) => _final.Add((role, StateOf(role, state)));

    /// <summary>The system; each role starts in the state that was named first.</summary>
    public SessionSystem Build() => new()
    {
        Name = name, Kind = ChannelKind.Fifo, IsLossy = isLossy, Capacity = capacity, Channels = _channels,
        Letters = [.. _letters.Select(letter => new Letter(letter, letter))],
        Roles = [.. Enumerable.Range(0, roles).Select(role => new RoleAutomaton
        {
            Name = $"r{role}", Start = 0, Machine = new Machine { Name = $"R{role}", ClassName = $"R{role}" },
            States = [.. _states[role].Select((_, state) => Local(role, state))],
        })],
    };

    private LocalState Local(int role, int state)
    {
        var moves = _moves[role].Where(move => move.Source == state).Select((move, row) => move.Move with { Row = row }).ToList();
        var taken = _channels.Select((_, channel) => moves.Where(move => move.Channel == channel).Select(move => move.Letter).Distinct().Order().ToList());
        return new LocalState
        {
            TableState = state, IsFinal = _final.Contains((role, state)), HasLiveTimer = moves.Exists(move => move.Kind == MoveKind.Timer), Moves = moves,
            Listening = [.. taken.Select(letters => new Listening(letters.Count > 0, letters, []))],
        };
    }

    private void Add(int role, string from, string to, MoveKind kind, int channel, int letter, (int Receiver, string Letter)[] sends)
    {
        var source = StateOf(role, from);
        _moves[role].Add((source, new Move
        {
            Kind = kind, Channel = channel, Letter = letter, Target = StateOf(role, to), Row = 0, Event = kind.ToString(),
            Sends = [.. sends.Select(send => new Send(Channel(role, send.Receiver), LetterOf(send.Letter)))],
        }));
    }

    private int Channel(int sender, int receiver) => _channels.IndexOf(new SystemChannel(sender, receiver));

    private int StateOf(int role, string state) => IndexOf(_states[role], state);

    private int LetterOf(string letter) => IndexOf(_letters, letter);

    private static int IndexOf(List<string> names, string name)
    {
        if (!names.Contains(name))
        {
            names.Add(name);
        }

        return names.IndexOf(name);
    }
}
