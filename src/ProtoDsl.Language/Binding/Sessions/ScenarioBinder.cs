using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Outline;
using ProtoDsl.Language.Binding.Rows;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Sessions;

/// <summary>One scenario: every step names roles of its session, and what these can do.</summary>
internal sealed class ScenarioBinder(BindingContext context, MachineLookup machines, IReadOnlyList<Session> sessions, IReadOnlyList<TagType> tags)
{
    public Scenario Bind(ScenarioOutline outline, out ScenarioMap map)
    {
        var name = outline.Line.Session;
        var session = sessions.FirstOrDefault(candidate => candidate.Name == name.Text);
        if (session is null && !name.IsMissing && context.FirstTime("session", name.Text))
        {
            context.Report(ScenarioMessages.Session(name, context.Suggest(name.Text, sessions.Select(candidate => candidate.Name))));
        }

        var roles = session is null ? null : new RoleLookup(context, machines, session);
        var steps = new List<ScenarioStep>();
        var spans = new List<TextSpan>();
        foreach (var row in outline.Rows)
        {
            context.ThrowIfCancelled();
            if (Bind(row, roles, steps.Count == 0) is { } step)
            {
                steps.Add(step);
                spans.Add(row.Span);
            }
        }

        map = new ScenarioMap(outline.Line.Title.Span, spans.ToEquatableArray());

        return new Scenario { Title = outline.Line.Title.Text, Session = name.Text, Steps = steps.ToEquatableArray() };
    }

    private ScenarioStep? Bind(LineSyntax row, RoleLookup? roles, bool isFirst) => row switch
    {
        ScenarioStatesRow states => BindStates(states, roles, isFirst),
        DeliveryRow delivery => BindDelivery(delivery, roles),
        ScenarioEventRow @event => BindEvent(@event, roles),
        _ => null,
    };

    private StatesStep BindStates(ScenarioStatesRow row, RoleLookup? roles, bool isFirst)
    {
        if (!row.IsExpectation && !isFirst)
        {
            context.Report(ScenarioMessages.From(row));
        }

        var states = roles?.Bind(row.States) ?? row.States.Select(one => new RoleState(one.Role.Text, one.State.Text)).ToEquatableArray();
        return new StatesStep(row.IsExpectation, states);
    }

    private DeliveryStep BindDelivery(DeliveryRow row, RoleLookup? roles)
    {
        if (roles is not null)
        {
            var sender = roles.Find(row.From);
            var receiver = roles.Find(row.To);
            if (sender is not null && sender == receiver)
            {
                context.Report(ScenarioMessages.SameRole(row));
            }

            if (sender is not null && roles.MachineOf(sender) is { } machine && !row.Message.IsMissing)
            {
                var sent = machine.Sent.FirstOrDefault(message => message.Name == row.Message.Text);
                if (sent is not null)
                {
                    CheckArguments(row.Arguments, sent.Message.Parameters, sent.Name);
                }
                else if (context.FirstTime("message", machine.Machine.Name + "." + row.Message.Text))
                {
                    var suggestion = context.Suggest(row.Message.Text, machine.Sent.Select(message => message.Name));
                    context.Report(ScenarioMessages.Message(row.Message, sender.Name, machine.Machine.Name, suggestion));
                }
            }
        }

        return new DeliveryStep(row.IsDropped, row.From.Text, row.To.Text, row.Message.Text, Texts(row.Arguments));
    }

    private EventStep? BindEvent(ScenarioEventRow row, RoleLookup? roles)
    {
        var (kind, subject, arguments) = row.Event switch
        {
            CallEventSyntax call => (EventKind.Call, call.Call, call.Arguments),
            ReceiveEventSyntax receive => (EventKind.Receive, receive.Message, receive.Arguments),
            AfterEventSyntax after => (EventKind.After, after.Timer, default),
            TimeoutEventSyntax timeout => (EventKind.Timeout, timeout.Timer, default),
            _ => (EventKind.Receive, null, default(EquatableArray<ValueSyntax>)),
        };
        if (subject is null)
        {
            context.Report(ScenarioMessages.AnyMessage(row.Event));
            return null;
        }

        if (roles is not null && roles.Find(row.Role) is { } role && roles.MachineOf(role) is { } machine && !subject.IsMissing)
        {
            new ScenarioEventChecker(context, machine, role.Name).Check(kind, subject, arguments, row.Guard, CheckArguments);
        }

        return new EventStep(row.Role.Text, kind, subject.Text, Texts(arguments), row.Guard is null ? null : GuardPrinter.Print(row.Guard));
    }

    private void CheckArguments(EquatableArray<ValueSyntax> values, EquatableArray<Parameter> parameters, string name)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var value = values[i];
            if (i >= parameters.Count)
            {
                context.Report(ScenarioMessages.TooMany(value, name, parameters.Count));
                return;
            }

            if (value.Kind == ValueKind.Wildcard)
            {
                continue;
            }

            if (parameters[i].Tag < 0)
            {
                if (context.FirstTime("pattern", name + "." + parameters[i].Name))
                {
                    context.Report(ScenarioMessages.ValueOfType(value, parameters[i]));
                }
            }
            else if (PatternBinder.IndexOf(tags[parameters[i].Tag], value) < 0 && context.FirstTime("value", tags[parameters[i].Tag].Name + "." + value.Text))
            {
                var tag = tags[parameters[i].Tag];
                context.Report(ScenarioMessages.Value(value, tag, context.Suggest(value.Text, tag.Values.Select(one => one.Name))));
            }
        }
    }

    private static EquatableArray<string> Texts(EquatableArray<ValueSyntax> values) => values.Select(value => value.Text).ToEquatableArray();
}
