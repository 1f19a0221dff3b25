using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Tables.Facts;

namespace ProtoDsl.Verification.Tables;

/// <summary>The door of this room: what can be told of each machine of a file alone.</summary>
public static class TableChecks
{
    /// <summary>Of one check in one machine: a table made to be slow has more to say than anyone reads.</summary>
    private const int MostFindings = 500;

    private static readonly Func<MachineFacts, IEnumerable<Finding>>[] s_checks =
    [
        UnreachableStates.Check,
        DeadEnds.Check,
        HiddenRows.Check,
        TimersThatNeverExpire.Check,
        DroppedExpiries.CheckGuards,
        DroppedExpiries.CheckUntaken,
        UnlistedEvents.CheckGuards,
        UnlistedEvents.CheckHoles,
        KeepRows.Check,
    ];

    /// <summary>What is looked for.</summary>
    public static EquatableArray<TableRule> Rules => TableCheckRules.All;

    /// <summary>Checks the machines that have a meaning; nothing is said of one with errors. One cause gives one finding: what follows from another
    /// finding is left out. What comments switch off is in it still: see <see cref="FileFindings"/>.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<Finding> Check(TableFile file, CancellationToken cancellationToken = default)
    {
        var found = new List<Finding>();
        foreach (var machine in SoundMachines.Of(file.Bound))
        {
            var facts = new MachineFacts(file, machine);
            foreach (var check in s_checks)
            {
                cancellationToken.ThrowIfCancellationRequested();
                found.AddRange(check(facts).Take(MostFindings));
            }
        }

        return found.OrderBy(finding => finding.Place.Span.Start).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal).ToArray();
    }
}
