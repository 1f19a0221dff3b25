using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Systems.Building;

namespace ProtoDsl.Verification.Tables.Facts;

/// <summary>Looks at the cells of a machine, with a budget for all of them: tables come from untrusted hands too.</summary>
internal sealed class CellUses(Protocol protocol, Machine machine)
{
    private const int MostWays = 1024;

    // Of one cell: past these, a search for answers may not come to its end.
    private const int MostGuards = 8;
    private const int MostOperands = 64;

    private int _rowsLeft = 4_000_000;
    private int _work;

    public CellUse Of(Cell cell)
    {
        var triggers = cell.Candidates.Select(candidate => machine.Rows[candidate.Row].Triggers[candidate.Trigger]).ToArray();
        var senders = triggers.Select(trigger => trigger.From).Append(null).Distinct().ToArray();
        var choices = ChoicesOf(cell, triggers);
        var count = (long)EventParameters.CountWays(choices, MostWays) * senders.Length;
        if (count > MostWays || HasManyGuards(cell) || (_rowsLeft -= (int)count * triggers.Length) < 0)
        {
            return new CellUse(cell, []);
        }

        var tried = EventParameters.Product(choices)
            .SelectMany(values => senders.Select(sender => Try(cell, new EventValues(values.ToEquatableArray(), sender))))
            .ToArray();
        return new CellUse(cell, _work > SystemLimits.GuardWork ? [] : tried);
    }

    // The rows that fit are tried in order, up to one that always holds.
    private ValueUse Try(Cell cell, EventValues values)
    {
        var isListed = false;
        var possible = new List<Candidate>();
        var earlier = new List<GuardExpression>();
        foreach (var candidate in cell.Candidates)
        {
            var row = machine.Rows[candidate.Row];
            if (!values.IsCoveredBy(row.Triggers[candidate.Trigger]))
            {
                continue;
            }

            isListed = true;
            if (GuardSolver.CanHold(row.Guard, earlier, ref _work))
            {
                possible.Add(candidate);
            }

            if (row.Guard is null)
            {
                return new ValueUse(values, isListed, possible, false);
            }

            earlier.Add(row.Guard);
        }

        return new ValueUse(values, isListed, possible, GuardSolver.CanHold(null, earlier, ref _work));
    }

    private bool HasManyGuards(Cell cell)
    {
        var atoms = new HashSet<NamedGuard>();
        var operands = cell.Candidates.Sum(candidate => machine.Rows[candidate.Row].Guard is { } guard ? Read(guard, atoms) : 0);
        return atoms.Count > MostGuards || operands > MostOperands;
    }

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
