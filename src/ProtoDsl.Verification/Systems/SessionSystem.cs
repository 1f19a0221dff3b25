using System.Collections.Generic;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Verification.Systems;

/// <summary>A session as communicating automata (Brand and Zafiropulo 1983) whose steps are atomic rows: a step may receive one
/// message and send several. Everything is a number; guards, tags, timers, entry and exit effects, and what an ended role does have
/// become states and moves, so that nothing that explores a system knows tables.</summary>
public sealed class SessionSystem
{
    /// <summary>The session's name.</summary>
    public required string Name { get; init; }

    /// <summary>In file order.</summary>
    public required IReadOnlyList<RoleAutomaton> Roles { get; init; }

    /// <summary>One for each ordered pair of roles, ordered by sender, then receiver.</summary>
    public required IReadOnlyList<SystemChannel> Channels { get; init; }

    /// <summary>Every message, with the values of its tags, that some role can send.</summary>
    public required IReadOnlyList<Letter> Letters { get; init; }

    /// <summary>In order, in any order, or without a queue.</summary>
    public required ChannelKind Kind { get; init; }

    /// <summary>True when a message that is sent may be lost. A lost one needs no room.</summary>
    public bool IsLossy { get; init; }

    /// <summary>Messages that a channel holds at most; 0 for rendezvous.</summary>
    public int Capacity { get; init; }

    /// <summary>What must never hold, in file order.</summary>
    public IReadOnlyList<ForbiddenStates> Forbidden { get; init; } = [];

    /// <summary>What carries the messages, as a table writes it, with another capacity: <c>lossy fifo(2)</c>.</summary>
    public string ChannelText(int capacity) => (IsLossy ? "lossy " : "") + Kind switch
    {
        ChannelKind.Fifo => $"fifo({capacity})",
        ChannelKind.Bag => $"bag({capacity})",
        _ => "rendezvous",
    };

    /// <summary>The same system over channels of another capacity.</summary>
    public SessionSystem WithCapacity(int capacity) => new()
    {
        Name = Name, Roles = Roles, Channels = Channels, Letters = Letters, Kind = Kind, IsLossy = IsLossy, Capacity = capacity, Forbidden = Forbidden,
    };
}

/// <summary>The channel from one role to another: indices into <see cref="SessionSystem.Roles"/>.</summary>
public readonly record struct SystemChannel(int Sender, int Receiver);

/// <summary>A message with the values of its tags, by name, since the roles' tables may be different files.</summary>
/// <param name="Message">The message's name.</param>
/// <param name="Text">As a scenario writes it: <c>ACK(FIN)</c>.</param>
public sealed record Letter(string Message, string Text)
{
    /// <summary>The value of each parameter by name; <c>_</c> for one that is no tag, and for a tag of which no table of the session
    /// and no scenario tells the values apart.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}

/// <summary>A <c>never</c> row: states of the table that no configuration may show together.</summary>
/// <param name="Index">Index into the session's nevers.</param>
/// <param name="States">Role, and index of the state in the role's machine.</param>
public sealed record ForbiddenStates(int Index, IReadOnlyList<(int Role, int State)> States);
