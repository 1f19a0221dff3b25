using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Diagnostics;
using static ProtoDsl.Language.Binding.Messages.Wording;

namespace ProtoDsl.Verification.Tables.Messages;

/// <summary>States that are never entered, or never left.</summary>
internal static class StateMessages
{
    public static readonly TableRule Unreachable = new("PDSL1101", "State that is never entered", TableSeverity.Warning);
    public static readonly TableRule DeadEnd = new("PDSL1102", "State without a way out", TableSeverity.Warning);
    public static readonly TableRule Trap = new("PDSL1103", "States without a way to a final state", TableSeverity.Warning);

    /// <param name="states">The state, or those that lead to each other only.</param>
    /// <param name="follow">States that are never entered because these are not.</param>
    /// <param name="hint">What may have been meant.</param>
    public static string NeverEntered(IReadOnlyList<string> states, IReadOnlyList<string> follow, string hint)
    {
        var what = states.Count == 1
            ? $"No row leads to {Quote(states[0])}, so that the machine is never in it"
            : $"No row leads to {QuoteAll(states)} but their own, so that the machine is never in them";
        return $"{what}{(follow.Count == 0 ? "" : $" (nor in {QuoteAll(follow)})")}; {hint}";
    }

    public static string WriteArrow(string state) =>
        $"write '-> {Clip(state)}' in the row that enters it, or remove the state";

    public static string LeadsElsewhere(string other, bool isAlike, IReadOnlyList<(string State, int Line)> entries)
    {
        var places = entries.Select(entry => $"from {Quote(entry.State)} in line {entry.Line}").ToArray();
        var list = string.Join(", ", places.Take(places.Length - 1)) + (places.Length > 1 ? " and " : "") + places[places.Length - 1];
        return $"{Quote(other)}, which waits for {(isAlike ? "" : "nearly ")}the same events, is entered {list}: was {(places.Length > 1 ? "one of these rows" : "that row")} meant to lead here?";
    }

    public static string LeavesNone(IReadOnlyList<string> states, string target) =>
        states.Count == 1
            ? $"{Quote(states[0])} has no way out: is a row '-> {Clip(target)}' missing there?"
            : $"from {QuoteAll(states)} no final state can be reached: is a row '-> {Clip(target)}' missing there?";

    public static string NoWayOut(string state) =>
        $"No row leads out of {Quote(state)}, which is not final; write the row that leaves it, or 'final state {Clip(state)}' if the machine may end there";

    public static string NothingHappens(string state) =>
        $"Nothing can happen in {Quote(state)} any more; write the row that leaves it, or 'final state {Clip(state)}' if the machine ends there";

    public static string NoWayToFinal(IReadOnlyList<string> states, IReadOnlyList<string> finals) =>
        $"From {QuoteAll(states)} no row leads to a final state ({QuoteAll(finals)}); write the row that leaves them, or 'final' before one of them if the machine may end there";
}
