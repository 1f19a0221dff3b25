using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Declarations;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Binding.Rows;

/// <summary>A timer of a machine and which of the two ways it is used in.</summary>
internal sealed record TimerUse(TimerSymbol Symbol, bool IsAfter, bool IsDrained);

/// <summary>What can happen to one machine: numbers for the calls, messages and timers that its rows name.</summary>
internal sealed class EventTable
{
    private readonly Dictionary<Symbol, int> _eventOf = [];
    private readonly Dictionary<TimerSymbol, int> _timerOf = [];

    public EventTable(IEnumerable<CallSymbol> calls, IEnumerable<MessageSymbol> messages, IEnumerable<TimerUse> timers)
    {
        foreach (var call in calls.Take(Limits.Events))
        {
            Add(call, new MachineEvent(EventKind.Call, Calls.Count, call.Name, false), call.Call.Parameters);
            Calls.Add(call);
        }

        foreach (var message in messages.Take(Limits.Events - Events.Count))
        {
            Receives.Add(Events.Count);
            Add(message, new MachineEvent(EventKind.Receive, message.Index, "?" + message.Name, false), message.Message.Parameters);
        }

        foreach (var timer in timers.Take(Limits.Events - Events.Count))
        {
            var kind = timer.IsAfter ? EventKind.After : EventKind.Timeout;
            Add(timer.Symbol, new MachineEvent(kind, Timers.Count, (timer.IsAfter ? "after " : "timeout ") + timer.Symbol.Name, timer.IsDrained), default);
            _timerOf.Add(timer.Symbol, Timers.Count);
            Timers.Add(timer);
        }
    }

    public List<MachineEvent> Events { get; } = [];

    public List<CallSymbol> Calls { get; } = [];

    public List<TimerUse> Timers { get; } = [];

    /// <summary>The events that <c>?*</c> stands for.</summary>
    public List<int> Receives { get; } = [];

    /// <summary>The parameters of each event.</summary>
    public List<EquatableArray<Parameter>> Parameters { get; } = [];

    /// <summary>The number of the event; null where no row names it.</summary>
    public int? Find(Symbol symbol) => _eventOf.TryGetValue(symbol, out var index) ? index : null;

    /// <summary>The number of the timer; null where the machine does not use it.</summary>
    public int? FindTimer(TimerSymbol timer) => _timerOf.TryGetValue(timer, out var index) ? index : null;

    private void Add(Symbol symbol, MachineEvent @event, EquatableArray<Parameter> parameters)
    {
        symbol.IsUsed = true;
        _eventOf.Add(symbol, Events.Count);
        Events.Add(@event);
        Parameters.Add(parameters);
    }
}
