using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Names;

/// <summary>The names in events, guards and effects, and in their arguments.</summary>
internal sealed class ActionNames(DeclaredNames declared, NameList names)
{
    public void AddEvents(EquatableArray<EventSyntax> events, MachineView machine)
    {
        foreach (var @event in events)
        {
            switch (@event)
            {
                case ReceiveEventSyntax receive:
                    names.Use(NameKind.Message, machine, receive.Message);
                    AddPattern(receive.Arguments, NameKind.Message, receive.Message.Text, machine);
                    AddPeer(receive.From, machine);
                    break;
                case CallEventSyntax call:
                    names.Use(NameKind.Call, machine, call.Call);
                    AddPattern(call.Arguments, NameKind.Call, call.Call.Text, machine);
                    break;
                case AfterEventSyntax after:
                    names.Use(NameKind.Timer, machine, after.Timer);
                    break;
                case TimeoutEventSyntax timeout:
                    names.Use(NameKind.Timer, machine, timeout.Timer);
                    break;
            }
        }
    }

    public void AddGuard(GuardSyntax? guard, MachineView machine)
    {
        switch (guard)
        {
            case NamedGuardSyntax named:
                names.Use(NameKind.Guard, machine, named.Name);
                break;
            case NotGuardSyntax not:
                AddGuard(not.Operand, machine);
                break;
            case AndGuardSyntax and:
                AddAll(and.Operands, machine);
                break;
            case OrGuardSyntax or:
                AddAll(or.Operands, machine);
                break;
        }
    }

    /// <param name="effects">The effects.</param>
    /// <param name="events">The events at hand, whose parameters they may hand on.</param>
    /// <param name="machine">Where they are written.</param>
    public void AddEffects(EquatableArray<EffectSyntax> effects, EquatableArray<EventSyntax> events, MachineView machine)
    {
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case SendEffectSyntax send:
                    names.Use(NameKind.Message, machine, send.Message);
                    AddSent(send, events, machine);
                    AddPeer(send.To, machine);
                    break;
                case TimerEffectSyntax timer:
                    names.Use(NameKind.Timer, machine, timer.Timer);
                    break;
                case ActionEffectSyntax action:
                    names.Use(NameKind.Effect, machine, action.Name);
                    AddHandedOn(action, events, machine);
                    break;
            }
        }
    }

    /// <summary>Values of tags, in what is received or called.</summary>
    public void AddPattern(EquatableArray<ValueSyntax> values, NameKind kind, string signature, MachineView machine)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].Kind != ValueKind.Wildcard)
            {
                AddValue(values[i], new ArgumentPlace(kind, signature, i), machine);
            }
        }
    }

    private bool AddValue(ValueSyntax value, ArgumentPlace place, MachineView machine)
    {
        if (machine.IsElsewhere)
        {
            names.Add(new NameKey(NameKind.TagValue, machine.Name, value.Text), value, isElsewhere: true, argument: place);
            return true;
        }

        if (declared.ValueOf(place.Kind, machine.Name, place.Signature, place.Index, value.Text) is not { } owner)
        {
            return false;
        }

        names.Add(new NameKey(NameKind.TagValue, owner, value.Text), value);
        return true;
    }

    // A value of the parameter's tag comes before a parameter of the event of that name.
    private void AddSent(SendEffectSyntax send, EquatableArray<EventSyntax> events, MachineView machine)
    {
        for (var i = 0; i < send.Arguments.Count; i++)
        {
            var value = send.Arguments[i];
            if (value.Kind != ValueKind.Wildcard && !AddValue(value, new ArgumentPlace(NameKind.Message, send.Message.Text, i), machine))
            {
                AddParameter(value, events, machine);
            }
        }
    }

    private void AddHandedOn(ActionEffectSyntax action, EquatableArray<EventSyntax> events, MachineView machine)
    {
        foreach (var value in action.Arguments.Where(value => value.Kind == ValueKind.Name))
        {
            if (!AddParameter(value, events, machine) && declared.ValueOfAnyTag(machine.Name, value.Text) is { } owner)
            {
                names.Add(new NameKey(NameKind.TagValue, owner, value.Text), value);
            }
        }
    }

    private bool AddParameter(ValueSyntax value, EquatableArray<EventSyntax> events, MachineView machine)
    {
        var found = false;
        foreach (var (kind, name) in events.Select(SignatureOf).Where(signature => signature.Name.Length > 0).Distinct())
        {
            if (declared.ParametersOf(kind, machine.Name, name).Contains(value.Text))
            {
                names.Add(new NameKey(NameKind.Parameter, NamePath.OfSignature(declared.OwnerOf(kind, machine.Name, name), kind, name), value.Text), value);
                found = true;
            }
        }

        return found;
    }

    private static (NameKind Kind, string Name) SignatureOf(EventSyntax @event) => @event switch
    {
        ReceiveEventSyntax receive => (NameKind.Message, receive.Message.Text),
        CallEventSyntax call => (NameKind.Call, call.Call.Text),
        _ => (NameKind.Timer, ""),
    };

    private void AddPeer(NameSyntax? role, MachineView machine)
    {
        if (role is not null)
        {
            names.Add(new NameKey(NameKind.Peer, machine.Name, role.Text), role);
        }
    }

    private void AddAll(EquatableArray<GuardSyntax> guards, MachineView machine)
    {
        foreach (var guard in guards)
        {
            AddGuard(guard, machine);
        }
    }
}
