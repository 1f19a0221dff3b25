using System.Runtime.CompilerServices;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.LanguageServer.Workspace;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Sessions;

namespace ProtoDsl.LanguageServer.Findings;

/// <summary>What is found about sessions: of a table, and of those that import it. A check is remembered with the versions of the tables that it is of, so
/// that an edit of one table checks only what that table is part of.</summary>
internal sealed class SessionFindings
{
    private readonly ConditionalWeakTable<TableDocument, Remembered> _checks = new();

    /// <summary>The findings with their place in a table, and the rules that were looked for to the end.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public (IReadOnlyList<Finding> Found, IReadOnlyList<TableRule> Answered) Of(TableDocument document, TableSet tables, CancellationToken cancellationToken)
    {
        var found = new List<Finding>();
        var (isAny, isComplete) = (false, true);
        foreach (var owner in tables.ImportersOf(document, cancellationToken).Prepend(document))
        {
            if (owner.File(cancellationToken).Bound.Protocol.Sessions.IsEmpty)
            {
                continue;
            }

            var check = Check(owner, tables.ImportsOf(owner, cancellationToken), cancellationToken);
            isAny = true;
            isComplete &= check.Sessions.All(session => session.Verdict is { IsComplete: true });
            found.AddRange(check.Findings.Where(finding => finding.Place.Path == document.Path));
        }

        return (found, isAny && isComplete ? SessionRules.All : []);
    }

    private FileCheck Check(TableDocument owner, IReadOnlyList<TableDocument> imports, CancellationToken cancellationToken)
    {
        if (_checks.TryGetValue(owner, out var known) && known.Imports.SequenceEqual(imports))
        {
            return known.Check;
        }

        var others = imports.Select(import => import.File(cancellationToken)).ToArray();
        var made = new Remembered(imports, SessionChecker.Check(owner.File(cancellationToken), others, new CheckOptions(), cancellationToken));
        _checks.AddOrUpdate(owner, made);
        return made.Check;
    }

    private sealed record Remembered(IReadOnlyList<TableDocument> Imports, FileCheck Check);
}
