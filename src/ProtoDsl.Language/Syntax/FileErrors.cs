using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Syntax;

/// <summary>What can be wrong with a file as a whole.</summary>
internal static class FileErrors
{
    public static readonly TableRule NotTextRule = new("PDSL0001", "Not a text file", TableSeverity.Error);
    public static readonly TableRule TooLargeRule = new("PDSL0002", "Transition file too large", TableSeverity.Error);
    public static readonly TableRule MoreRule = new("PDSL0003", "More syntax errors than are shown", TableSeverity.Error);
    public static readonly TableRule SuppressionRule = new("PDSL0004", "Suppression comment not understood", TableSeverity.Warning);

    public static TableDiagnostic NotText(TextSpan span) =>
        new(NotTextRule, span, "This is not a text file: it has characters that no text has; save the table as UTF-8, or name the file otherwise if it is no table");

    public static TableDiagnostic TooLarge(int length, int limit) =>
        new(TooLargeRule, new TextSpan(0, 0), $"The file has {length} characters and a transition file at most {limit}; split the protocol into several files");

    public static TableDiagnostic More(TextSpan span, int count) =>
        new(MoreRule, span, $"{count} more {(count == 1 ? "line" : "lines")} from here on could not be read; correct those reported above first");

    public static TableDiagnostic Suppression(TextSpan span) =>
        new(SuppressionRule, span, "This comment switches nothing off; write '// protodsl: disable PDSL1011 reason', with the ids before the reason");
}
