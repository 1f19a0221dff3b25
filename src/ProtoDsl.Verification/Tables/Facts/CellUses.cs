using System;
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
        var senders = triggers.Select(trigger => trigger.From).Append(null).Distinct().ToArray();
        var choices = ChoicesOf(cell, triggers);
        var count = choices.Aggregate((long)senders.Length, (product, choice) => Math.Min(product, MostWays) * choice.Count);
        var atoms = new HashSet<NamedGuard>();
        var nodes = rows.Sum(row => row.Guard is null ? 0 : Read(row.Guard, atoms));
        if (count > MostWays || atoms.Count > MostGuards || !Spend(count * rows.Length * (1 + ((long)nodes << atoms.Count))))
        {
            return new CellUse(cell, []);
        }

        var ways = EventParameters.Product(choices).SelectMany(values => senders.Select(sender => new EventValues(values.ToEquatableArray(), sender)));
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

    // The values of the parameters that some row tells apart.
    private IReadOnlyList<IReadOnlyList<int>> ChoicesOf(Cell cell, IReadOnlyList<RowTrigger> triggers)
    {
        var parameters = EventParameters.Of(protocol, machine, machine.Events[cell.Event]);
        return Enumerable.Range(0, parameters.Count)
            .Select(i => triggers.Any(trigger => i < trigger.Pattern.Count && trigger.Pattern[i] >= 0) ? ValuesOf(protocol.Tags[parameters[i].Tag]) : [EventValues.Any])
            .ToArray();
    }

    private static IReadOnlyList<int> ValuesOf(TagType tag)
    {
        var named = Enumerable.Range(0, tag.Values.Count);
        return tag.Binding == TagBinding.ExistingEnum ? [.. named, EventValues.Other] : [.. named];
    }
}
