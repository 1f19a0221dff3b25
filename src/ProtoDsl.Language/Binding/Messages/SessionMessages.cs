using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Syntax;
using static ProtoDsl.Language.Binding.Messages.Wording;

namespace ProtoDsl.Language.Binding.Messages;

/// <summary>Sessions: roles, calls, the channel.</summary>
internal static class SessionMessages
{
    public static readonly TableRule UnknownMachine = new("PDSL2001", "Unknown machine", TableSeverity.Error);
    public static readonly TableRule TooFewRoles = new("PDSL2002", "Session of fewer than two roles", TableSeverity.Error);
    public static readonly TableRule UnknownCall = new("PDSL2003", "Role cannot make that call", TableSeverity.Error);
    public static readonly TableRule UnknownState = new("PDSL2004", "Role has no such state", TableSeverity.Error);
    public static readonly TableRule ChannelOnce = new("PDSL2005", "Not exactly one channel", TableSeverity.Error);
    public static readonly TableRule LossyRendezvousRule = new("PDSL2006", "Rendezvous that loses messages", TableSeverity.Error);
    public static readonly TableRule CapacityRule = new("PDSL2007", "Capacity of a channel out of range", TableSeverity.Error);
    public static readonly TableRule UnknownRole = new("PDSL2008", "Unknown role", TableSeverity.Error);
    public static readonly TableRule DeclaredTwice = new("PDSL2009", "Session, role or scenario declared twice", TableSeverity.Error);
    public static readonly TableRule RoleOfNoSession = new("PDSL2016", "Row names a role of no session", TableSeverity.Warning);

    public static TableDiagnostic Machine(NameSyntax name, string? suggestion) =>
        Unknown(UnknownMachine, name, $"{Quote(name.Text)} is no machine of this file", suggestion, "declare it, or write 'import PROTOCOL' at the top for the machine of another file");

    public static TableDiagnostic FewRoles(NameSyntax session) =>
        new(TooFewRoles, session.Span, $"The session {Quote(session.Text)} needs two roles or more; write 'client : MACHINE' and 'server : MACHINE' below it");

    public static TableDiagnostic Call(NameSyntax name, string machine, string? suggestion) =>
        Unknown(UnknownCall, name, $"No row of {Quote(machine)} takes the call {Quote(name.Text)}", suggestion, "remove it here, or add a row");

    public static TableDiagnostic State(NameSyntax name, string machine, string? suggestion) =>
        Unknown(UnknownState, name, $"{Quote(name.Text)} is no state of {Quote(machine)}", suggestion, "write one of its states");

    public static TableDiagnostic NoChannel(NameSyntax session) =>
        new(ChannelOnce, session.Span, $"The session {Quote(session.Text)} does not say what carries its messages; write 'over fifo(2)' below its roles");

    public static TableDiagnostic SecondChannel(OverRow row, int firstLine) =>
        new(ChannelOnce, row.Span, $"The channel is already said in line {firstLine}; a session has one: remove one of the two");

    public static TableDiagnostic LossyRendezvous(OverRow row) =>
        new(LossyRendezvousRule, row.Span, "A rendezvous has no channel in which a message could be lost; write 'over rendezvous' or 'over lossy fifo(1)'");

    public static TableDiagnostic Capacity(NumberSyntax number) =>
        new(CapacityRule, number.Span, $"A channel holds 1 to {Limits.ChannelCapacity} messages; write a number in that range");

    public static TableDiagnostic Role(NameSyntax name, string session, string? suggestion) =>
        Unknown(UnknownRole, name, $"{Quote(name.Text)} is no role of {Quote(session)}", suggestion, "write one of its roles, or add this one to the session");

    public static TableDiagnostic Twice(string kind, SyntaxNode node, string name, int firstLine) =>
        new(DeclaredTwice, node.Span, $"{kind} {Quote(name)} is already declared in line {firstLine}; choose another name or remove one");

    public static TableDiagnostic RoleTwice(NameSyntax role) =>
        new(DeclaredTwice, role.Span, $"{Quote(role.Text)} already has a state in this line; a role is in one state at a time: remove one");

    public static TableDiagnostic NoSuchRole(NameSyntax role, string? suggestion) =>
        Unknown(RoleOfNoSession, role, $"No session of this file has a role {Quote(role.Text)}", suggestion, "add it to a session, or leave it out where there are two roles only");
}
