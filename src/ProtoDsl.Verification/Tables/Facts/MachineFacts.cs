using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Text;
using ProtoDsl.Verification.Findings;

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
        Graph = new StateGraph(Machine);
        Starts = StartsOf(file.Bound.Protocol, index);
        IsReachable = Reach.From(Starts, Graph.Count, Graph.Successors);
    }

    public Protocol Protocol => _file.Bound.Protocol;

    public Machine Machine { get; }

    public StateGraph Graph { get; }

    /// <summary>The initial state, and those in which the roles of sessions begin.</summary>
    public IReadOnlyList<int> Starts { get; }

    /// <summary>The states that can be entered. What else is found of others is not told: it follows from that.</summary>
    public bool[] IsReachable { get; }

    public string NameOf(int state) => Machine.States[state].Name;

    /// <summary>The number of a row's line, as editors show it.</summary>
    public int LineOfRow(int row) => LineOf(_map.Rows[row]);

    /// <summary>The number of the line of a <c>keep</c> row.</summary>
    public int LineOfKeep(int keep) => LineOf(_map.Keeps[keep]);

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
