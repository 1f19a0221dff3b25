using ProtoDsl.Language.Diagnostics;
using ProtoDsl.LanguageServer.Lsp;
using ProtoDsl.LanguageServer.Workspace;
using ProtoDsl.Verification.Findings;

namespace ProtoDsl.LanguageServer.Findings;

/// <summary>Findings as the client reads them.</summary>
internal static class DiagnosticWriter
{
    /// <summary>Rules about text that does nothing, which editors show pale: unused declarations, rows that are never taken, comments that switch off nothing.</summary>
    private static readonly HashSet<string> s_idle = ["PDSL1090", "PDSL1091", "PDSL1104"];

    /// <summary>Those that are shown: what is hidden is only for those who ask for it.</summary>
    public static IReadOnlyList<Diagnostic> Of(TableDocument document, TableSet tables, IEnumerable<JudgedFinding> findings) =>
        [.. findings.Where(finding => finding.IsShown).Select(finding => Of(document, tables, finding))];

    /// <summary>One.</summary>
    public static Diagnostic Of(TableDocument document, TableSet tables, JudgedFinding judged)
    {
        var finding = judged.Finding;
        return new Diagnostic(document.RangeOf(finding.Place.Span), SeverityOf(judged.Severity), finding.Rule.Id, "protodsl", finding.Message)
        {
            Tags = s_idle.Contains(finding.Rule.Id) ? [1] : null,
            RelatedInformation = finding.Trace.IsEmpty ? null : Trace(tables, finding),
        };
    }

    private static IReadOnlyList<RelatedInformation> Trace(TableSet tables, Finding finding)
    {
        var steps = new List<RelatedInformation>();
        for (var i = 0; i < finding.Trace.Count; i++)
        {
            if (tables.Find(finding.Trace[i].Place.Path) is { } there)
            {
                steps.Add(new RelatedInformation(there.LocationOf(finding.Trace[i].Place.Span), $"step {i + 1} of {finding.Trace.Count}: {finding.Trace[i].Text}"));
            }
        }

        return steps;
    }

    private static int SeverityOf(TableSeverity severity) => severity switch
    {
        TableSeverity.Error => 1,
        TableSeverity.Warning => 2,
        TableSeverity.Info => 3,
        _ => 4,
    };
}
