using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>One machine as its emitters see it: what parts it has, what they are called, and its cells put together.</summary>
internal sealed class MachineShape
{
    /// <summary>A longer name of a state is written as a number: it may stand in very many places.</summary>
    private const int LongestStateName = 100;

    private readonly string[] _stateNames;
    private IReadOnlyList<EventShape>? _deferred;
    private readonly Dictionary<int, string> _stateSets = new();
    private readonly Dictionary<(int Event, Candidate Candidate), string> _rowMethods = new();

    public MachineShape(Protocol protocol, Machine machine, TypeNames types)
    {
        Protocol = protocol;
        Machine = machine;
        Types = types;
        Flavor = new Flavor(machine.Modifiers);
        Rows = new RowFacts(machine);
        IsPublic = (machine.Modifiers & MachineModifiers.Public) != 0
            || (machine.ClassName == protocol.ClassName && protocol.Messages.Any(message => message.IsPublic));
        ClassName = CSharpText.Identifier(machine.ClassName);
        StateType = types.Top(machine.ClassName + "State");
        TimerType = types.Top(machine.ClassName + "Timer");
        TokenType = types.Top(machine.ClassName + "TimerToken");
        PeerType = types.Top(machine.ClassName + "Peer");
        ActionsType = types.Top("I" + machine.ClassName + "Actions");
        Members = new MemberNames(machine);
        _stateNames = machine.States
            .Select((state, index) => state.MemberName.Length > LongestStateName
                ? $"({StateType}){CSharpText.Number(index)}"
                : $"{StateType}.{CSharpText.Identifier(state.MemberName)}")
            .ToArray();
        Peers = PeersOf(machine);
        Outputs = new OutputShape(protocol, machine, types, Flavor);
        Citations = new RowText(machine);
        Reasons = new ReasonShape(machine, Members);
        Events = new CellGrouping(machine).ByEvent().Select((groups, index) => new EventShape(this, index, groups)).ToArray();
    }

    public Protocol Protocol { get; }

    public Machine Machine { get; }

    public TypeNames Types { get; }

    public Flavor Flavor { get; }

    public RowFacts Rows { get; }

    public MemberNames Members { get; }

    public bool IsPublic { get; }

    public string Accessibility => IsPublic ? "public" : "internal";

    public string ClassName { get; }

    public string StateType { get; }

    public string TimerType { get; }

    public string TokenType { get; }

    public string PeerType { get; }

    public string ActionsType { get; }

    /// <summary>Roles that its rows name, with their enum members, in order of first use.</summary>
    public IReadOnlyDictionary<string, string> Peers { get; }

    /// <summary>Messages that the user is asked for.</summary>
    public OutputShape Outputs { get; }

    /// <summary>How rows are cited.</summary>
    public RowText Citations { get; }

    /// <summary>The reasons that it gives.</summary>
    public ReasonShape Reasons { get; }

    public IReadOnlyList<EventShape> Events { get; }

    /// <summary>True where the user has a part: effects, guards, sends or timers.</summary>
    public bool HasActions => !Machine.Actions.IsEmpty || !Machine.SentMessages.IsEmpty || HasTimers;

    public bool HasTimers => !Machine.Timers.IsEmpty;

    public bool HasDeferRows => Machine.Rows.Any(row => row.Kind == RowKind.Defer);

    public bool HasDeferred => Deferred.Count > 0;

    /// <summary>The messages that some row keeps for later.</summary>
    public IReadOnlyList<EventShape> Deferred => _deferred ??= Events
        .Where(@event => @event.Message is not null)
        .Where(@event => @event.Groups.Any(group => group.Candidates.Any(candidate => Machine.Rows[candidate.Row].Kind == RowKind.Defer)))
        .ToArray();

    public bool HasSnapshot => Machine.HasStableCodes && Machine.States.All(state => state.Code is not null);

    /// <summary>The call that makes the machine disposable; null for none.</summary>
    public EventShape? Dispose => Events.FirstOrDefault(IsDispose);

    /// <summary>True where states fit into the bits of one word.</summary>
    public bool StatesFitWord => Machine.States.Count <= 64;

    /// <summary>The underlying type of the states' enum: its last value is kept for "busy".</summary>
    public string StateStorage => Machine.States.Count <= 255 ? "byte" : "ushort";

    public static bool IsDispose(EventShape @event) => @event.Call is { MethodName: "Dispose", Parameters.IsEmpty: true };

    public string State(int index) => index >= 0 && index < _stateNames.Length ? _stateNames[index] : $"default({StateType})";

    public string Timer(int index) => $"{TimerType}.{CSharpText.Identifier(Machine.Timers[index].MemberName)}";

    public string Peer(string role) => $"{PeerType}.{CSharpText.Identifier(Peers[role])}";

    public RowTrigger TriggerOf(Candidate candidate) => Machine.Rows[candidate.Row].Triggers[candidate.Trigger];

    public bool IsMember(string name) => Members.IsTaken(name);

    public string Private(string wanted) => Members.Private(wanted);

    /// <summary>The set of states in which an event may be legal.</summary>
    public string StateSet(EventShape @event)
    {
        if (!_stateSets.TryGetValue(@event.Index, out var name))
        {
            _stateSets.Add(@event.Index, name = Private(@event.BaseName + "States"));
        }

        return name;
    }

    /// <summary>The method of a row that one event takes from several places.</summary>
    public string RowMethod(EventShape @event, Candidate candidate)
    {
        if (!_rowMethods.TryGetValue((@event.Index, candidate), out var name))
        {
            name = Private($"{@event.BaseName}Row{CSharpText.Number(candidate.Row + 1)}{Flavor.Suffix}");
            _rowMethods.Add((@event.Index, candidate), name);
        }

        return name;
    }

    /// <summary>True where trying these rows may call the user's actions.</summary>
    public bool RunsUserCode(CellGroup group) =>
        group.Candidates.Any(candidate => Rows.RunsUserCode(Machine.Rows[candidate.Row], group.States));

    private static Dictionary<string, string> PeersOf(Machine machine)
    {
        var named = machine.Rows
            .SelectMany(row => row.Triggers.Select(trigger => trigger.From).Concat(row.Effects.OfType<SendStep>().Select(send => send.To)))
            .Concat(machine.States.SelectMany(state => state.Entry.Concat(state.Exit)).OfType<SendStep>().Select(send => send.To));
        var peers = new Dictionary<string, string>();
        foreach (var role in named)
        {
            if (role is null || peers.ContainsKey(role))
            {
                continue;
            }

            var member = char.ToUpperInvariant(role[0]) + role.Substring(1);
            while (peers.ContainsValue(member))
            {
                member += "_";
            }

            peers.Add(role, member);
        }

        return peers;
    }
}
