using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using static ProtoDsl.Language.Binding.Messages.Wording;

namespace ProtoDsl.Language.Binding.Messages;

/// <summary>Effects, guards, sends and what they are handed.</summary>
internal static class ActionMessages
{
    public static readonly TableRule EffectIsMessage = new("PDSL1060", "Effect bears a message's name", TableSeverity.Error);
    public static readonly TableRule EffectAndGuard = new("PDSL1061", "One name for an effect and a guard", TableSeverity.Error);
    public static readonly TableRule ArgumentLists = new("PDSL1062", "One effect with different arguments", TableSeverity.Error);
    public static readonly TableRule UnknownArgument = new("PDSL1063", "Unknown argument", TableSeverity.Error);
    public static readonly TableRule ArgumentType = new("PDSL1064", "Argument of another type", TableSeverity.Error);

    public static readonly TableRule EffectIsTimer = new("PDSL1065", "Effect bears a timer's name", TableSeverity.Error);

    public static TableDiagnostic IsTimer(NameSyntax name) =>
        new(EffectIsTimer, name.Span, $"{Quote(name.Text)} is a timer; write 'start {Clip(name.Text)}', 'stop {Clip(name.Text)}' or 'restart {Clip(name.Text)}'");

    public static TableDiagnostic IsMessage(NameSyntax name) =>
        new(EffectIsMessage, name.Span, $"{Quote(name.Text)} is a message; write '!{Clip(name.Text)}' to send it")
        {
            Fix = Insert(name.Span, "!", "Send the message"),
        };

    public static TableDiagnostic OtherUse(NameSyntax name, bool isGuardHere, int firstLine) =>
        new(EffectAndGuard, name.Span, isGuardHere
            ? $"{Quote(name.Text)} is an effect in line {firstLine} and cannot be a guard too; choose another name for one of them"
            : $"{Quote(name.Text)} is a guard in line {firstLine} and cannot be an effect too; choose another name for one of them");

    public static TableDiagnostic OtherArguments(NameSyntax name, string here, string there, int firstLine) =>
        new(ArgumentLists, name.Span, $"{Quote(name.Text)} is written with {here} here and with {there} in line {firstLine}; one name is one method: give both the same, or choose another name");

    public static TableDiagnostic Unknown(ValueSyntax value, string @event, string? suggestion, string otherwise)
    {
        var what = $"{Quote(value.Text)} is no parameter of {@event}";
        return suggestion is null
            ? new(UnknownArgument, value.Span, $"{what}; {otherwise}")
            : new(UnknownArgument, value.Span, $"{what}; did you mean {Quote(suggestion)}?") { Fix = Change(value.Span, value.Text, suggestion) };
    }

    public static TableDiagnostic NotInAll(ValueSyntax value) =>
        new(UnknownArgument, value.Span, $"{Quote(value.Text)} is not a parameter of the same type of every event of this row; write one row for each event, or leave it out");

    public static TableDiagnostic Ambiguous(ValueSyntax value, string first, string second) =>
        new(UnknownArgument, value.Span, $"{Quote(value.Text)} is a value of both {Quote(first)} and {Quote(second)}; give the values different names, or hand on a parameter");

    public static TableDiagnostic Wildcard(ValueSyntax value) =>
        new(UnknownArgument, value.Span, "An effect must be given every argument; write the name of a parameter, or leave '_' out");

    public static TableDiagnostic NumberDoesNotFit(ValueSyntax value, string type) =>
        new(ArgumentType, value.Span, $"The number {Quote(value.Text)} does not fit the type {Quote(type)}; hand on a parameter, or write '_'");

    public static TableDiagnostic OtherTag(ValueSyntax value, string type, string expected) =>
        new(ArgumentType, value.Span, $"{Quote(value.Text)} is of type {Quote(type)} where {Quote(expected)} is expected; declare one 'tag' for both, or write '_' and let the user's code answer");
}
