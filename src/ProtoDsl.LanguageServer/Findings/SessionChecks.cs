using System.Runtime.CompilerServices;
using ProtoDsl.LanguageServer.Workspace;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Sessions;

namespace ProtoDsl.LanguageServer.Findings;

/// <summary>The checks of sessions. One is remembered with the versions of the tables that it is of, so that an edit of one table checks only what that
/// table is part of.</summary>
internal sealed class SessionChecks
{
    private readonly ConditionalWeakTable<TableDocument, Remembered> _checks = new();

    /// <summary>Checks the sessions of a table, unless that was done before.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public FileCheck Of(TableDocument owner, IReadOnlyList<TableDocument> imports, CancellationToken cancellationToken)
    {
        if (Find(owner, imports) is { } known)
        {
            return known;
        }

        var others = imports.Select(import => import.File(cancellationToken)).ToArray();
        var made = new Remembered(imports, SessionChecker.Check(owner.File(cancellationToken), others, new CheckOptions(), cancellationToken));
        _checks.AddOrUpdate(owner, made);
        return made.Check;
    }

    /// <summary>What is remembered; null for nothing.</summary>
    public FileCheck? Find(TableDocument owner, IReadOnlyList<TableDocument> imports) =>
        _checks.TryGetValue(owner, out var known) && known.Imports.SequenceEqual(imports) ? known.Check : null;

    private sealed record Remembered(IReadOnlyList<TableDocument> Imports, FileCheck Check);
}
