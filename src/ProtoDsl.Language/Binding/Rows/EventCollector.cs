using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Outline;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Binding.Rows;

/// <summary>Finds what the rows of a machine name: a machine has a method for each call that one of its rows names, no other.
/// Unknown names are left to <see cref="TriggerBinder"/>.</summary>
internal sealed class EventCollector(BindingContext context, Scope scope)
{
    private readonly HashSet<CallSymbol> _calls = [];
    private readonly HashSet<MessageSymbol> _messages = [];
    private readonly Dictionary<TimerSymbol, TimerUse> _timers = [];
    private bool _everyMessage;

    public EventTable Collect(MachineOutline machine, TextSpan machineSpan)
    {
        foreach (var row in machine.Sections.SelectMany(section => section.Rows))
        {
            context.ThrowIfCancelled();
            switch (row)
            {
                case TransitionRow transition:
                    AddEvents(transition.Trigger);
                    AddEffects(transition.Effects);
                    break;
                case ReasonRow reason:
                    AddEvents(reason.Trigger);
                    break;
                case BoundaryRow boundary:
                    AddEffects(boundary.Effects);
                    break;
            }
        }

        var messages = _everyMessage ? scope.Messages : scope.Messages.Where(_messages.Contains);
        var table = new EventTable(
            scope.Calls.Where(_calls.Contains),
            messages,
            scope.Timers.Where(_timers.ContainsKey).Select(timer => _timers[timer]));
        if (_calls.Count + messages.Count() + _timers.Count > Limits.Events)
        {
            context.Report(LimitMessages.TooMany(machineSpan, "events in a machine", Limits.Events));
        }

        return table;
    }

    private void AddEvents(EquatableArray<EventSyntax> events)
    {
        foreach (var syntax in events)
        {
            switch (syntax)
            {
                case CallEventSyntax call when scope.FindCall(call.Call.Text) is { } symbol:
                    _calls.Add(symbol);
                    break;
                case ReceiveEventSyntax receive when scope.FindMessage(receive.Message.Text) is { } symbol:
                    _messages.Add(symbol);
                    break;
                case ReceiveAnyEventSyntax:
                    _everyMessage = true;
                    break;
                case AfterEventSyntax after:
                    AddTimer(after.Timer, true, after.IsDrained);
                    break;
                case TimeoutEventSyntax timeout:
                    AddTimer(timeout.Timer, false, false);
                    break;
            }
        }
    }

    private void AddEffects(EquatableArray<EffectSyntax> effects)
    {
        foreach (var effect in effects)
        {
            if (effect is TimerEffectSyntax timer)
            {
                AddTimer(timer.Timer, false, false);
            }
        }
    }

    // The first use decides which way it is used; the others are held against it later.
    private void AddTimer(NameSyntax name, bool isAfter, bool isDrained)
    {
        if (scope.FindTimer(name.Text) is { } symbol && !_timers.ContainsKey(symbol))
        {
            _timers.Add(symbol, new TimerUse(symbol, isAfter, isDrained));
        }
    }
}
