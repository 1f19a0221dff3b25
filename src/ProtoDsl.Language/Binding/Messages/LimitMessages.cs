using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Messages;

/// <summary>Tables that are too large.</summary>
internal static class LimitMessages
{
    public static readonly TableRule TooLarge = new("PDSL1004", "Table too large", TableSeverity.Error);

    public static TableDiagnostic TooMany(TextSpan span, string what, int limit) =>
        new(TooLarge, span, $"More than {limit} {what}; what goes beyond is left out: split the table");

    public static TableDiagnostic TooManyCandidates(TextSpan span) =>
        new(TooLarge, span, $"The rows of this machine apply to its states more than {Limits.Candidates} times; narrow its 'in' sections or split the machine");

    public static TableDiagnostic TooManyComparisons(TextSpan span) =>
        new(TooLarge, span, "Too many rows of this machine speak of one event in one state to be compared with each other; split the event or the machine");

    public static TableDiagnostic TooManyFindings(TextSpan span) =>
        new(TooLarge, span, $"More than {Limits.Findings} errors; those that follow are not shown: repair the first ones");
}
