using System;
using System.Collections.Generic;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Pictures.Page;

/// <summary>Which event of its machine starts a move.</summary>
internal sealed class EventIndex
{
    private const string Timeout = "timeout ";

    private readonly Dictionary<(EventKind Kind, string Subject), int> _events = [];

    public EventIndex(Machine machine)
    {
        for (var index = 0; index < machine.Events.Count; index++)
        {
            _events[(machine.Events[index].Kind, SubjectOf(machine.Events[index]))] = index;
        }
    }

    /// <summary>The name of the call, message or timer.</summary>
    public static string SubjectOf(MachineEvent @event) => @event.Kind switch
    {
        EventKind.Receive => @event.Name.Substring(1),
        EventKind.Call => @event.Name,
        _ => @event.Name.Substring(@event.Name.IndexOf(' ') + 1),
    };

    /// <summary>Index into the machine's events; -1 for a message that none of its rows names.</summary>
    public int Of(Move move)
    {
        var kind = move.Kind switch
        {
            MoveKind.Receive => EventKind.Receive,
            MoveKind.Call => EventKind.Call,
            _ => move.Event.StartsWith(Timeout, StringComparison.Ordinal) ? EventKind.Timeout : EventKind.After,
        };
        return _events.TryGetValue((kind, move.Subject), out var index) ? index : -1;
    }
}
