using System.Collections.Generic;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Systems;

/// <summary>Which rows of a cell can be taken: the guards are the user's, and may answer anything that is consistent.</summary>
internal static class CellChoice
{
    /// <param name="source">The machine.</param>
    /// <param name="cell">The state and event; null where no row lists the event.</param>
    /// <param name="arguments">The event's values, by name.</param>
    /// <param name="sender">The name of the role that sent the message; null for other events.</param>
    public static IEnumerable<Candidate> Possible(RoleSource source, Cell? cell, IReadOnlyList<string> arguments, string? sender)
    {
        var machine = source.Machine;
        var earlier = new List<GuardExpression>();
        foreach (var candidate in cell?.Candidates ?? default)
        {
            var row = machine.Rows[candidate.Row];
            var trigger = row.Triggers[candidate.Trigger];
            if (!Fits(source, trigger, arguments, sender))
            {
                continue;
            }

            if (GuardSolver.CanHold(row.Guard, earlier))
            {
                yield return candidate;
            }

            if (row.Guard is null)
            {
                yield break;
            }

            earlier.Add(row.Guard);
        }
    }

    private static bool Fits(RoleSource source, RowTrigger trigger, IReadOnlyList<string> arguments, string? sender)
    {
        if (trigger.From is not null && trigger.From != sender)
        {
            return false;
        }

        for (var i = 0; i < trigger.Pattern.Count; i++)
        {
            if (trigger.Pattern[i] >= 0)
            {
                var parameters = EventParameters.Of(source, source.Machine.Events[trigger.Event]);
                var value = source.Protocol.Tags[parameters[i].Tag].Values[trigger.Pattern[i]].Name;
                if (i >= arguments.Count || value != arguments[i])
                {
                    return false;
                }
            }
        }

        return true;
    }
}
