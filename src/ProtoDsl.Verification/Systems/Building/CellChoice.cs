using System.Collections.Generic;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Systems.Building;

/// <summary>Which rows of a cell can be taken: the guards are the user's, and may answer anything that is consistent. Remembered, since
/// one state of the table is many local states.</summary>
internal sealed class CellChoice(RoleSource source)
{
    private readonly Dictionary<string, IReadOnlyList<int>> _known = [];
    private int _work;

    /// <summary>True where the guards of its cells are far too many; which rows can be taken is then not known.</summary>
    public bool IsTooMuch => _work > SystemLimits.GuardWork;

    /// <param name="cell">The state and event.</param>
    /// <param name="arguments">The event's values, by name.</param>
    /// <param name="sender">The name of the role that sent the message; null for other events.</param>
    /// <returns>Indices of rows, in the order in which they are tried.</returns>
    public IReadOnlyList<int> Possible(Cell cell, IReadOnlyList<string> arguments, string? sender)
    {
        var key = $"{cell.State} {cell.Event} {sender} {string.Join(",", arguments)}";
        if (!_known.TryGetValue(key, out var rows))
        {
            rows = Find(cell, arguments, sender);
            _known.Add(key, rows);
        }

        return rows;
    }

    private List<int> Find(Cell cell, IReadOnlyList<string> arguments, string? sender)
    {
        var rows = new List<int>();
        var earlier = new List<GuardExpression>();
        foreach (var candidate in cell.Candidates)
        {
            var row = source.Machine.Rows[candidate.Row];
            if (!Fits(row.Triggers[candidate.Trigger], arguments, sender))
            {
                continue;
            }

            if (GuardSolver.CanHold(row.Guard, earlier, ref _work))
            {
                rows.Add(candidate.Row);
            }

            if (row.Guard is null || IsTooMuch)
            {
                break;
            }

            earlier.Add(row.Guard);
        }

        return rows;
    }

    private bool Fits(RowTrigger trigger, IReadOnlyList<string> arguments, string? sender)
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
