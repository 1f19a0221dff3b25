using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Names;

/// <summary>The names in rows: of machines, sessions and scenarios.</summary>
internal sealed class RowNames
{
    private readonly DeclaredNames _declared;
    private readonly NameList _names;
    private readonly ActionNames _actions;

    public RowNames(DeclaredNames declared, NameList names)
    {
        _declared = declared;
        _names = names;
        _actions = new ActionNames(declared, names);
    }

    public void Add(LineSyntax line, LinePlace place)
    {
        var machine = new MachineView(place.Machine, false);
        switch (line)
        {
            case InLine section:
                AddSet(section.Set, place.Machine);
                break;
            case TransitionRow row:
                _actions.AddEvents(row.Trigger, machine);
                _actions.AddGuard(row.Guard, machine);
                _actions.AddEffects(row.Effects, row.Trigger, machine);
                AddTarget(row.Target, machine);
                break;
            case ReasonRow row:
                _actions.AddEvents(row.Trigger, machine);
                _actions.AddGuard(row.Guard, machine);
                break;
            case BoundaryRow row:
                _actions.AddEffects(row.Effects, default, machine);
                break;
            case KeepRow row:
                _actions.AddEvents(row.Trigger, machine);
                AddSet(row.Set, place.Machine);
                _actions.AddEvents(row.Until, machine);
                break;
            default:
                AddOfSession(line, place.Session);
                break;
        }
    }

    /// <summary>States or groups: they share one name space.</summary>
    public void AddStates(EquatableArray<NameSyntax> names, string? machine)
    {
        foreach (var name in names)
        {
            _names.Use(_declared.IsGroup(machine, name.Text) ? NameKind.Group : NameKind.State, new MachineView(machine, false), name);
        }
    }

    private void AddSet(StateSetSyntax? set, string? machine)
    {
        AddStates(set?.Included ?? default, machine);
        AddStates(set?.Excluded ?? default, machine);
    }

    // '@same' is the state of that name.
    private void AddTarget(NameSyntax? target, MachineView machine)
    {
        if (target is not null && (target.Text != "same" || target.Span.Length > target.Text.Length))
        {
            _names.Use(NameKind.State, machine, target);
        }
    }

    private void AddOfSession(LineSyntax line, string? session)
    {
        switch (line)
        {
            case RoleRow row:
                AddRoleRow(row, session);
                break;
            case NeverRow row:
                AddRoleStates(row.States, session);
                break;
            case ScenarioStatesRow row:
                AddRoleStates(row.States, session);
                break;
            case DeliveryRow row:
                AddRole(row.From, session);
                AddRole(row.To, session);
                _names.Use(NameKind.Message, ViewOf(row.From, session), row.Message);
                _actions.AddPattern(row.Arguments, NameKind.Message, row.Message.Text, ViewOf(row.From, session));
                break;
            case ScenarioEventRow row:
                AddRole(row.Role, session);
                _actions.AddEvents(EquatableArray.Create(row.Event), ViewOf(row.Role, session));
                _actions.AddGuard(row.Guard, ViewOf(row.Role, session));
                break;
        }
    }

    private void AddRoleRow(RoleRow row, string? session)
    {
        var view = View(row.Machine.Text);
        _names.Declare(NameKind.Role, session, row.Role);
        _names.Add(new NameKey(NameKind.Machine, null, row.Machine.Text), row.Machine, isElsewhere: view.IsElsewhere);
        foreach (var call in row.Calls ?? default)
        {
            _names.Use(NameKind.Call, view, call);
        }

        if (row.From is not null)
        {
            _names.Use(NameKind.State, view, row.From);
        }
    }

    private void AddRoleStates(EquatableArray<RoleStateSyntax> states, string? session)
    {
        foreach (var one in states)
        {
            AddRole(one.Role, session);
            _names.Use(NameKind.State, ViewOf(one.Role, session), one.State);
        }
    }

    private void AddRole(NameSyntax role, string? session) => _names.Add(new NameKey(NameKind.Role, session, role.Text), role);

    private MachineView ViewOf(NameSyntax role, string? session) =>
        session is not null && _declared.MachineOf(session, role.Text) is { } machine ? View(machine) : default;

    private MachineView View(string machine) => new(machine, !_declared.HasMachine(machine));
}
