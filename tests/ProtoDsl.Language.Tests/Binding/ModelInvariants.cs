using ProtoDsl.Language.Model;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Tests.Binding;

/// <summary>What later stages rely on, of sound and of broken tables alike: indices are in range and lists run parallel.</summary>
internal static class ModelInvariants
{
    public static void Check(BoundFile bound, string text)
    {
        var (protocol, map) = (bound.Protocol, bound.Map);
        Assert.Equal(protocol.Messages.Count, map.Messages.Count);
        Assert.Equal(protocol.Tags.Count, map.Tags.Count);
        Assert.Equal(protocol.Machines.Count, map.Machines.Count);
        Assert.Equal(protocol.Sessions.Count, map.Sessions.Count);
        Assert.Equal(protocol.Scenarios.Count, map.Scenarios.Count);
        var sessions = map.Sessions.SelectMany(session => session.Roles.Concat(session.Nevers).Append(session.Name).Append(session.Channel));
        var scenarios = map.Scenarios.SelectMany(scenario => scenario.Steps.Append(scenario.Title));
        Spans(map.Messages.Concat(map.Tags).Concat(sessions).Concat(scenarios).Concat(map.CSharpTypes.Select(type => type.Span)), text);
        Assert.All(protocol.Sessions.Zip(map.Sessions), pair => Assert.Equal((pair.First.Roles.Count, pair.First.Nevers.Count), (pair.Second.Roles.Count, pair.Second.Nevers.Count)));
        Assert.All(protocol.Scenarios.Zip(map.Scenarios), pair => Assert.Equal(pair.First.Steps.Count, pair.Second.Steps.Count));
        Distinct(protocol.Machines.Select(machine => machine.ClassName));
        Assert.All(protocol.Tags, tag => Distinct(tag.Values.Select(value => value.MemberName)));
        var nested = protocol.Messages.Where(message => message.BoundType is null).Select(message => message.Owner + "." + message.TypeName);
        Distinct(nested.Concat(protocol.Tags.Where(tag => tag.Binding != TagBinding.ExistingEnum).Select(tag => tag.Owner + "." + tag.TypeName)));
        foreach (var message in protocol.Messages)
        {
            Distinct(message.Parameters.Select(parameter => parameter.PropertyName));
            Assert.All(message.Parameters, parameter => Assert.True(parameter.Tag < 0 ? parameter.Type is not null : parameter.Tag < protocol.Tags.Count));
        }

        foreach (var session in protocol.Sessions)
        {
            Assert.All(session.Roles, role => Assert.InRange(role.Machine, -1, protocol.Machines.Count - 1));
        }

        for (var i = 0; i < protocol.Machines.Count; i++)
        {
            Check(protocol, protocol.Machines[i], map.Machines[i], text);
        }
    }

    private static void Check(Protocol protocol, Machine machine, MachineMap map, string text)
    {
        Distinct(machine.States.Select(state => state.MemberName));
        Distinct(machine.Timers.Select(timer => timer.MemberName));
        Distinct(machine.Calls.Select(call => call.MethodName));
        Assert.Equal(machine.States.Count, map.States.Count);
        Assert.Equal(machine.Calls.Count, map.Calls.Count);
        Assert.Equal(machine.Timers.Count, map.Timers.Count);
        Assert.Equal(machine.Rows.Count, map.Rows.Count);
        Assert.Equal(machine.Keeps.Count, map.Keeps.Count);
        Assert.Equal(machine.Actions.Count, map.Actions.Count);
        Spans(map.States.Concat(map.Calls).Concat(map.Timers).Concat(map.Rows).Concat(map.Keeps).Concat(map.Actions).Append(map.Name), text);
        Assert.InRange(machine.InitialState, 0, Math.Max(0, machine.States.Count - 1));
        foreach (var @event in machine.Events)
        {
            var subjects = @event.Kind switch { EventKind.Call => machine.Calls.Count, EventKind.Receive => protocol.Messages.Count, _ => machine.Timers.Count };
            Assert.InRange(@event.Subject, 0, subjects - 1);
        }

        foreach (var row in machine.Rows)
        {
            Assert.NotEmpty(row.Triggers);
            Assert.All(row.Triggers, trigger => Assert.InRange(trigger.Event, -1, machine.Events.Count - 1));
            Assert.All(row.States, state => Assert.InRange(state, 0, machine.States.Count - 1));
            Assert.Equal(row.TargetKind == TargetKind.State, row.Target >= 0);
            Assert.InRange(row.Target, -1, machine.States.Count - 1);
            Steps(protocol, machine, row.Effects);
        }

        foreach (var state in machine.States)
        {
            Steps(protocol, machine, state.Entry.Concat(state.Exit));
            Assert.All(state.AfterTimers, timer => Assert.True(machine.Timers[timer].IsAfter));
        }

        var previous = (-1, -1);
        foreach (var cell in machine.Cells)
        {
            Assert.True((cell.State, cell.Event).CompareTo(previous) > 0);
            previous = (cell.State, cell.Event);
            Assert.NotEmpty(cell.Candidates);
            Assert.All(cell.Candidates, candidate => Assert.Contains(machine.Rows[candidate.Row].Triggers[candidate.Trigger].Event, new[] { -1, cell.Event }));
        }
    }

    private static void Steps(Protocol protocol, Machine machine, IEnumerable<EffectStep> steps)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case SendStep send:
                    Assert.Equal(protocol.Messages[send.Message].Parameters.Count, send.Arguments.Count);
                    Assert.Contains(send.Message, machine.SentMessages);
                    break;
                case TimerStep timer:
                    Assert.False(machine.Timers[timer.Timer].IsAfter);
                    break;
                case ActionStep action:
                    Assert.False(machine.Actions[action.Action].IsGuard);
                    break;
            }
        }
    }

    private static void Distinct(IEnumerable<string> names) => Assert.Equal(names.Distinct(StringComparer.Ordinal), names);

    private static void Spans(IEnumerable<TextSpan> spans, string text) =>
        Assert.All(spans, span => Assert.True(span.Start >= 0 && span.Length >= 0 && span.End <= text.Length));
}
