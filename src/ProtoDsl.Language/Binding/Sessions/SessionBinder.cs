using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Language.Binding.Outline;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Binding.Sessions;

/// <summary>One session: its roles, its channel, and what must never hold.</summary>
internal sealed class SessionBinder(BindingContext context, MachineLookup machines)
{
    public Session Bind(SessionOutline outline, out SessionMap map)
    {
        var name = outline.Line.Name;
        var roles = BindRoles(outline, out var rows);
        var session = new Session { Name = name.Text, Roles = roles.ToEquatableArray(), Documentation = outline.Line.Documentation };
        var lookup = new RoleLookup(context, machines, session);
        session = BindChannel(outline, session) with
        {
            Nevers = outline.Rows.OfType<NeverRow>().Select(row => new Never(row.Reason?.Text, lookup.Bind(row.States))).ToEquatableArray(),
        };
        if (roles.Count < 2 && !outline.HasBrokenLine && !name.IsMissing)
        {
            context.Report(SessionMessages.FewRoles(name));
        }

        map = new SessionMap
        {
            Name = name.Span,
            Roles = rows.Select(row => row.Span).ToEquatableArray(),
            Channel = outline.Rows.OfType<OverRow>().FirstOrDefault()?.Span ?? name.Span,
            Nevers = outline.Rows.OfType<NeverRow>().Select(row => row.Span).ToEquatableArray(),
        };
        return session;
    }

    private List<Role> BindRoles(SessionOutline outline, out List<RoleRow> rows)
    {
        var roles = new List<Role>();
        rows = [];
        var lines = new Dictionary<string, RoleRow>();
        foreach (var row in outline.Rows.OfType<RoleRow>())
        {
            if (row.Role.IsMissing)
            {
                continue;
            }

            if (lines.TryGetValue(row.Role.Text, out var first))
            {
                context.Report(SessionMessages.Twice("Role", row.Role, row.Role.Text, context.LineOf(first.Span)));
                continue;
            }

            if (roles.Count == Limits.Roles)
            {
                context.Report(LimitMessages.TooMany(row.Role.Span, "roles in a session", Limits.Roles));
                break;
            }

            lines.Add(row.Role.Text, row);
            roles.Add(BindRole(row));
            rows.Add(row);
        }

        return roles;
    }

    private Role BindRole(RoleRow row)
    {
        var index = machines.Find(row.Machine);
        var role = new Role
        {
            Name = row.Role.Text,
            MachineName = row.Machine.Text,
            Machine = index,
            Calls = row.Calls is { } calls ? calls.Where(call => !call.IsMissing).Select(call => call.Text).ToEquatableArray() : null,
            StartState = row.From is { IsMissing: false } from ? from.Text : null,
        };
        if (index < 0)
        {
            return role;
        }

        var machine = machines[index].Machine;
        foreach (var call in row.Calls ?? default)
        {
            if (!call.IsMissing && machine.Calls.All(other => other.Name != call.Text) && context.FirstTime("call", machine.Name + "." + call.Text))
            {
                context.Report(SessionMessages.Call(call, machine.Name, context.Suggest(call.Text, machine.Calls.Select(other => other.Name))));
            }
        }

        if (row.From is { IsMissing: false } start && machine.States.All(state => state.Name != start.Text)
            && context.FirstTime("state", machine.Name + "." + start.Text))
        {
            context.Report(SessionMessages.State(start, machine.Name, context.Suggest(start.Text, machine.States.Select(state => state.Name))));
        }

        return role;
    }

    private Session BindChannel(SessionOutline outline, Session session)
    {
        var rows = outline.Rows.OfType<OverRow>().ToList();
        if (rows.Count == 0)
        {
            if (!outline.HasBrokenLine && !outline.Line.Name.IsMissing)
            {
                context.Report(SessionMessages.NoChannel(outline.Line.Name));
            }

            return session with { Capacity = 1 };
        }

        foreach (var second in rows.Skip(1))
        {
            context.Report(SessionMessages.SecondChannel(second, context.LineOf(rows[0].Span)));
        }

        var over = rows[0];
        if (over.Kind == ChannelKind.Rendezvous)
        {
            if (over.IsLossy)
            {
                context.Report(SessionMessages.LossyRendezvous(over));
            }

            return session with { Channel = ChannelKind.Rendezvous };
        }

        var capacity = over.Capacity?.Value ?? 1;
        if (capacity is < 1 or > Limits.ChannelCapacity && over.Capacity is { } number)
        {
            context.Report(SessionMessages.Capacity(number));
            capacity = 1;
        }

        return session with { Channel = over.Kind, IsLossy = over.IsLossy, Capacity = (int)capacity };
    }
}
