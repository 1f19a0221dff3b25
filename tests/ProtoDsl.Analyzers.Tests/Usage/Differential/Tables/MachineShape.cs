using System.Collections.Immutable;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Tables;

/// <summary>What the generator of programs must know of a machine in order to write calls of it.</summary>
/// <param name="Name">A name for the reader.</param>
/// <param name="Type">The class, fully qualified.</param>
/// <param name="StateType">The enum of its states, fully qualified.</param>
/// <param name="Creation">An expression that makes one.</param>
/// <param name="IsAsync">Its events are awaited.</param>
/// <param name="IsDisposable">It has a call <c>Dispose</c>.</param>
/// <param name="States">The members of the enum.</param>
/// <param name="Initial">The state of a new machine.</param>
/// <param name="Events">What can be called on it.</param>
/// <param name="Table">The transition file.</param>
internal sealed record MachineShape(
    string Name,
    string Type,
    string StateType,
    Programs.Text Creation,
    bool IsAsync,
    bool IsDisposable,
    ImmutableArray<string> States,
    int Initial,
    ImmutableArray<EventShape> Events,
    string Table)
{
    /// <summary>A state as C# writes it.</summary>
    public string State(int index) => $"{StateType}.{States[index]}";
}

/// <summary>One way to call an event: calls with tags occur once for each value.</summary>
/// <param name="Call">Name and arguments: <c>Close()</c>, <c>Receive(new Tcp.Ack(Tcp.AckOf.Fin))</c>.</param>
/// <param name="Can">The question whether it may be legal: <c>CanClose</c>; null for messages and <c>Dispose</c>, which have none.</param>
/// <param name="IsVoid">True for <c>Dispose</c>.</param>
/// <param name="IsMessage">True for messages.</param>
/// <param name="Targets">For each state, one that it may lead to, or -1: what the generator of programs guesses, no more.</param>
internal sealed record EventShape(string Call, string? Can, bool IsVoid, bool IsMessage, ImmutableArray<int> Targets);
