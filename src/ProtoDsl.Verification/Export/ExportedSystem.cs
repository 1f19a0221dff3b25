using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Export;

/// <summary>A system with names that the other language can read, and the questions that both exports ask of it.</summary>
internal sealed class ExportedSystem
{
    private readonly SortedSet<int>[] _sent;
    private readonly bool[] _isReceived;

    public ExportedSystem(SessionSystem system, IReadOnlyList<string> taken)
    {
        System = system;
        var names = new NameTable(taken);
        Title = NameTable.Plain(system.Name);
        ModuleName = names.Take(system.Name);
        Roles = system.Roles.Select(role => names.Take(role.Name)).ToArray();
        Letters = system.Letters.Select(letter => names.Take(letter.Text)).ToArray();
        Channels = system.Channels.Select(channel => names.Take(Roles[channel.Sender] + "_to_" + Roles[channel.Receiver])).ToArray();
        States = system.Roles.Select(StateNames).ToArray();
        Names = names;

        _sent = system.Channels.Select(_ => new SortedSet<int>()).ToArray();
        _isReceived = new bool[system.Channels.Count];
        foreach (var move in system.Roles.SelectMany(role => role.States).SelectMany(state => state.Moves))
        {
            if (move.Channel >= 0)
            {
                _isReceived[move.Channel] = true;
            }

            foreach (var send in move.Sends)
            {
                _sent[send.Channel].Add(send.Letter);
            }
        }
    }

    public SessionSystem System { get; }

    /// <summary>What is taken already, for names that only one export needs.</summary>
    public NameTable Names { get; }

    public string Title { get; }

    public string ModuleName { get; }

    public IReadOnlyList<string> Roles { get; }

    public IReadOnlyList<string> Letters { get; }

    public IReadOnlyList<string> Channels { get; }

    /// <summary>By role and local state.</summary>
    public IReadOnlyList<IReadOnlyList<string>> States { get; }

    public bool IsRendezvous => System.Kind == ChannelKind.Rendezvous;

    public bool IsBag => System.Kind == ChannelKind.Bag;

    /// <summary>Channels that something is sent to or received from.</summary>
    public IEnumerable<int> UsedChannels => Enumerable.Range(0, Channels.Count).Where(channel => _sent[channel].Count > 0 || _isReceived[channel]);

    public bool HasDefers => System.Roles.SelectMany(role => role.States).SelectMany(state => state.Listening).Any(listening => listening.Deferred.Count > 0);

    /// <summary>True when a local state defers a message of this channel, so that it is not read from its head alone.</summary>
    public bool IsDeferred(int channel) => System.Roles[System.Channels[channel].Receiver].States.Any(state => state.Listening[channel].Deferred.Count > 0);

    public bool HasDrainedTimers => Moves.Any(move => move.Kind == MoveKind.DrainedTimer);

    private IEnumerable<Move> Moves => System.Roles.SelectMany(role => role.States).SelectMany(state => state.Moves);

    /// <summary>Messages that can arrive where the state listens and that no row of it names, ascending. None for a bag: there they
    /// count only when nothing else can happen.</summary>
    public IEnumerable<int> Unlisted(LocalState state, int channel) => IsBag || !state.Listening[channel].IsListening
        ? []
        : _sent[channel].Except(state.Listening[channel].Taken).Except(state.Listening[channel].Deferred);

    /// <summary>The moves that matter: one that leaves everything as it is would only hide that nothing else can happen.</summary>
    public static IEnumerable<Move> MovesOf(RoleAutomaton role, int state) =>
        role.States[state].Moves.Where(move => move.Channel >= 0 || move.Sends.Count > 0 || move.Target != state);

    /// <summary>Local states of a role in which a timer can fire at any time.</summary>
    public IReadOnlyList<int> LiveStates(int role) => Indices(System.Roles[role].States.Select(state => state.HasLiveTimer));

    /// <summary>Local states of a role in which it may stop.</summary>
    public IReadOnlyList<int> FinalStates(int role) => Indices(System.Roles[role].States.Select(state => state.IsFinal));

    /// <summary>Local states of a role that show this state of its table.</summary>
    public IReadOnlyList<int> StatesShowing(int role, int tableState) =>
        Indices(System.Roles[role].States.Select(state => state.TableState == tableState && !state.IsBetween));

    /// <summary>What a move is, for a comment: the row as the table writes it.</summary>
    public static string Describe(RoleAutomaton role, Move move) => move.Row < 0
        ? move.Event + ", consumed by a role that has ended"
        : role.Machine.Rows[move.Row].Text + (move.Kind == MoveKind.Continue ? " (continued)" : "");

    private static IReadOnlyList<int> Indices(IEnumerable<bool> flags) =>
        flags.Select((flag, index) => flag ? index : -1).Where(index => index >= 0).ToArray();

    private static IReadOnlyList<string> StateNames(RoleAutomaton role)
    {
        var names = new NameTable([]);
        return role.States.Select(state => names.Take(
            role.Machine.States[state.TableState].Name
            + string.Concat(state.ArmedTimers.Select(timer => "_" + role.Machine.Timers[timer].Name))
            + (state.HasEnded ? "_ended" : "")
            + (state.IsBetween ? "_between" : ""))).ToArray();
    }
}
