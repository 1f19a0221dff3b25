using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Scenarios;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Simulation;

/// <summary>Says why events cannot happen.</summary>
/// <param name="system">The system.</param>
/// <param name="now">The present moment.</param>
/// <param name="isSolo">True for a machine alone.</param>
internal sealed class RefusalFinder(SessionSystem system, Moment now, bool isSolo)
{
    public IReadOnlyList<Refusal> Find(IReadOnlyList<int> roles, IReadOnlyList<SimulatedStep> possible) =>
        [.. roles.SelectMany(role => Find(role, [.. possible.Where(step => step.Role == role).Select(step => SubjectOf(step.Step))]))];

    private static (EventKind Kind, string Subject) SubjectOf(ScenarioStep step) => step switch
    {
        DeliveryStep delivery => (EventKind.Receive, delivery.Message),
        EventStep @event => (@event.Kind, @event.Subject),
        _ => (EventKind.Receive, ""),
    };

    private IEnumerable<Refusal> Find(int role, HashSet<(EventKind Kind, string Subject)> possible)
    {
        var machine = system.Roles[role].Machine;
        var local = system.Roles[role].States[now.Locals[role]];
        for (var index = 0; index < machine.Events.Count; index++)
        {
            var @event = machine.Events[index];
            if (!possible.Contains((@event.Kind, NameOf(machine, @event))))
            {
                var (reason, isForbidden) = ReasonOf(role, machine, local, index);
                yield return new Refusal(role, @event.Name, reason, isForbidden);
            }
        }
    }

    private static string NameOf(Machine machine, MachineEvent @event) => @event.Kind switch
    {
        EventKind.Call => machine.Calls[@event.Subject].Name,
        EventKind.Receive => @event.Name.TrimStart('?', '@'),
        _ => machine.Timers[@event.Subject].Name,
    };

    private (string Reason, bool IsForbidden) ReasonOf(int role, Machine machine, LocalState local, int index)
    {
        var @event = machine.Events[index];
        if (now.Offered[role] >= 0)
        {
            return ("its message waits to be received", false);
        }

        if (local.HasEnded)
        {
            return (@event.Kind == EventKind.Receive ? Missing(role, @event) : "it has ended", false);
        }

        if (TableRefusal.Of(machine, local.TableState, index) is { } refusal)
        {
            return (refusal, true);
        }

        return (@event.Kind switch
        {
            EventKind.Receive => Missing(role, @event),
            EventKind.Call when local.Moves.Any(move => move.Kind == MoveKind.Call && move.Subject == machine.Calls[@event.Subject].Name) => "there is no room for what it sends",
            EventKind.Call => "the session does not allow this call",
            EventKind.Timeout when !local.ArmedTimers.Contains(@event.Subject) => "the timer is not running",
            _ when @event.IsDrained => "something is on its way, or another timer may still run out",
            _ => "there is no room for what it sends",
        }, false);
    }

    private string Missing(int role, MachineEvent @event)
    {
        if (isSolo)
        {
            return "its values are too many";
        }

        var name = @event.Name.TrimStart('?', '@');
        for (var channel = 0; channel < system.Channels.Count; channel++)
        {
            if (system.Channels[channel].Receiver == role && now.Queues[channel].Any(letter => system.Letters[letter].Message == name))
            {
                return system.Kind == ChannelKind.Fifo && system.Letters[now.Queues[channel][0]].Message != name
                    ? $"{system.Letters[now.Queues[channel][0]].Text} comes first"
                    : "there is no room for what it sends";
            }
        }

        return system.Kind == ChannelKind.Rendezvous ? "nobody offers it" : "it is not on its way";
    }
}
