using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Simulation;

/// <summary>What a table itself has against an event.</summary>
public static class TableRefusal
{
    /// <summary>The reason that the table gives, or that no row lists the event; null where some row takes it.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="state">Index of the state.</param>
    /// <param name="event">Index of the event.</param>
    public static string? Of(Machine machine, int state, int @event)
    {
        var name = machine.States[state].Name;
        return machine.CellOf(state, @event) is not { } cell ? $"no row of {name} lists it"
            : cell.Candidates.Any(candidate => machine.Rows[candidate.Row].Kind != RowKind.Forbid) ? null
            : cell.Candidates.Select(candidate => machine.Rows[candidate.Row].Reason).OfType<string>().FirstOrDefault() ?? $"{name} forbids it";
    }
}
