using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Machines;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Sessions;

/// <summary>The roles of one session, and their states.</summary>
internal sealed class RoleLookup(BindingContext context, MachineLookup machines, Session session)
{
    /// <summary>The role; null, with a finding, where there is none of that name.</summary>
    public Role? Find(NameSyntax name)
    {
        if (name.IsMissing)
        {
            return null;
        }

        var role = session.Roles.FirstOrDefault(candidate => candidate.Name == name.Text);
        if (role is null && context.FirstTime("role", session.Name + "." + name.Text))
        {
            context.Report(SessionMessages.Role(name, session.Name, context.Suggest(name.Text, session.Roles.Select(candidate => candidate.Name))));
        }

        return role;
    }

    /// <summary>The machine of a role; null where it is not in this file.</summary>
    public BoundMachine? MachineOf(Role? role) => role is { Machine: >= 0 } ? machines[role.Machine] : null;

    /// <summary>Roles and their states, as written; what is not known is reported.</summary>
    public EquatableArray<RoleState> Bind(EquatableArray<RoleStateSyntax> states)
    {
        var seen = new HashSet<string>();
        foreach (var one in states)
        {
            var role = Find(one.Role);
            if (role is not null && !seen.Add(role.Name))
            {
                context.Report(SessionMessages.RoleTwice(one.Role));
            }

            if (MachineOf(role) is { Machine: var machine } && !one.State.IsMissing && machine.States.All(state => state.Name != one.State.Text)
                && context.FirstTime("state", machine.Name + "." + one.State.Text))
            {
                context.Report(SessionMessages.State(one.State, machine.Name, context.Suggest(one.State.Text, machine.States.Select(state => state.Name))));
            }
        }

        return states.Select(one => new RoleState(one.Role.Text, one.State.Text)).ToEquatableArray();
    }
}
