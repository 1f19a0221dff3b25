using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Language.Syntax;

/// <summary>What can be wrong with a row of a session or a scenario.</summary>
internal static class SessionErrors
{
    public static readonly TableRule SessionRule = new("PDSL0060", "Session row not understood", TableSeverity.Error);
    public static readonly TableRule ChannelRule = new("PDSL0061", "Channel not understood", TableSeverity.Error);
    public static readonly TableRule ScenarioRule = new("PDSL0062", "Scenario row not understood", TableSeverity.Error);
    public static readonly TableRule PairRule = new("PDSL0063", "Role and state expected", TableSeverity.Error);

    public static TableDiagnostic Row(LineCursor cursor) =>
        new(SessionRule, cursor.Here, $"Expected a role, 'over' or 'never', found {cursor.Found}; write 'client : Machine calls Open, Close', 'over fifo(2)' or 'never client A, server B'");

    public static TableDiagnostic Colon(LineCursor cursor, string role) =>
        new(SessionRule, cursor.Here, $"Expected ':' and the role's machine, found {cursor.Found}; write '{role} : MACHINE'");

    public static TableDiagnostic Channel(LineCursor cursor) =>
        new(ChannelRule, cursor.Here, $"Expected a channel, found {cursor.Found}; write 'fifo(2)', 'bag(2)' or 'rendezvous', with 'lossy' before it where messages can be lost");

    public static TableDiagnostic Capacity(LineCursor cursor, string kind) =>
        new(ChannelRule, cursor.Here, $"Expected how many messages the channel holds, found {cursor.Found}; write '{kind}(2)'");

    public static TableDiagnostic Step(LineCursor cursor) =>
        new(ScenarioRule, cursor.Here, $"Expected a step of the scenario, found {cursor.Found}; write 'client -> server SYN', 'client Close', 'client after TIMER', 'from client A, server B' or 'expect client A, server B'");

    public static TableDiagnostic Arrow(LineCursor cursor) =>
        new(ScenarioRule, cursor.Here, $"Expected '->' between two roles, found {cursor.Found}; write 'drop client -> server ACK'");

    public static TableDiagnostic Pair(LineCursor cursor, string what, string example) =>
        new(PairRule, cursor.Here, $"Expected {what}, found {cursor.Found}; write a role and its state: '{example}'");
}
