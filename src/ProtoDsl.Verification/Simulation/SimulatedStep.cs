using System.Collections.Generic;
using ProtoDsl.Language;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Scenarios;

namespace ProtoDsl.Verification.Simulation;

/// <summary>One way on from the present moment.</summary>
public sealed class SimulatedStep
{
    internal SimulatedStep(ScenarioStep step, Moment next, IReadOnlyList<(int Channel, IReadOnlyList<int> Letters)> sent)
    {
        Step = step;
        Next = next;
        Letters = sent;
    }

    /// <summary>As a scenario has it.</summary>
    public ScenarioStep Step { get; }

    /// <summary>As a scenario writes it, without its guard: <c>client Close</c>, <c>server -&gt; client FIN</c>.</summary>
    public string Text => TransitionFile.Print(Step is EventStep @event ? @event with { Guard = null } : Step);

    /// <summary>The role that takes it; -1 where a message is lost.</summary>
    public int Role { get; internal init; } = -1;

    /// <summary>The guard that then holds; null for none.</summary>
    public string? Guard { get; internal init; }

    /// <summary>What is sent, in order: <c>ACK(FIN)</c>.</summary>
    public IReadOnlyList<string> Sent { get; internal init; } = [];

    /// <summary>The state that the role is in afterwards; empty where a message is lost.</summary>
    public string State { get; internal init; } = "";

    /// <summary>The row that is taken, as the table writes it; null where none is.</summary>
    public string? Row { get; internal init; }

    internal Moment Next { get; }

    internal IReadOnlyList<(int Channel, IReadOnlyList<int> Letters)> Letters { get; }
}

/// <summary>A role as it is now.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">The state of its table.</param>
/// <param name="ArmedTimers">Timers run by <c>start</c> that are armed, and those of the state.</param>
/// <param name="IsFinal">True where it may stop.</param>
/// <param name="HasEnded">True for one that makes no call any more.</param>
public sealed record SimulatedRole(string Name, string State, IReadOnlyList<string> ArmedTimers, bool IsFinal, bool HasEnded);

/// <summary>A channel as it is now.</summary>
/// <param name="From">Who sends.</param>
/// <param name="To">Who receives.</param>
/// <param name="Messages">What is on its way, the oldest first.</param>
public sealed record SimulatedChannel(string From, string To, IReadOnlyList<string> Messages);

/// <summary>An event that cannot happen now.</summary>
/// <param name="Role">Whose.</param>
/// <param name="Event">As its table writes it, without arguments.</param>
/// <param name="Reason">Why not: the table's own words, where it has some.</param>
/// <param name="IsForbidden">True where the table forbids it, or lists no row for it; false where it only cannot happen yet.</param>
public sealed record Refusal(int Role, string Event, string Reason, bool IsForbidden);
