using System.Collections.Generic;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;
using static ProtoDsl.Language.Binding.Messages.Wording;

namespace ProtoDsl.Language.Binding.Messages;

/// <summary>States, groups and sets of states.</summary>
internal static class StateMessages
{
    public static readonly TableRule UnknownState = new("PDSL1020", "Unknown state", TableSeverity.Error);
    public static readonly TableRule InitialStates = new("PDSL1021", "Not exactly one initial state", TableSeverity.Error);
    public static readonly TableRule NoStates = new("PDSL1022", "Machine without states", TableSeverity.Error);
    public static readonly TableRule StableCodes = new("PDSL1023", "Stable codes incomplete", TableSeverity.Error);
    public static readonly TableRule GroupCycle = new("PDSL1024", "Group contains itself", TableSeverity.Error);
    public static readonly TableRule EmptySet = new("PDSL1025", "Set of states is empty", TableSeverity.Warning);
    public static readonly TableRule NamedTwice = new("PDSL1026", "Name repeated in a set of states", TableSeverity.Warning);

    public static TableDiagnostic Unknown(NameSyntax name, string machine, string? suggestion) =>
        Wording.Unknown(UnknownState, name, $"{Quote(name.Text)} is no state of {Quote(machine)}", suggestion, $"declare it with 'state {Clip(name.Text)}'");

    public static TableDiagnostic UnknownInSet(NameSyntax name, string machine, string? suggestion) =>
        Wording.Unknown(UnknownState, name, $"{Quote(name.Text)} is no state or group of {Quote(machine)}", suggestion, $"declare it with 'state {Clip(name.Text)}' or 'group {Clip(name.Text)} = …'");

    public static TableDiagnostic GroupAsTarget(NameSyntax name) =>
        new(UnknownState, name.Span, $"{Quote(name.Text)} is a group; an arrow leads to one state: write a state of the group");

    public static TableDiagnostic NoInitial(TextSpan machine, string name, NameSyntax firstState) =>
        new(InitialStates, machine, $"No state of {Quote(name)} is initial; write 'initial' before one of its states, such as 'initial state {Clip(firstState.Text)}'");

    public static TableDiagnostic SecondInitial(NameSyntax name, string first, int firstLine) =>
        new(InitialStates, name.Span, $"{Quote(first)} in line {firstLine} is already the initial state; remove 'initial' from one of the two");

    public static TableDiagnostic None(TextSpan machine, string name) =>
        new(NoStates, machine, $"{Quote(name)} has no state; write 'initial state NAME' below it");

    public static TableDiagnostic CodeMissing(NameSyntax state, string other, long free) =>
        new(StableCodes, state.Span, $"{Quote(state.Text)} has no stable code but {Quote(other)} has one; give every state one, or none: '{Clip(state.Text)} = {free}' is free");

    public static TableDiagnostic CodeTwice(NumberSyntax code, string other) =>
        new(StableCodes, code.Span, $"The code {code.Value} is already that of {Quote(other)}; a stable code names one state for ever");

    public static TableDiagnostic Cycle(NameSyntax group, IEnumerable<string> path) =>
        new(GroupCycle, group.Span, $"The group {Quote(group.Text)} contains itself, by way of {QuoteAll(path)}; remove one of these");

    public static TableDiagnostic Repeated(NameSyntax name, NameSyntax before) =>
        new(NamedTwice, name.Span, $"{Quote(name.Text)} is already named in this set; remove it here, or write the name that was meant")
        {
            Fix = new TableFix($"Remove {Quote(name.Text)}", EquatableArray.Create(new TextEdit(TextSpan.FromBounds(before.Span.End, name.Span.End), ""))),
        };

    public static TableDiagnostic Empty(SyntaxNode set) =>
        new(EmptySet, set.Span, "No state is left in this set; its rows apply nowhere");
}
