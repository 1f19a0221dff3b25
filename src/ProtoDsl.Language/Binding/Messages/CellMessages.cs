using System.Text;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Syntax;
using static ProtoDsl.Language.Binding.Messages.Wording;

namespace ProtoDsl.Language.Binding.Messages;

/// <summary>Rows that compete for one event in one state.</summary>
internal static class CellMessages
{
    public static readonly TableRule TwoSectionsRule = new("PDSL1045", "Two 'in' sections give one state the same event", TableSeverity.Error);
    public static readonly TableRule DuplicateRule = new("PDSL1046", "Row said twice", TableSeverity.Error);
    public static readonly TableRule ElseAloneRule = new("PDSL1047", "[else] without a guarded row", TableSeverity.Error);
    public static readonly TableRule FileOrderRule = new("PDSL1048", "File order decides", TableSeverity.Info);

    public static TableDiagnostic TwoSections(EventSyntax @event, string name, string state, int firstLine) =>
        new(TwoSectionsRule, @event.Span, $"{Quote(state)} is given {Quote(name)} by this 'in' section and by that of line {firstLine}, with the same guard; leave the state out of one with 'except', or write the row below 'state {Clip(state)}'");

    public static TableDiagnostic Duplicate(EventSyntax @event, string name, bool hasGuard, int firstLine, bool inOneRow) =>
        new(DuplicateRule, @event.Span, inOneRow
            ? $"{Quote(name)} stands twice in this row; remove one"
            : $"{Quote(name)} {(hasGuard ? "with this guard " : "")}already has a row in line {firstLine}, so that this one is never taken; remove one, or tell them apart by a guard");

    public static TableDiagnostic FileOrder(EventSyntax @event, string name, int firstLine) =>
        new(FileOrderRule, @event.Span, $"{Quote(name)} may fit both this row and that of line {firstLine}, which is tried first because it stands first; write guards of which only one can hold if that is not meant");

    public static TableDiagnostic ElseAlone(GuardSyntax guard, EventSyntax @event) =>
        new(ElseAloneRule, guard.Span, $"[else] needs a guarded row of '{Clip(Print(@event))}' above it in the same section; write '[!guard]', or leave '[else]' out");

    private static string Print(EventSyntax @event)
    {
        var text = new StringBuilder();
        EventPrinter.Append(text, @event);
        return text.ToString();
    }
}
