using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Systems;

/// <summary>Which rows of a cell can be taken: the guards are the user's, and may answer anything that is consistent.</summary>
internal static class CellChoice
{
    /// <param name="source">The machine.</param>
    /// <param name="cell">The state and event; null where no row lists the event.</param>
    /// <param name="arguments">The event's values, by name.</param>
    /// <param name="sender">The name of the role that sent the message; null for other events.</param>
    public static IEnumerable<Candidate> Possible(RoleSource source, Cell? cell, IReadOnlyList<string> arguments, string? sender) =>
        Possible(source.Machine, cell, trigger => Fits(source, trigger, arguments, sender));

    /// <summary>The same for whatever else tells which patterns fit the event.</summary>
    public static IEnumerable<Candidate> Possible(Machine machine, Cell? cell, Func<RowTrigger, bool> fits)
    {
        var earlier = new List<GuardExpression>();
        foreach (var candidate in Fitting(machine, cell, fits))
        {
            var guard = machine.Rows[candidate.Row].Guard;
            if (GuardSolver.CanHold(guard, earlier))
            {
                yield return candidate;
            }

            if (guard is null)
            {
                yield break;
            }

            earlier.Add(guard);
        }
    }

    /// <summary>True where the guards may answer so that no row is taken.</summary>
    public static bool MayBeRefused(Machine machine, Cell? cell, Func<RowTrigger, bool> fits)
    {
        var guards = Fitting(machine, cell, fits).Select(candidate => machine.Rows[candidate.Row].Guard).ToList();
        return !guards.Contains(null) && GuardSolver.CanHold(null, guards.OfType<GuardExpression>());
    }

    private static IEnumerable<Candidate> Fitting(Machine machine, Cell? cell, Func<RowTrigger, bool> fits) =>
        (cell?.Candidates ?? default).Where(candidate => fits(machine.Rows[candidate.Row].Triggers[candidate.Trigger]));

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
