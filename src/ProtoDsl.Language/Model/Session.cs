using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Model;

/// <summary>Roles that talk to each other.</summary>
public sealed record Session
{
    /// <summary>The name in the table.</summary>
    public required string Name { get; init; }

    /// <summary>The roles in file order.</summary>
    public EquatableArray<Role> Roles { get; init; }

    /// <summary>What carries the messages.</summary>
    public ChannelKind Channel { get; init; }

    /// <summary>True when messages may be lost.</summary>
    public bool IsLossy { get; init; }

    /// <summary>Messages a channel holds at most; 0 for rendezvous.</summary>
    public int Capacity { get; init; }

    /// <summary>What must never hold.</summary>
    public EquatableArray<Never> Nevers { get; init; }

    /// <summary>Doc comment.</summary>
    public string? Documentation { get; init; }
}

/// <summary>One side of a session.</summary>
public sealed record Role
{
    /// <summary>The name in the table.</summary>
    public required string Name { get; init; }

    /// <summary>The name of its machine.</summary>
    public required string MachineName { get; init; }

    /// <summary>Index into <see cref="Protocol.Machines"/>; -1 for one that an import must bring.</summary>
    public int Machine { get; init; } = -1;

    /// <summary>The calls that its user may make; null: all.</summary>
    public EquatableArray<string>? Calls { get; init; }

    /// <summary>The name of the state it starts in; null: the machine's initial one.</summary>
    public string? StartState { get; init; }
}

/// <summary>A role and a state, both by name (a role of an imported machine has no index here).</summary>
public sealed record RoleState(string Role, string State);

/// <summary>States that no configuration may show together.</summary>
public sealed record Never(string? Reason, EquatableArray<RoleState> States);

/// <summary>An executable figure.</summary>
public sealed record Scenario
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The name of its session.</summary>
    public required string Session { get; init; }

    /// <summary>Its steps in order.</summary>
    public EquatableArray<ScenarioStep> Steps { get; init; }
}

/// <summary>One line of a scenario.</summary>
public abstract record ScenarioStep;

/// <summary><c>from</c> and <c>expect</c>.</summary>
public sealed record StatesStep(bool IsExpectation, EquatableArray<RoleState> States) : ScenarioStep;

/// <summary>A delivery, or a loss. <see cref="Arguments"/> are as written; <c>_</c> where any will do; empty when not given.</summary>
public sealed record DeliveryStep(bool IsDropped, string From, string To, string Message, EquatableArray<string> Arguments) : ScenarioStep;

/// <summary>A call, a timer or a received message of one role, as canonical text: <c>Close</c>, <c>after TimeWait</c>.</summary>
public sealed record EventStep(string Role, EventKind Kind, string Subject, EquatableArray<string> Arguments, string? Guard) : ScenarioStep;
