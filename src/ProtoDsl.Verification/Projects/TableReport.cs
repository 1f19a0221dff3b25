using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Tables;

namespace ProtoDsl.Verification.Projects;

/// <summary>Everything that a build says in one table but what needs a C# compiler: the language's findings, those about the table, those about sessions.</summary>
public static class TableReport
{
    /// <summary>Without what comments switch off, in the order of the text. The steps of traces are told with their findings only.</summary>
    /// <param name="own">The table.</param>
    /// <param name="sessions">What is to be said in it about sessions.</param>
    /// <param name="cancellationToken">Honoured between checks.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<Finding> Of(ProjectTable own, SessionReport sessions, CancellationToken cancellationToken = default)
    {
        var file = own.File;
        var ofLanguage = file.Bound.Diagnostics.Select(one => new Finding(one.Rule, new Place(file.Path, one.Span), one.Message) { Fix = one.Fix });
        var ofChecks = FileFindings.Of(file, TableChecks.Check(file, cancellationToken).Concat(sessions.Findings), TableChecks.Rules.Concat(sessions.Answered));
        return ofLanguage.Concat(ofChecks).OrderBy(finding => finding.Place.Span.Start).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal).ToArray();
    }
}
