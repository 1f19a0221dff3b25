using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Tests.Binding.Cells;

/// <summary>The precedence rules of <c>docs/language.md</c> in their slowest and plainest form: which row is taken for one event with
/// certain tag values, in one state, when certain guards hold. It looks at rows and sections only, never at cells.</summary>
internal static class PrecedenceReference
{
    /// <summary>The index of the row taken; -1 where the event is illegal.</summary>
    public static int Take(Machine machine, int state, int @event, IReadOnlyList<int> values, Func<int, bool> holds)
    {
        // "A named event beats ?* across tiers too", "own section beats in sections", "one that names a tag beats one that does not".
        foreach (var isAny in machine.Events[@event].Kind == EventKind.Receive ? new[] { false, true } : [false])
        {
            foreach (var isShared in new[] { false, true })
            {
                for (var tags = values.Count; tags >= 0; tags--)
                {
                    foreach (var isGuarded in new[] { true, false })
                    {
                        for (var row = 0; row < machine.Rows.Count; row++)
                        {
                            if (machine.Rows[row].IsShared == isShared && (machine.Rows[row].Guard is not null) == isGuarded
                                && machine.Rows[row].States.Contains(state)
                                && machine.Rows[row].Triggers.Any(trigger => Fits(trigger, isAny ? -1 : @event, tags, values))
                                && Holds(machine.Rows[row].Guard, holds))
                            {
                                return row;
                            }
                        }
                    }
                }
            }
        }

        return -1;
    }

    public static bool Holds(GuardExpression? guard, Func<int, bool> holds) => guard switch
    {
        null => true,
        NamedGuard named => holds(named.Action),
        NotGuard not => !Holds(not.Operand, holds),
        AndGuard all => all.Operands.All(operand => Holds(operand, holds)),
        OrGuard any => any.Operands.Any(operand => Holds(operand, holds)),
        _ => throw new InvalidOperationException(),
    };

    public static bool Fits(EquatablePattern pattern, IReadOnlyList<int> values) =>
        pattern.Values.Select((value, i) => value < 0 || value == values[i]).All(fits => fits);

    private static bool Fits(RowTrigger trigger, int @event, int tags, IReadOnlyList<int> values) =>
        trigger.Event == @event && trigger.Pattern.Count(value => value >= 0) == tags && Fits(new EquatablePattern(trigger.Pattern), values);

    /// <summary>A pattern; empty fits everything.</summary>
    internal readonly record struct EquatablePattern(IReadOnlyList<int> Values);
}
