using System.Collections.Generic;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;
using static ProtoDsl.Language.Binding.Messages.Wording;

namespace ProtoDsl.Language.Binding.Messages;

/// <summary>Names of calls, messages and timers, and what stands in parentheses after an event.</summary>
internal static class EventMessages
{
    public static readonly TableRule UnknownCall = new("PDSL1030", "Unknown call", TableSeverity.Error);
    public static readonly TableRule UnknownMessage = new("PDSL1031", "Unknown message", TableSeverity.Error);
    public static readonly TableRule UnknownTimer = new("PDSL1032", "Unknown timer", TableSeverity.Error);
    public static readonly TableRule UnknownValue = new("PDSL1033", "Value is not of the tag", TableSeverity.Error);
    public static readonly TableRule NotATag = new("PDSL1034", "Pattern on a parameter that is no tag", TableSeverity.Error);
    public static readonly TableRule TooManyArguments = new("PDSL1035", "Too many arguments", TableSeverity.Error);

    public static TableDiagnostic Call(NameSyntax name, string? suggestion) =>
        Unknown(UnknownCall, name, $"{Quote(name.Text)} is no call", suggestion, $"declare it with 'call {Clip(name.Text)}', or write '?{Clip(name.Text)}' if it is a message");

    public static TableDiagnostic CallIsMessage(NameSyntax name) =>
        new(UnknownCall, name.Span, $"{Quote(name.Text)} is a message, not a call; write '?{Clip(name.Text)}' to receive it")
        {
            Fix = Insert(name.Span, "?", "Receive the message"),
        };

    public static TableDiagnostic CallIsTimer(NameSyntax name) =>
        new(UnknownCall, name.Span, $"{Quote(name.Text)} is a timer, not a call; write 'after {Clip(name.Text)}' or 'timeout {Clip(name.Text)}'");

    public static TableDiagnostic CallWithoutRow(NameSyntax name, string machine) =>
        new(UnknownCall, name.Span, $"No row of {Quote(machine)} takes the call {Quote(name.Text)}; add one, or remove it here");

    public static TableDiagnostic Message(NameSyntax name, string? suggestion) =>
        Unknown(UnknownMessage, name, $"{Quote(name.Text)} is no message", suggestion, $"declare it with 'message {Clip(name.Text)}'");

    public static TableDiagnostic MessageIsCall(NameSyntax name, TextSpan sign) =>
        new(UnknownMessage, name.Span, $"{Quote(name.Text)} is a call, not a message; write '{Clip(name.Text)}' without the '?'")
        {
            Fix = new TableFix("Remove the '?'", EquatableArray.Create(new TextEdit(sign, ""))),
        };

    public static TableDiagnostic MessageWithoutRow(NameSyntax name, string machine) =>
        new(UnknownMessage, name.Span, $"No row of {Quote(machine)} receives {Quote(name.Text)}; add one, or remove it here");

    public static TableDiagnostic Timer(NameSyntax name, string? suggestion) =>
        Unknown(UnknownTimer, name, $"{Quote(name.Text)} is no timer", suggestion, $"declare it with 'timer {Clip(name.Text)} = 30s'");

    public static TableDiagnostic Value(ValueSyntax value, TagType tag, string? suggestion)
    {
        var what = $"{Quote(value.Text)} is no value of {Quote(tag.Name)}";
        return suggestion is null
            ? new(UnknownValue, value.Span, $"{what}; write {Values(tag)}, or '_' for any")
            : new(UnknownValue, value.Span, $"{what}; did you mean {Quote(suggestion)}?") { Fix = Change(value.Span, value.Text, suggestion) };
    }

    public static TableDiagnostic PatternOnType(ValueSyntax value, Parameter parameter) =>
        new(NotATag, value.Span, $"{Quote(parameter.Name)} is of type {Quote(parameter.Type ?? "")}, no tag, so a pattern cannot name a value of it; write '_', and test it with a guard");

    public static TableDiagnostic TooMany(SyntaxNode argument, string name, int most) =>
        new(TooManyArguments, argument.Span, most == 0
            ? $"{Quote(name)} has no parameters; remove the parentheses"
            : $"{Quote(name)} has {most} {(most == 1 ? "parameter" : "parameters")}; remove what goes beyond");

    public static string Values(TagType tag)
    {
        var names = new List<string>();
        foreach (var value in tag.Values)
        {
            names.Add(value.Name);
        }

        return QuoteAll(names);
    }
}
