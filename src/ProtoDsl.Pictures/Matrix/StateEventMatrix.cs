using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;
using ProtoDsl.Pictures.Graphs;

namespace ProtoDsl.Pictures.Matrix;

/// <summary>Every state and every event of a machine, and what happens there. A cell without entries is a hole: the event is illegal
/// because no row lists it.</summary>
public sealed class StateEventMatrix
{
    private StateEventMatrix(string machine, IReadOnlyList<string> states, IReadOnlyList<string> marks, IReadOnlyList<string> events, IReadOnlyList<IReadOnlyList<MatrixCell>> rows)
    {
        Machine = machine;
        States = states;
        Marks = marks;
        Events = events;
        Rows = rows;
    }

    /// <summary>The machine's name.</summary>
    public string Machine { get; }

    /// <summary>The names of the states, in file order.</summary>
    public IReadOnlyList<string> States { get; }

    /// <summary>For each state, the words before it in the table: <c>initial final</c>; empty for none.</summary>
    public IReadOnlyList<string> Marks { get; }

    /// <summary>The events as a table writes them, in the order of their declarations: calls, messages, timers.</summary>
    public IReadOnlyList<string> Events { get; }

    /// <summary>For each state, a cell for each event.</summary>
    public IReadOnlyList<IReadOnlyList<MatrixCell>> Rows { get; }

    /// <param name="protocol">What the table means.</param>
    /// <param name="machine">One of its machines.</param>
    public static StateEventMatrix Of(Protocol protocol, Machine machine)
    {
        var words = new RowWords(protocol, machine);
        return new StateEventMatrix(
            machine.Name,
            [.. machine.States.Select(state => state.Name)],
            [.. machine.States.Select((state, index) => string.Join(" ", MarksOf(machine, state, index)))],
            [.. machine.Events.Select(@event => @event.IsDrained ? @event.Name + " drained" : @event.Name)],
            [.. machine.States.Select((_, state) => (IReadOnlyList<MatrixCell>)[.. machine.Events.Select((_, @event) => CellOf(machine, words, state, @event))])]);
    }

    private static IEnumerable<string> MarksOf(Machine machine, State state, int index)
    {
        if (index == machine.InitialState)
        {
            yield return "initial";
        }

        if (state.IsFinal)
        {
            yield return "final";
        }
    }

    private static MatrixCell CellOf(Machine machine, RowWords words, int state, int @event) =>
        new(machine.CellOf(state, @event) is { } cell ? [.. cell.Candidates.Select(candidate => EntryOf(machine, words, candidate))] : []);

    private static MatrixEntry EntryOf(Machine machine, RowWords words, Candidate candidate)
    {
        var row = machine.Rows[candidate.Row];
        var trigger = row.Triggers[candidate.Trigger];
        var written = words.Trigger(trigger);
        var name = trigger.Event < 0 ? "?*" : machine.Events[trigger.Event].Name;
        return new MatrixEntry(row.Kind, candidate.Row)
        {
            Case = written.Substring(name.Length).Trim(),
            Guard = words.Guard(row),
            Effects = [.. row.Effects.Select(words.Effect)],
            Target = row.TargetKind == TargetKind.Same ? "same" : row.TargetKind == TargetKind.State && row.Target >= 0 ? machine.States[row.Target].Name : null,
            Reason = row.Reason,
        };
    }
}

/// <summary>What may happen for one event in one state, in the order in which the rows are tried.</summary>
public sealed record MatrixCell(IReadOnlyList<MatrixEntry> Entries)
{
    /// <summary>True where no row lists the event.</summary>
    public bool IsHole => Entries.Count == 0;
}

/// <summary>One row of a cell.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Row">Index into the machine's rows.</param>
public sealed record MatrixEntry(RowKind Kind, int Row)
{
    /// <summary>The values and the sender that it asks for: <c>(FIN)</c>, <c>from server</c>; empty for any.</summary>
    public string Case { get; init; } = "";

    /// <summary>The guard without brackets; null for none.</summary>
    public string? Guard { get; init; }

    /// <summary>What is done.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];

    /// <summary>The state that is entered, or <c>same</c>; null where the machine stays.</summary>
    public string? Target { get; init; }

    /// <summary>The reason of a row that forbids or ignores.</summary>
    public string? Reason { get; init; }
}
