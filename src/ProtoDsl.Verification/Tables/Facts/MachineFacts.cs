using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Text;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Systems.Building;

namespace ProtoDsl.Verification.Tables.Facts;

/// <summary>One machine with what its checks ask of it, and the places of what they find.</summary>
internal sealed class MachineFacts
{
    private readonly TableFile _file;
    private readonly MachineMap _map;

    public MachineFacts(TableFile file, int index)
    {
        _file = file;
        _map = file.Bound.Map.Machines[index];
        Machine = file.Bound.Protocol.Machines[index];
        var uses = new CellUses(Protocol, Machine);
        Uses = Machine.Cells.Select(uses.Of).ToArray();
        UsesOf = Uses.ToLookup(use => use.Cell.State);
        Graph = new StateGraph(Machine, Uses);
        Starts = StartsOf(Protocol, index);
        IsReachable = Reach.From(Starts, Graph.Count, Graph.Successors);
        Timers = new TimerRuns(Machine, UsesOf, Starts);
    }

    public Protocol Protocol => _file.Bound.Protocol;

    public Machine Machine { get; }

    public StateGraph Graph { get; }

    /// <summary>The initial state, and those in which the roles of sessions begin.</summary>
    public IReadOnlyList<int> Starts { get; }

    /// <summary>The states that can be entered. What else is found of others is not told: it follows from that.</summary>
    public bool[] IsReachable { get; }

    /// <summary>What can become of each event that is listed, in the order of <see cref="Language.Model.Machine.Cells"/>.</summary>
    public IReadOnlyList<CellUse> Uses { get; }

    /// <summary>The same by state.</summary>
    public ILookup<int, CellUse> UsesOf { get; }

    /// <summary>Where the timers that <c>start</c> runs may be running.</summary>
    public TimerRuns Timers { get; }

    public Row RowOf(Candidate candidate) => Machine.Rows[candidate.Row];

    public MachineEvent EventOf(Cell cell) => Machine.Events[cell.Event];

    /// <summary>A trigger as a row writes it, without the role: <c>?ACK(FIN)</c>.</summary>
    public string TextOf(RowTrigger trigger)
    {
        if (trigger.Event < 0)
        {
            return "?*";
        }

        var @event = Machine.Events[trigger.Event];
        return new EventValues(trigger.Pattern, null).TextOf(@event.Name, Protocol, EventParameters.Of(Protocol, Machine, @event));
    }

    public string NameOf(int state) => Machine.States[state].Name;

    /// <summary>The number of a row's line, as editors show it.</summary>
    public int LineOfRow(int row) => LineOf(_map.Rows[row]);

    /// <summary>The number of the line of a <c>keep</c> row.</summary>
    public int LineOfKeep(int keep) => LineOf(_map.Keeps[keep]);

    /// <summary>True where a comment switches a finding about a state off.</summary>
    public bool IsSwitchedOff(TableRule rule, int state) => new SuppressionSet(_file.Bound.Suppressions).SwitchesOff(rule, _map.States[state]);

    public Finding AtState(TableRule rule, int state, string message) => At(rule, _map.States[state], message);

    public Finding AtRow(TableRule rule, int row, string message) => At(rule, _map.Rows[row], message);

    public Finding AtKeep(TableRule rule, int keep, string message) => At(rule, _map.Keeps[keep], message);

    public Finding AtCall(TableRule rule, int call, string message) => At(rule, _map.Calls[call], message);

    private Finding At(TableRule rule, TextSpan span, string message) => new(rule, new Place(_file.Path, span), message);

    private int LineOf(TextSpan span) => _file.Bound.Map.Lines.PositionOf(span.Start).Line + 1;

    private static IReadOnlyList<int> StartsOf(Protocol protocol, int index)
    {
        var machine = protocol.Machines[index];
        var named = protocol.Sessions.SelectMany(session => session.Roles)
            .Where(role => role.Machine == index && role.StartState is not null)
            .Select(role => Enumerable.Range(0, machine.States.Count).FirstOrDefault(state => machine.States[state].Name == role.StartState));
        return named.Append(machine.InitialState).Distinct().ToArray();
    }
}
