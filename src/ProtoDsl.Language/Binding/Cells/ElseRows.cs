using System.Collections.Generic;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Rows;

namespace ProtoDsl.Language.Binding.Cells;

/// <summary><c>[else]</c> is legal only below a guarded row of the same event in the same section.</summary>
internal static class ElseRows
{
    /// <param name="context">Takes the findings.</param>
    /// <param name="rows">The rows of a machine in file order.</param>
    /// <param name="incomplete">Sections of which a row was not understood: what an <c>[else]</c> there goes with may be that row.</param>
    public static void Check(BindingContext context, IReadOnlyList<BoundRow> rows, HashSet<int> incomplete)
    {
        var guarded = new Dictionary<(int Section, int Event), List<CellEntry>>();
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index];
            for (var trigger = 0; trigger < row.Row.Triggers.Count; trigger++)
            {
                var key = (row.Section, row.Row.Triggers[trigger].Event);
                guarded.TryGetValue(key, out var partners);
                var entry = new CellEntry(row, index, trigger);
                if (row.Row.Guard is not null)
                {
                    guarded[key] = partners ??= [];

                    // More of them would tell an [else] nothing new.
                    if (partners.Count < 64 || !partners.Exists(partner => partner.Covers(entry)))
                    {
                        partners.Add(entry);
                    }
                }
                else if (row is { Row.IsElse: true, Guard: { } guard } && !incomplete.Contains(row.Section)
                    && partners?.Exists(partner => partner.Overlaps(entry)) != true)
                {
                    context.Report(CellMessages.ElseAlone(guard, row.Events[trigger]));
                    break;
                }
            }
        }
    }
}
