using ProtoDsl.Language.Diagnostics;
using ProtoDsl.LanguageServer.Workspace;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Tables;

namespace ProtoDsl.LanguageServer.Findings;

/// <summary>All that the build would say of one table.</summary>
internal sealed class DocumentFindings
{
    private readonly SessionFindings _sessions = new();

    /// <summary>What the table alone shows: at once.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<Finding> OfTable(TableDocument document, CancellationToken cancellationToken) =>
        All(document, [], [], cancellationToken);

    /// <summary>That, and what its sessions and those that import it show: as long as that takes.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<Finding> Of(TableDocument document, TableSet tables, CancellationToken cancellationToken)
    {
        var (found, answered) = _sessions.Of(document, tables, cancellationToken);
        return All(document, found, answered, cancellationToken);
    }

    private static Finding[] All(TableDocument document, IReadOnlyList<Finding> sessions, IReadOnlyList<TableRule> answered, CancellationToken cancellationToken)
    {
        var file = document.File(cancellationToken);
        var language = file.Bound.Diagnostics.Select(found => new Finding(found.Rule, new Place(file.Path, found.Span), found.Message) { Fix = found.Fix });
        var later = FileFindings.Of(file, document.Findings(cancellationToken).Concat(sessions), TableChecks.Rules.Concat(answered));
        return [.. language.Concat(later).OrderBy(finding => finding.Place.Span.Start)];
    }
}
