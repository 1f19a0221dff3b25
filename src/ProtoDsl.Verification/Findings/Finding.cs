using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Verification.Findings;

/// <summary>A place in a table; a trace of two roles may lead through two files.</summary>
public sealed record Place(string Path, TextSpan Span);

/// <summary>One step of a counterexample: a row that a role takes.</summary>
/// <param name="Text">As the one-line trace writes it: <c>client Close !FIN</c>.</param>
/// <param name="Place">The row.</param>
public sealed record TraceStep(string Text, Place Place)
{
    /// <summary>Who takes it.</summary>
    public string Role { get; init; } = "";

    /// <summary>What it is taken for, with its guard: <c>?SYN [ready]</c>; empty where the row began in an earlier step.</summary>
    public string Event { get; init; } = "";

    /// <summary>What it sends, in order.</summary>
    public EquatableArray<SentMessage> Sent { get; init; }

    /// <summary>The state of the role afterwards.</summary>
    public string State { get; init; } = "";

    /// <summary>Why no row is taken, in few words; empty for a step that takes one.</summary>
    public string Note { get; init; } = "";
}

/// <summary>A message that a step sends.</summary>
/// <param name="Text">With its values: <c>ACK(FIN)</c>.</param>
/// <param name="To">The role that it is sent to.</param>
/// <param name="IsLost">True when the channel loses it.</param>
public sealed record SentMessage(string Text, string To, bool IsLost);

/// <summary>Something found about a table or a session. The message is one line that stands alone and says what to write.</summary>
public sealed record Finding(TableRule Rule, Place Place, string Message)
{
    /// <summary>The shortest way there, from the start of the session; empty for a finding about the table alone.</summary>
    public EquatableArray<TraceStep> Trace { get; init; }

    /// <summary>The roles of the trace and the states that they begin in, in the order of the session.</summary>
    public EquatableArray<RoleState> Start { get; init; }

    /// <summary>What the trace leads to, in few words; empty where there is none.</summary>
    public string Goal { get; init; } = "";

    /// <summary>The session that it is about; null for a finding about a table alone. Told there where its own place is in a table that is
    /// not of this build.</summary>
    public Place? Session { get; init; }

    /// <summary>The trace in the syntax of a scenario, to be pasted back as a regression test; null where there is none.</summary>
    public string? Scenario { get; init; }

    /// <summary>The events for which the state at the place has no row, as a row writes them; empty for a finding about something else.</summary>
    public EquatableArray<string> Unlisted { get; init; }

    /// <summary>The repair, when there is exactly one sensible one.</summary>
    public TableFix? Fix { get; init; }
}
