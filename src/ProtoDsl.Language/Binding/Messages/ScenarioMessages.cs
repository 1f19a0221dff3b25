using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using static ProtoDsl.Language.Binding.Messages.Wording;

namespace ProtoDsl.Language.Binding.Messages;

/// <summary>Scenarios.</summary>
internal static class ScenarioMessages
{
    public static readonly TableRule UnknownSession = new("PDSL2010", "Unknown session", TableSeverity.Error);
    public static readonly TableRule NotSent = new("PDSL2011", "Role never sends that message", TableSeverity.Error);
    public static readonly TableRule NoSuchEvent = new("PDSL2012", "Role has no such event", TableSeverity.Error);
    public static readonly TableRule BadArgument = new("PDSL2013", "Argument of a step does not fit", TableSeverity.Error);
    public static readonly TableRule FromFirst = new("PDSL2014", "'from' after the first step", TableSeverity.Error);
    public static readonly TableRule ToItself = new("PDSL2015", "Role sends to itself", TableSeverity.Error);

    public static TableDiagnostic Session(NameSyntax name, string? suggestion) =>
        Unknown(UnknownSession, name, $"{Quote(name.Text)} is no session of this file", suggestion, $"declare it with 'session {Clip(name.Text)}'");

    public static TableDiagnostic Message(NameSyntax name, string role, string machine, string? suggestion) =>
        Unknown(NotSent, name, $"{Quote(role)} never sends {Quote(name.Text)}: no row of {Quote(machine)} has '!{Clip(name.Text)}'", suggestion, "name a message that it sends");

    public static TableDiagnostic Event(NameSyntax name, string role, string machine, string? suggestion) =>
        Unknown(NoSuchEvent, name, $"{Quote(role)} has no event {Quote(name.Text)}: no row of {Quote(machine)} takes it so", suggestion, "name a call, timer or message that its rows wait for");

    public static TableDiagnostic AnyMessage(SyntaxNode @event) =>
        new(NoSuchEvent, @event.Span, "A scenario says which message is received; name it in the place of '*'");

    public static TableDiagnostic Guard(NameSyntax name, string machine, string? suggestion) =>
        Unknown(NoSuchEvent, name, $"{Quote(name.Text)} is no guard of {Quote(machine)}", suggestion, "write one of its guards");

    public static TableDiagnostic Value(ValueSyntax value, TagType tag, string? suggestion)
    {
        var what = $"{Quote(value.Text)} is no value of {Quote(tag.Name)}";
        return suggestion is null
            ? new(BadArgument, value.Span, $"{what}; write {EventMessages.Values(tag)}, or '_' for any")
            : new(BadArgument, value.Span, $"{what}; did you mean {Quote(suggestion)}?") { Fix = Change(value.Span, value.Text, suggestion) };
    }

    public static TableDiagnostic ValueOfType(ValueSyntax value, Parameter parameter) =>
        new(BadArgument, value.Span, $"{Quote(parameter.Name)} is no tag, so a scenario cannot tell its values apart; write '_'");

    public static TableDiagnostic TooMany(ValueSyntax value, string name, int most) =>
        new(BadArgument, value.Span, $"{Quote(name)} has {most} {(most == 1 ? "parameter" : "parameters")}; remove what goes beyond");

    public static TableDiagnostic From(ScenarioStatesRow row) =>
        new(FromFirst, row.Span, "'from' says where the scenario begins; make it the first step, or write 'expect'");

    public static TableDiagnostic SameRole(DeliveryRow row) =>
        new(ToItself, row.Span, $"{Quote(row.From.Text)} cannot send to itself; write two different roles beside the arrow");
}
