using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Diagnostics;
using static ProtoDsl.Language.Binding.Messages.Wording;

namespace ProtoDsl.Verification.Tables.Messages;

/// <summary>Rows that are never taken, and what happens where no row is.</summary>
internal static class RowMessages
{
    public static readonly TableRule Hidden = new("PDSL1104", "Row that is never taken", TableSeverity.Warning);
    public static readonly TableRule Guarded = new("PDSL1108", "Message that only guarded rows take", TableSeverity.Info);
    public static readonly TableRule Unlisted = new("PDSL1109", "Events that a state does not list", TableSeverity.Hidden);

    private const int MostEvents = 8;

    public static string TakenByOthers(string @event, bool isAlternative, IReadOnlyList<int> lines) =>
        isAlternative
            ? $"{Quote(@event)} never comes to this row: {Lines(lines)} always {Take(lines)} it first; remove it here, or tell the rows apart by a guard"
            : $"This row is never taken: {Lines(lines)} always {Take(lines)} {Quote(@event)} first; remove it, or tell the rows apart by a guard";

    public static string GuardNeverHolds() =>
        "This row is never taken: its guard contradicts itself, or what was tried before; correct the guard, or remove the row";

    public static string NoMessage() =>
        "This row is never taken: there is no message that could be received; declare one, or remove it";

    public static string OnlyGuarded(string @event, IEnumerable<string> states) =>
        $"Where no guard holds in {QuoteAll(states)}, {Quote(@event)} is an unexpected message; write '{Clip(@event)} [else]' below, or 'ignore {Clip(@event)} [else]' if nothing is to happen";

    public static string NotListed(string state, IReadOnlyList<string> events) =>
        $"{Quote(state)} lists no row for {string.Join(", ", events.Take(MostEvents).Select(Quote))}{(events.Count > MostEvents ? $" and {events.Count - MostEvents} more" : "")}; write a row, 'ignore' or 'forbid' for each";

    private static string Lines(IReadOnlyList<int> lines) =>
        lines.Count == 1 ? $"line {lines[0]}" : $"lines {string.Join(", ", lines.Take(3))}{(lines.Count > 3 ? ", …" : "")}";

    private static string Take(IReadOnlyList<int> lines) => lines.Count == 1 ? "takes" : "take";
}
