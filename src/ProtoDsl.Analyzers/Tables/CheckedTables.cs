using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Generation.Input;
using ProtoDsl.Language;
using ProtoDsl.Verification;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Tables;

namespace ProtoDsl.Analyzers.Tables;

/// <summary>A table, read and checked by itself.</summary>
/// <param name="File">What the language made of it.</param>
/// <param name="Findings">What is found in the table alone, whether a comment switches it off or not.</param>
internal sealed record CheckedTable(TableFile File, IReadOnlyList<Finding> Findings);

/// <summary>Remembers what was read and checked, by the text itself: an editor, and a compiler server, hand over the same object for as long as the
/// table does not change, so that an edit of C# checks nothing again. What nobody holds any more is forgotten.</summary>
internal static class CheckedTables
{
    private static readonly ConditionalWeakTable<SourceText, CheckedTable> s_tables = new();

    /// <summary>Reads and checks a table, unless that was done before.</summary>
    /// <param name="source">The text as the compiler holds it.</param>
    /// <param name="table">The same, as we read it.</param>
    /// <param name="text">Its characters.</param>
    /// <param name="cancellationToken">Nothing is remembered of a check that it ends.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static CheckedTable Of(SourceText source, TableText table, string text, CancellationToken cancellationToken)
    {
        if (s_tables.TryGetValue(source, out var known) && known.File.Path == table.Path)
        {
            return known;
        }

        var file = new TableFile(table.Path, TransitionFile.Read(text, table.Name, cancellationToken));
        var made = new CheckedTable(file, TableChecks.Check(file, cancellationToken));

        // Two threads may make it at once; both are equal. One text under two paths is made anew for the second.
        return s_tables.GetValue(source, _ => made) is { } kept && kept.File.Path == table.Path ? kept : made;
    }
}
