using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Tests.Oracles;

/// <summary>What happens when an event meets a state: the semantics of <c>docs/language.md</c> in its plainest form, over the bound cells.</summary>
internal sealed class CellWalk(Protocol protocol, Machine machine)
{
    internal Machine Machine => machine;

    internal int State(string name) => machine.States.ToList().FindIndex(state => state.Name == name);

    internal int Event(string name) => machine.Events.ToList().FindIndex(@event => @event.Name == name);

    /// <summary>The names of the guards that the cell's rows ask.</summary>
    internal IReadOnlyList<string> GuardsOf(int state, int @event) =>
        [.. (machine.CellOf(state, @event)?.Candidates ?? default)
            .Select(candidate => machine.Rows[candidate.Row].Guard)
            .SelectMany(Names)
            .Distinct()];

    /// <summary>Takes the first row whose pattern fits and whose guard holds. Null: none does, the event is illegal.</summary>
    /// <param name="state">Where.</param>
    /// <param name="event">What.</param>
    /// <param name="tags">Names of the values of the event's tags, in order; a value that is not given fits any pattern.</param>
    /// <param name="holds">Which guards hold.</param>
    internal Step? Take(int state, int @event, IReadOnlyList<string> tags, Func<string, bool> holds)
    {
        foreach (var candidate in machine.CellOf(state, @event)?.Candidates ?? default)
        {
            var row = machine.Rows[candidate.Row];
            if (Fits(row.Triggers[candidate.Trigger], machine.Events[@event], tags) && Holds(row.Guard, holds))
            {
                return Run(row, state);
            }
        }

        return null;
    }

    private Step Run(Row row, int state)
    {
        var target = row.TargetKind == TargetKind.State ? row.Target : state;
        var effects = row.TargetKind == TargetKind.Stay
            ? row.Effects.ToArray()
            : [.. machine.States[state].Exit, .. row.Effects, .. machine.States[target].Entry];
        return new Step(row, target, [.. effects.Select(Text)]);
    }

    private string Text(EffectStep effect) => effect switch
    {
        SendStep send => "!" + protocol.Messages[send.Message].Name
            + string.Concat(send.Arguments.OfType<TagArgument>().Select(tag => $"({protocol.Tags[tag.Tag].Values[tag.Value].Name})")),
        TimerStep timer => $"{timer.Operation.ToString().ToLowerInvariant()} {machine.Timers[timer.Timer].Name}",
        ActionStep action => machine.Actions[action.Action].Name,
        _ => throw new InvalidOperationException(effect.ToString()),
    };

    private bool Fits(RowTrigger trigger, MachineEvent @event, IReadOnlyList<string> tags)
    {
        var parameters = @event.Kind switch
        {
            EventKind.Call => machine.Calls[@event.Subject].Parameters,
            EventKind.Receive => protocol.Messages[@event.Subject].Parameters,
            _ => default,
        };
        var given = 0;
        for (var i = 0; i < trigger.Pattern.Count; i++)
        {
            if (parameters[i].Tag < 0)
            {
                continue;
            }

            var value = given < tags.Count ? tags[given++] : null;
            if (value is not null && trigger.Pattern[i] >= 0 && protocol.Tags[parameters[i].Tag].Values[trigger.Pattern[i]].Name != value)
            {
                return false;
            }
        }

        return true;
    }

    private bool Holds(GuardExpression? guard, Func<string, bool> holds) => guard switch
    {
        null => true,
        NamedGuard named => holds(machine.Actions[named.Action].Name),
        NotGuard not => !Holds(not.Operand, holds),
        AndGuard and => and.Operands.All(operand => Holds(operand, holds)),
        OrGuard or => or.Operands.Any(operand => Holds(operand, holds)),
        _ => throw new InvalidOperationException(guard.ToString()),
    };

    private IEnumerable<string> Names(GuardExpression? guard) => guard switch
    {
        null => [],
        NamedGuard named => [machine.Actions[named.Action].Name],
        NotGuard not => Names(not.Operand),
        AndGuard and => and.Operands.SelectMany(Names),
        OrGuard or => or.Operands.SelectMany(Names),
        _ => throw new InvalidOperationException(guard.ToString()),
    };
}

/// <summary>A row taken: where it leads, and what it does, exit and entry included, in order: <c>!ACK(FIN)</c>, <c>deliver</c>, <c>restart T</c>.</summary>
internal sealed record Step(Row Row, int Target, IReadOnlyList<string> Effects)
{
    internal IEnumerable<string> Sent => Effects.Where(effect => effect[0] == '!').Select(effect => effect[1..]);
}
