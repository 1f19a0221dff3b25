using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification.Systems.Building;

/// <summary>Finds the machines of roles, in the session's file or in those that it imports, and what the file alone could not check.</summary>
internal sealed class RoleResolver(TableFile file, IReadOnlyList<TableFile> others, List<SystemProblem> problems)
{
    /// <summary>One for each role; null where there is none, which is then a problem or said by the file itself.</summary>
    public IReadOnlyList<RoleSource?> Resolve(Session session)
    {
        var sources = new List<RoleSource?>();
        for (var index = 0; index < session.Roles.Count; index++)
        {
            var role = session.Roles[index];
            var source = role.Machine >= 0 ? new RoleSource(file, role.Machine) : Import(role, index);
            sources.Add(source);
            if (source is not null && source.File != file)
            {
                CheckRole(role, index, source.Machine);
            }
        }

        CheckNevers(session, sources);
        return sources;
    }

    private RoleSource? Import(Role role, int index)
    {
        var found = new List<RoleSource>();
        var unread = new List<string>();
        foreach (var import in file.Bound.Protocol.Imports.Distinct())
        {
            var files = others.Where(other => other.Bound.Protocol.Name == import).ToList();
            found.AddRange(files.SelectMany(other => MachinesOf(other, role.MachineName)));
            if (files.Count == 0)
            {
                unread.Add(import);
            }
        }

        if (found.Count == 1)
        {
            return found[0];
        }

        var kind = found.Count > 1 ? SystemProblemKind.AmbiguousMachine : unread.Count > 0 ? SystemProblemKind.UnknownImport : SystemProblemKind.UnknownMachine;
        if (!file.Bound.Protocol.Imports.IsEmpty)
        {
            problems.Add(new SystemProblem(kind, index) { Name = kind == SystemProblemKind.UnknownImport ? unread[0] : role.MachineName });
        }

        return null;
    }

    private static IEnumerable<RoleSource> MachinesOf(TableFile file, string name) =>
        Enumerable.Range(0, file.Bound.Protocol.Machines.Count)
            .Where(index => file.Bound.Protocol.Machines[index].Name == name)
            .Select(index => new RoleSource(file, index));

    private void CheckRole(Role role, int index, Machine machine)
    {
        foreach (var call in role.Calls ?? default)
        {
            if (machine.Calls.All(other => other.Name != call))
            {
                problems.Add(new SystemProblem(SystemProblemKind.UnknownCall, index) { Name = call });
            }
        }

        if (role.StartState is { } start && machine.States.All(state => state.Name != start))
        {
            problems.Add(new SystemProblem(SystemProblemKind.UnknownState, index) { Name = start });
        }
    }

    private void CheckNevers(Session session, List<RoleSource?> sources)
    {
        for (var never = 0; never < session.Nevers.Count; never++)
        {
            foreach (var pair in session.Nevers[never].States)
            {
                var role = session.Roles.ToList().FindIndex(candidate => candidate.Name == pair.Role);
                if (role >= 0 && sources[role] is { } source && source.File != file && source.Machine.States.All(state => state.Name != pair.State))
                {
                    problems.Add(new SystemProblem(SystemProblemKind.UnknownState, role) { Never = never, Name = pair.State });
                }
            }
        }
    }
}
