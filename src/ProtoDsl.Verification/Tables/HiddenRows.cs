using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Systems.Building;
using ProtoDsl.Verification.Tables.Facts;
using ProtoDsl.Verification.Tables.Messages;

namespace ProtoDsl.Verification.Tables;

/// <summary>Rows that are taken in none of their states: others that come first take whatever they could, or their guard contradicts itself. A shared row that some
/// states hide is what sections are for.</summary>
internal static class HiddenRows
{
    public static IEnumerable<Finding> Check(MachineFacts facts)
    {
        var taken = new HashSet<Candidate>();
        foreach (var use in facts.Uses)
        {
            taken.UnionWith(use.Cell.Candidates.Where(use.CanTake));
        }

        for (var row = 0; row < facts.Machine.Rows.Count; row++)
        {
            var triggers = facts.Machine.Rows[row].Triggers;
            var hidden = Enumerable.Range(0, triggers.Count).Where(trigger => !taken.Contains(new Candidate(row, trigger))).ToArray();
            if (hidden.Length > 0 && !facts.Machine.Rows[row].States.IsEmpty)
            {
                yield return facts.AtRow(RowMessages.Hidden, row, Describe(facts, row, triggers[hidden[0]], hidden.Length < triggers.Count));
            }
        }
    }

    private static string Describe(MachineFacts facts, int row, RowTrigger trigger, bool isAlternative)
    {
        var isListed = false;
        var lines = new SortedSet<int>();
        foreach (var use in facts.Machine.Rows[row].States.SelectMany(state => facts.UsesOf[state]).Where(use => Speaks(facts, trigger, use.Cell)))
        {
            isListed = true;
            lines.UnionWith(use.Values.Where(way => way.Values.MayBe(trigger)).SelectMany(way => way.Possible).Select(candidate => facts.LineOfRow(candidate.Row)));
        }

        // Its own guard is at fault where it is given up although some answers leave the event to nobody.
        lines.Remove(facts.LineOfRow(row));
        return !isListed ? RowMessages.NoMessage()
            : lines.Count == 0 || IsContradiction(facts, row) ? RowMessages.GuardNeverHolds()
            : RowMessages.TakenByOthers(facts.TextOf(trigger), isAlternative, lines.ToArray());
    }

    private static bool IsContradiction(MachineFacts facts, int row)
    {
        var work = 0;
        return facts.Machine.Rows[row].Guard is { } guard && !GuardSolver.CanHold(guard, [], ref work);
    }

    private static bool Speaks(MachineFacts facts, RowTrigger trigger, Cell cell) =>
        trigger.Event == cell.Event || (trigger.Event < 0 && facts.EventOf(cell).Kind == EventKind.Receive);
}
