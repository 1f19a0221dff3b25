using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Tables.Facts;

/// <summary>Looks at the cells of a machine, with a budget for all of them: tables come from untrusted hands too.</summary>
internal sealed class CellUses(Protocol protocol, Machine machine)
{
    private const int MostWays = 1024;
    private const int MostGuards = 10;

    // In steps of guards that are evaluated.
    private long _budget = 20_000_000;

    public CellUse Of(Cell cell)
    {
        var rows = cell.Candidates.Select(candidate => machine.Rows[candidate.Row]).ToArray();
        var triggers = cell.Candidates.Select(candidate => machine.Rows[candidate.Row].Triggers[candidate.Trigger]).ToArray();
        var ways = WaysOf(cell, triggers);
        var atoms = new HashSet<NamedGuard>();
        var nodes = rows.Sum(row => row.Guard is null ? 0 : Read(row.Guard, atoms));
        if (ways is null || atoms.Count > MostGuards || !Spend((long)ways.Count * rows.Length * (1 + ((long)nodes << atoms.Count))))
        {
            return new CellUse(cell, []);
        }

        return new CellUse(cell, ways.Select(way => new ValueUse(
            way,
            triggers.Any(way.IsCoveredBy),
            CellChoice.Possible(machine, cell, way.IsCoveredBy).ToArray(),
            CellChoice.MayBeRefused(machine, cell, way.IsCoveredBy))).ToArray());
    }

    private bool Spend(long steps) => (_budget -= steps) > 0;

    private static int Read(GuardExpression guard, HashSet<NamedGuard> atoms)
    {
        switch (guard)
        {
            case NamedGuard named:
                atoms.Add(named);
                return 1;
            case NotGuard not:
                return 1 + Read(not.Operand, atoms);
            case AndGuard and:
                return 1 + and.Operands.Sum(operand => Read(operand, atoms));
            case OrGuard or:
                return 1 + or.Operands.Sum(operand => Read(operand, atoms));
            default:
                return 1;
        }
    }

    /// <summary>Null where there are too many.</summary>
    private IReadOnlyList<EventValues>? WaysOf(Cell cell, IReadOnlyList<RowTrigger> triggers)
    {
        var parameters = EventParameters.Of(protocol, machine, machine.Events[cell.Event]);
        var choices = new List<IReadOnlyList<int>>();
        var senders = triggers.Select(trigger => trigger.From).Append(null).Distinct().ToArray();
        long count = senders.Length;
        for (var i = 0; i < parameters.Count; i++)
        {
            choices.Add(triggers.Any(trigger => i < trigger.Pattern.Count && trigger.Pattern[i] >= 0) ? ValuesOf(protocol.Tags[parameters[i].Tag]) : [EventValues.Any]);
            count *= choices[i].Count;
            if (count > MostWays)
            {
                return null;
            }
        }

        return EventParameters.Product(choices).SelectMany(values => senders.Select(sender => new EventValues(values.ToEquatableArray(), sender))).ToArray();
    }

    private static IReadOnlyList<int> ValuesOf(TagType tag)
    {
        var named = Enumerable.Range(0, tag.Values.Count);
        return tag.Binding == TagBinding.ExistingEnum ? [.. named, EventValues.Other] : [.. named];
    }
}
