using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Sessions;

/// <summary>A session between its numbers and its tables: the names and places of what a verdict speaks of.</summary>
internal sealed class SessionView(TableFile file, int index, SessionSystem system, IReadOnlyList<RoleSource> sources)
{
    public TableFile File => file;

    public Session Session => file.Bound.Protocol.Sessions[index];

    public SessionMap Map => file.Bound.Map.Sessions[index];

    public SessionSystem System => system;

    public IReadOnlyList<RoleSource> Sources => sources;

    /// <summary>True when a message must say from whom it comes.</summary>
    public bool HasManyRoles => system.Roles.Count > 2;

    public Place PlaceOfSession => new(file.Path, Map.Name);

    public Place PlaceOfChannel => new(file.Path, Map.Channel);

    public Place PlaceOfNever(int never) => new(file.Path, Map.Nevers[never]);

    public Place PlaceOfRow(int role, int row) => new(sources[role].File.Path, sources[role].Map.Rows[row]);

    public Place PlaceOfState(int role, int localState) =>
        new(sources[role].File.Path, sources[role].Map.States[system.Roles[role].States[localState].TableState]);

    public string RoleName(int role) => system.Roles[role].Name;

    public LocalState State(int role, int localState) => system.Roles[role].States[localState];

    /// <summary>The state's name in its table.</summary>
    public string StateName(int role, int localState) => sources[role].Machine.States[State(role, localState).TableState].Name;

    public string Letter(int letter) => system.Letters[letter].Text;

    /// <summary><c>client in FIN_WAIT_1, server in CLOSED</c>.</summary>
    public string Where(Configuration at) =>
        string.Join(", ", Enumerable.Range(0, system.Roles.Count).Select(role => $"{RoleName(role)} in {StateName(role, at.LocalStates[role])}"));

    /// <summary><c>FIN on its way to server</c>; empty when nothing is.</summary>
    public string OnTheWay(Configuration at) => string.Join(", ", Enumerable.Range(0, at.Queues.Count)
        .Where(channel => at.Queues[channel].Count > 0)
        .Select(channel => $"{Few(at.Queues[channel].Select(Letter).ToArray())} on {(at.Queues[channel].Count == 1 ? "its" : "their")} way "
            + $"{(HasManyRoles ? $"from {RoleName(system.Channels[channel].Sender)} " : "")}to {RoleName(system.Channels[channel].Receiver)}"));

    /// <summary><c>lossy fifo(2)</c>.</summary>
    public string ChannelText(int capacity) => system.ChannelText(capacity);

    public string Channel => ChannelText(system.Capacity);

    /// <summary>At most three, and how many more.</summary>
    public static string Few(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(3)) + (names.Count > 3 ? $" and {names.Count - 3} more" : "");
}
