using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Messages;

/// <summary>Lines that stand in a wrong place, and headers.</summary>
internal static class PlacementMessages
{
    public static readonly TableRule Misplaced = new("PDSL1001", "Line in a wrong place", TableSeverity.Error);
    public static readonly TableRule SaidTwice = new("PDSL1002", "Header said twice", TableSeverity.Error);
    public static readonly TableRule EmptyFile = new("PDSL1003", "Empty table", TableSeverity.Warning);

    public static TableDiagnostic HeaderBelow(LineSyntax line) =>
        new(Misplaced, line.Span, $"'{Word(line)}' belongs at the top of the file, above the first machine and session; move this line there");

    public static TableDiagnostic DeclarationBelowSession(LineSyntax line) =>
        new(Misplaced, line.Span, $"A '{Word(line)}' declaration cannot stand below a session or scenario; move it below its machine's line, or above the first machine to share it");

    public static TableDiagnostic GroupOutsideMachine(LineSyntax line) =>
        new(Misplaced, line.Span, "A group names states of one machine; move this line below that 'machine' line");

    public static TableDiagnostic NoMachine(LineSyntax line) =>
        new(Misplaced, line.Span, $"'{Word(line)}' stands before any machine; write 'machine NAME' on a line above the first state");

    public static TableDiagnostic SectionBelowSession(LineSyntax line) =>
        new(Misplaced, line.Span, $"'{Word(line)}' stands below a session or scenario; move it up, to the other states of its machine");

    public static TableDiagnostic KeepOutsideMachine(KeepRow keep) =>
        new(Misplaced, keep.Span, "'keep' speaks of a whole machine; move it below the 'machine' line, above the first state");

    public static TableDiagnostic BoundaryInShared(BoundaryRow row) =>
        new(Misplaced, row.Span, $"'{(row.IsEntry ? "entry" : "exit")}' belongs to one state; write it below each 'state' line that needs it");

    public static TableDiagnostic RowElsewhere(LineSyntax row) =>
        new(Misplaced, row.Span, row switch
        {
            TransitionRow or ReasonRow => "A row belongs below a 'state' or 'in' line; write 'state NAME' or 'in NAMES' above it",
            BoundaryRow => "'entry' and 'exit' belong below a 'state' line",
            RoleRow or OverRow or NeverRow => "Roles, 'over' and 'never' belong below a 'session' line; write 'session NAME' above it",
            _ => "A step belongs below a 'scenario' line; write 'scenario \"title\" in SESSION' above it",
        });

    public static TableDiagnostic Twice(LineSyntax line, int firstLine) =>
        new(SaidTwice, line.Span, $"'{Word(line)}' is already said in line {firstLine}; a file has one: remove this line");

    public static TableDiagnostic NamedTwice(SyntaxNode node, string name) =>
        new(SaidTwice, node.Span, $"{Wording.Quote(name)} is already named above; remove it here");

    public static TableDiagnostic Empty() =>
        new(EmptyFile, new TextSpan(0, 0), "The table is empty; the smallest one has four lines: 'machine Lamp', 'call Toggle', 'initial final state Off' and below it the row '    Toggle / blink'");

    private static string Word(LineSyntax line) => line switch
    {
        ProtocolLine => "protocol",
        NamespaceLine => "namespace",
        UsingLine => "using",
        ImportLine => "import",
        MessageLine => "message",
        CallLine => "call",
        TimerLine => "timer",
        TagLine => "tag",
        GroupLine => "group",
        StateLine => "state",
        InLine => "in",
        _ => "line",
    };
}
