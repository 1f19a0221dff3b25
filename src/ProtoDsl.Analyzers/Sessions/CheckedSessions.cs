using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Language.Collections;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Projects;
using ProtoDsl.Verification.Sessions;

namespace ProtoDsl.Analyzers.Sessions;

/// <summary>Remembers checks of sessions by the texts of the tables involved, so that an edit of C#, or a build by the same compiler server
/// after one, checks nothing again.</summary>
internal static class CheckedSessions
{
    private const int MostRemembered = 64;

    private static readonly ConcurrentDictionary<Key, FileCheck> s_checks = new();

    /// <summary>Checks the sessions of a table, unless that was done before. Two threads may do it at once: both have the same result.</summary>
    /// <param name="table">The table of the sessions.</param>
    /// <param name="imported">The tables that its imports mean.</param>
    /// <param name="budget">The most configurations that are looked at, for each session.</param>
    /// <param name="cancellationToken">Nothing is remembered of a check that it ends.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static FileCheck Of(BuildTable table, IReadOnlyList<BuildTable> imported, int budget, CancellationToken cancellationToken)
    {
        var key = KeyOf(table, imported, budget);
        if (s_checks.TryGetValue(key, out var known))
        {
            return known;
        }

        var made = SessionChecker.Check(table.File, imported.Select(other => other.File).ToArray(), new CheckOptions { Budget = budget }, cancellationToken);
        if (s_checks.Count >= MostRemembered)
        {
            s_checks.Clear(); // a project has few; who has more pays with time, not with memory
        }

        s_checks[key] = made;
        return made;
    }

    /// <summary>What is to be said in a table about sessions.</summary>
    /// <param name="own">The table.</param>
    /// <param name="tables">All tables of the build.</param>
    /// <param name="options">Whether, and how far, sessions are checked.</param>
    /// <param name="cancellationToken">Nothing is remembered of a check that it ends.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SessionReport ReportOf(BuildTable own, IReadOnlyList<BuildTable> tables, VerificationOptions options, CancellationToken cancellationToken)
    {
        BuildTable Known(ProjectTable table) => tables.First(each => each.InProject == table);
        return options.IsOn
            ? SessionReport.Of(
                own.InProject,
                tables.Select(table => table.InProject).ToArray(),
                (table, imported) => Of(Known(table), imported.Select(Known).ToArray(), options.Budget, cancellationToken))
            : SessionReport.Nothing;
    }

    /// <summary>What is remembered; null for nothing.</summary>
    internal static FileCheck? Find(BuildTable table, IReadOnlyList<BuildTable> imported, int budget) =>
        s_checks.TryGetValue(KeyOf(table, imported, budget), out var known) ? known : null;

    private static Key KeyOf(BuildTable table, IReadOnlyList<BuildTable> imported, int budget) =>
        new(imported.Prepend(table).Select(each => new KeyPart(each.Table.Path, each.Text)).ToEquatableArray(), budget);

    private sealed record Key(EquatableArray<KeyPart> Tables, int Budget);

    private sealed record KeyPart(string Path, string Text);
}
