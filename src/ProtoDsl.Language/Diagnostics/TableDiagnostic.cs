using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Diagnostics;

/// <summary>How grave a finding is.</summary>
public enum TableSeverity
{
    /// <summary>Shown only when asked for.</summary>
    Hidden,

    /// <summary>A hint: the table means what it says, and may surprise.</summary>
    Info,

    /// <summary>Most likely a mistake; the table still has a meaning.</summary>
    Warning,

    /// <summary>The line has no meaning; what it declares is generated as far as it goes.</summary>
    Error,
}

/// <summary>A kind of finding: one id, one rule page (<c>docs/rules/{Id}.md</c>).</summary>
/// <param name="Id"><c>PDSL0xxx</c> syntax, <c>1xxx</c> the table's meaning, <c>2xxx</c> sessions.</param>
/// <param name="Title">A short phrase, without names from a table.</param>
/// <param name="DefaultSeverity">What it is unless the project says otherwise.</param>
public sealed record TableRule(string Id, string Title, TableSeverity DefaultSeverity);

/// <summary>One replacement in the text of the table that the finding is about.</summary>
public sealed record TextEdit(TextSpan Span, string NewText);

/// <summary>A repair that travels with its finding.</summary>
/// <param name="Title">What it does, in the imperative: <c>Change 'FIN_WIAT_2' to 'FIN_WAIT_2'</c>.</param>
/// <param name="Edits">The replacements, none overlapping.</param>
public sealed record TableFix(string Title, EquatableArray<TextEdit> Edits);

/// <summary>One finding in one transition file. The message is one line that stands alone and says what to write.</summary>
public sealed record TableDiagnostic(TableRule Rule, TextSpan Span, string Message)
{
    /// <summary>The repair, when there is exactly one sensible one.</summary>
    public TableFix? Fix { get; init; }
}
