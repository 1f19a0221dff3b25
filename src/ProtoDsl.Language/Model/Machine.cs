using System;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Model;

/// <summary>One machine: its states, what it does, and for every state and event the rows that are tried, in order.</summary>
public sealed record Machine
{
    /// <summary>The name in the table.</summary>
    public required string Name { get; init; }

    /// <summary>The C# class name.</summary>
    public required string ClassName { get; init; }

    /// <summary>The words before <c>machine</c>.</summary>
    public MachineModifiers Modifiers { get; init; }

    /// <summary>Doc comment.</summary>
    public string? Documentation { get; init; }

    /// <summary>States in file order, which is enum order.</summary>
    public EquatableArray<State> States { get; init; }

    /// <summary>Index of the initial state. Where the table names none (an error), 0.</summary>
    public int InitialState { get; init; }

    /// <summary>The calls that a row names, in the order of their declaration.</summary>
    public EquatableArray<Call> Calls { get; init; }

    /// <summary>The timers that a row names, in the order of their declaration.</summary>
    public EquatableArray<MachineTimer> Timers { get; init; }

    /// <summary>Effects and guards that the user implements, in order of first use.</summary>
    public EquatableArray<UserAction> Actions { get; init; }

    /// <summary>The distinct messages it sends, in order of first use: indices into <see cref="Protocol.Messages"/>.</summary>
    public EquatableArray<int> SentMessages { get; init; }

    /// <summary>What can happen to it: calls, messages, timers, in the order of their declarations.</summary>
    public EquatableArray<MachineEvent> Events { get; init; }

    /// <summary>Every row in file order.</summary>
    public EquatableArray<Row> Rows { get; init; }

    /// <summary>Cells that list at least one row, ordered by state and then event. Look one up with <see cref="CellOf"/>.</summary>
    public EquatableArray<Cell> Cells { get; init; }

    /// <summary>The <c>keep</c> rows in file order.</summary>
    public EquatableArray<Keep> Keeps { get; init; }

    /// <summary>Declared groups of states, for messages and pictures.</summary>
    public EquatableArray<StateGroup> Groups { get; init; }

    /// <summary>True when every state has a stable code, so that <c>Save</c> and <c>Restore</c> exist.</summary>
    public bool HasStableCodes { get; init; }

    /// <summary>The cell of a state and an event; null when no row lists the event there.</summary>
    public Cell? CellOf(int state, int @event)
    {
        int low = 0, high = Cells.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var cell = Cells[middle];
            var order = cell.State != state ? cell.State.CompareTo(state) : cell.Event.CompareTo(@event);
            if (order == 0)
            {
                return cell;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return null;
    }
}

/// <summary>A state.</summary>
public sealed record State
{
    /// <summary>The name in the table: <c>FIN_WAIT_1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The enum member: <c>FinWait1</c>.</summary>
    public required string MemberName { get; init; }

    /// <summary>The label for pictures; null: the name.</summary>
    public string? Label { get; init; }

    /// <summary>The stable code; null where the machine has none.</summary>
    public int? Code { get; init; }

    /// <summary>True for a final state.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Done after entering, by a row with an arrow.</summary>
    public EquatableArray<EffectStep> Entry { get; init; }

    /// <summary>Done before leaving, by a row with an arrow.</summary>
    public EquatableArray<EffectStep> Exit { get; init; }

    /// <summary>Indices of the timers whose <c>after</c> rows belong to this state: armed on entry, dead with the state.</summary>
    public EquatableArray<int> AfterTimers { get; init; }

    /// <summary>Doc comment.</summary>
    public string? Documentation { get; init; }
}

/// <summary>A call of the local user.</summary>
public sealed record Call
{
    /// <summary>The name in the table.</summary>
    public required string Name { get; init; }

    /// <summary>The C# method name.</summary>
    public required string MethodName { get; init; }

    /// <summary>Its parameters in order.</summary>
    public EquatableArray<Parameter> Parameters { get; init; }

    /// <summary>Doc comment.</summary>
    public string? Documentation { get; init; }
}

/// <summary>A timer that the machine uses in one of the two ways.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="MemberName">The enum member.</param>
/// <param name="Due">How long after arming it elapses.</param>
/// <param name="IsAfter">True for <c>after</c> (belongs to states), false for <c>timeout</c> (run by start, stop, restart).</param>
/// <param name="Documentation">Doc comment.</param>
public sealed record MachineTimer(string Name, string MemberName, TimeSpan Due, bool IsAfter, string? Documentation);

/// <summary>A named set of states.</summary>
public sealed record StateGroup(string Name, EquatableArray<int> States);
