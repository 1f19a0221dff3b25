using System;
using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Scenarios;

/// <summary>Between the names of a scenario and the numbers of a system.</summary>
internal sealed class StepMatch(SessionSystem system)
{
    /// <summary>The role of that name; -1 for none.</summary>
    public int Role(string name)
    {
        for (var i = 0; i < system.Roles.Count; i++)
        {
            if (system.Roles[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The channel along an arrow; -1 for none.</summary>
    public int Channel(DeliveryStep step)
    {
        var arrow = new SystemChannel(Role(step.From), Role(step.To));
        for (var i = 0; i < system.Channels.Count; i++)
        {
            if (system.Channels[i] == arrow)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>For each role, the state of its table that is named; -1 where none is, -2 where it has no such state.</summary>
    public IReadOnlyList<int> StatesOf(StatesStep step)
    {
        var states = Enumerable.Repeat(-1, system.Roles.Count).ToArray();
        foreach (var named in step.States)
        {
            if (Role(named.Role) is var role and >= 0)
            {
                states[role] = system.Roles[role].Machine.States.ToList().FindIndex(state => state.Name == named.State) is var state and >= 0 ? state : -2;
            }
        }

        return states;
    }

    public bool Fits(StatesStep step, IReadOnlyList<int> locals)
    {
        var states = StatesOf(step);
        return Enumerable.Range(0, locals.Count).All(role => states[role] == -1 || states[role] == system.Roles[role].States[locals[role]].TableState);
    }

    public bool Fits(DeliveryStep step, int letter) =>
        system.Letters[letter].Message == step.Message && Fits(step.Arguments, system.Letters[letter].Arguments);

    public bool Fits(EventStep step, Move move) =>
        step.Kind == KindOf(move) && step.Subject == move.Subject && Fits(step.Arguments, move.Arguments) && (step.Guard is null || step.Guard == move.Guard);

    public StatesStep StatesAt(IReadOnlyList<int> locals) => new(true, locals
        .Select((local, role) => new RoleState(system.Roles[role].Name, system.Roles[role].Machine.States[system.Roles[role].States[local].TableState].Name))
        .ToEquatableArray());

    public DeliveryStep Delivery(int channel, int letter, bool isDropped) => new(
        isDropped, system.Roles[system.Channels[channel].Sender].Name, system.Roles[system.Channels[channel].Receiver].Name,
        system.Letters[letter].Message, EventText.Written(system.Letters[letter].Arguments).ToEquatableArray());

    public EventStep Event(int role, Move move) =>
        new(system.Roles[role].Name, KindOf(move), move.Subject, EventText.Written(move.Arguments).ToEquatableArray(), move.Guard);

    private static EventKind KindOf(Move move) => move.Kind switch
    {
        MoveKind.Call => EventKind.Call,
        MoveKind.Receive => EventKind.Receive,
        _ => move.Event.StartsWith("timeout ", StringComparison.Ordinal) ? EventKind.Timeout : EventKind.After,
    };

    // What is not written, and what the system does not tell apart, is any value.
    private static bool Fits(EquatableArray<string> written, IReadOnlyList<string> values)
    {
        for (var i = 0; i < written.Count && i < values.Count; i++)
        {
            if (written[i] != EventText.Any && values[i] != EventText.Any && written[i] != values[i])
            {
                return false;
            }
        }

        return true;
    }
}
