using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Tool.Findings;

/// <summary>A place with its lines, both counted from 0.</summary>
/// <param name="Path">As the user named the file.</param>
/// <param name="Span">In characters; never past the end of the text.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Just after it.</param>
internal sealed record ReportedPlace(string Path, TextSpan Span, LinePosition Start, LinePosition End);

/// <summary>One step on the way to a finding.</summary>
/// <param name="Text">As the trace writes it: <c>client Close !FIN</c>.</param>
/// <param name="Place">Its row.</param>
internal sealed record ReportedStep(string Text, ReportedPlace Place);

/// <summary>A finding as it is told.</summary>
/// <param name="Rule">What was found.</param>
/// <param name="Severity">How grave the project takes it.</param>
/// <param name="Place">Where.</param>
/// <param name="Message">One line.</param>
internal sealed record ReportedFinding(TableRule Rule, TableSeverity Severity, ReportedPlace Place, string Message)
{
    /// <summary>The shortest way there; empty for a finding about a table alone.</summary>
    public IReadOnlyList<ReportedStep> Steps { get; init; } = [];

    /// <summary>The way there as a scenario; null where there is none.</summary>
    public string? Scenario { get; init; }

    /// <summary>The repair; null for none.</summary>
    public TableFix? Fix { get; init; }

    /// <summary>The places of the repair's edits.</summary>
    public IReadOnlyList<ReportedPlace> FixPlaces { get; init; } = [];
}
