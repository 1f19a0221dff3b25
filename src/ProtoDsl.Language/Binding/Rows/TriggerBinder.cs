using System.Linq;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Rows;

/// <summary>Events of rows: names to numbers, arguments to patterns.</summary>
internal sealed class TriggerBinder(BindingContext context, Scope scope, EventTable events, PatternBinder patterns, string machine)
{
    /// <summary>The event; null where it cannot be understood, which is then reported.</summary>
    public RowTrigger? Bind(EventSyntax syntax) => syntax switch
    {
        CallEventSyntax call => BindCall(call),
        ReceiveEventSyntax receive => BindReceive(receive),
        ReceiveAnyEventSyntax => new RowTrigger(-1, default, null),
        AfterEventSyntax after => BindAfter(after),
        TimeoutEventSyntax timeout => BindTimer(timeout.Timer, false),
        _ => null,
    };

    private RowTrigger? BindCall(CallEventSyntax syntax)
    {
        if (syntax.Call.IsMissing)
        {
            return null;
        }

        if (scope.FindCall(syntax.Call.Text) is not { } call)
        {
            if (context.FirstTime("call", machine + "." + syntax.Call.Text))
            {
                context.Report(UnknownCall(syntax.Call));
            }

            return null;
        }

        if (events.Find(call) is not { } @event)
        {
            context.Report(EventMessages.CallWithoutRow(syntax.Call, machine));
            return null;
        }

        return patterns.Bind(syntax.Arguments, call.Call.Parameters, call.Name) is { } pattern ? new RowTrigger(@event, pattern, null) : null;
    }

    private RowTrigger? BindReceive(ReceiveEventSyntax syntax)
    {
        if (syntax.Message.IsMissing)
        {
            return null;
        }

        if (scope.FindMessage(syntax.Message.Text) is not { } message)
        {
            if (context.FirstTime("message", machine + "." + syntax.Message.Text))
            {
                context.Report(UnknownMessage(syntax.Message, TextSpan.FromBounds(syntax.Span.Start, syntax.Message.Span.Start)));
            }

            return null;
        }

        if (events.Find(message) is not { } @event)
        {
            context.Report(EventMessages.MessageWithoutRow(syntax.Message, machine));
            return null;
        }

        var from = syntax.From is { IsMissing: false } role ? role.Text : null;
        return patterns.Bind(syntax.Arguments, message.Message.Parameters, message.Name) is { } pattern ? new RowTrigger(@event, pattern, from) : null;
    }

    private RowTrigger? BindAfter(AfterEventSyntax syntax)
    {
        var trigger = BindTimer(syntax.Timer, true);
        if (trigger is not null && events.Events[trigger.Event].IsDrained != syntax.IsDrained
            && context.FirstTime("drained", machine + "." + syntax.Timer.Text))
        {
            context.Report(RowMessages.Drained(syntax, events.Events[trigger.Event].IsDrained));
        }

        return trigger;
    }

    private RowTrigger? BindTimer(NameSyntax name, bool isAfter)
    {
        if (FindTimer(name, isAfter) is not { } timer)
        {
            return null;
        }

        return events.Find(timer) is { } @event ? new RowTrigger(@event, default, null) : null;
    }

    /// <summary>The timer of that name; null, with a finding, where there is none or it is used the other way.</summary>
    public TimerSymbol? FindTimer(NameSyntax name, bool isAfter)
    {
        if (name.IsMissing)
        {
            return null;
        }

        if (scope.FindTimer(name.Text) is not { } timer)
        {
            if (context.FirstTime("timer", machine + "." + name.Text))
            {
                context.Report(EventMessages.Timer(name, context.Suggest(name.Text, scope.Timers.Select(other => other.Name))));
            }

            return null;
        }

        if (events.FindTimer(timer) is { } index && events.Timers[index].IsAfter != isAfter)
        {
            if (context.FirstTime("timer ways", machine + "." + name.Text))
            {
                context.Report(RowMessages.BothWays(name, events.Timers[index].IsAfter));
            }

            return null;
        }

        return timer;
    }

    private TableDiagnostic UnknownCall(NameSyntax name) =>
        scope.FindMessage(name.Text) is not null ? EventMessages.CallIsMessage(name)
        : scope.FindTimer(name.Text) is not null ? EventMessages.CallIsTimer(name)
        : EventMessages.Call(name, context.Suggest(name.Text, scope.Calls.Select(call => call.Name)));

    private TableDiagnostic UnknownMessage(NameSyntax name, TextSpan sign) =>
        scope.FindCall(name.Text) is not null ? EventMessages.MessageIsCall(name, sign)
        : EventMessages.Message(name, context.Suggest(name.Text, scope.Messages.Select(message => message.Name)));
}
