using ProtoDsl.Language.Diagnostics;
using ProtoDsl.LanguageServer.Workspace;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Projects;

namespace ProtoDsl.LanguageServer.Findings;

/// <summary>All that the build would say of one table.</summary>
internal sealed class DocumentFindings(SeverityCache severities)
{
    private readonly SessionChecks _sessions = new();

    /// <summary>What the table alone shows: at once.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<JudgedFinding> OfTable(TableDocument document, CancellationToken cancellationToken) =>
        Judge(document, TableReport.Of(InProject(document, isImport: false, cancellationToken), SessionReport.Nothing, cancellationToken));

    /// <summary>That, and what its sessions and those that import it show: as long as that takes.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<JudgedFinding> Of(TableDocument document, TableSet tables, CancellationToken cancellationToken)
    {
        var own = InProject(document, isImport: false, cancellationToken);
        var importers = tables.ImportersOf(document, cancellationToken);
        var imports = importers.Prepend(document).SelectMany(owner => tables.ImportsOf(owner, cancellationToken)).Distinct().Where(import => import != document && !importers.Contains(import));
        var report = SessionReport.Of(
            own,
            [
                own,
                .. importers.Select(importer => InProject(importer, isImport: false, cancellationToken)),

                // What is found in a table that nobody has open is told at the session, so that somebody sees it.
                .. imports.Select(import => InProject(import, isImport: !import.IsOpen, cancellationToken)),
            ],
            (table, _) => tables.Find(table.File.Path) is { } owner
                ? _sessions.Of(owner, tables.ImportsOf(owner, cancellationToken), cancellationToken)
                : throw new InvalidOperationException($"{table.File.Path} is not among the tables."));
        return Judge(document, TableReport.Of(own, report, cancellationToken));
    }

    /// <summary>What is known without waiting for a check of sessions.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<JudgedFinding> Known(TableDocument document, TableSet tables, CancellationToken cancellationToken)
    {
        var isKnown = tables.ImportersOf(document, cancellationToken).Prepend(document)
            .Where(owner => !owner.File(cancellationToken).Bound.Protocol.Sessions.IsEmpty)
            .All(owner => _sessions.Find(owner, tables.ImportsOf(owner, cancellationToken)) is not null);
        return isKnown ? Of(document, tables, cancellationToken) : OfTable(document, cancellationToken);
    }

    private IReadOnlyList<JudgedFinding> Judge(TableDocument document, IEnumerable<Finding> findings)
    {
        var choices = severities.Of(document.Path);
        return [.. findings.Select(finding => (Finding: finding, Severity: choices.Of(finding.Rule)))
            .Where(judged => judged.Severity is not null)
            .Select(judged => new JudgedFinding(judged.Finding, judged.Severity ?? default))];
    }

    private ProjectTable InProject(TableDocument document, bool isImport, CancellationToken cancellationToken) =>
        new(document.File(cancellationToken), Path.GetFileName(document.Path), severities.Of(document.Path)) { IsImport = isImport };
}
