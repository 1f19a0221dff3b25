using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Systems.Building;

namespace ProtoDsl.Verification.Systems;

/// <summary>A session as communicating automata. How guards, tags, timers, effects and ended roles become states and moves:
/// <c>docs/sessions.md</c>.</summary>
public static class SystemBuilder
{
    /// <param name="file">The file of the session; it must be sound.</param>
    /// <param name="session">One of its sessions.</param>
    /// <param name="others">The files that an <c>import</c> may mean; they must be sound too.</param>
    /// <param name="cancellationToken">Honoured between local states.</param>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public static SystemBuild Build(TableFile file, Session session, IReadOnlyList<TableFile> others, CancellationToken cancellationToken = default)
    {
        var problems = new List<SystemProblem>();
        var found = new RoleResolver(file, others, problems).Resolve(session);
        var sources = found.OfType<RoleSource>().ToList();
        if (problems.Count > 0 || sources.Count < session.Roles.Count || sources.Count < 2)
        {
            return new SystemBuild(null, found, problems);
        }

        var channels = ChannelsOf(session.Roles.Count);
        var alphabet = new SessionAlphabet(channels.Count);
        var scenarios = file.Bound.Protocol.Scenarios.Where(scenario => scenario.Session == session.Name);
        var tags = DistinguishedTags.Of(sources, [.. session.Roles.Select(role => role.Name)], scenarios);
        var roles = session.Roles.Select((_, index) => new RoleContext(index, session, sources[index], sources, channels, alphabet, tags)).ToList();
        var automata = BuildRoles(roles, cancellationToken);
        for (var i = 0; i < automata.Count; i++)
        {
            CheckCapacity(roles[i], automata[i]);
        }

        problems.AddRange(roles.SelectMany(role => role.Problems));
        if (problems.Count > 0)
        {
            return new SystemBuild(null, found, problems);
        }

        var system = new SessionSystem
        {
            Name = session.Name, Roles = automata, Channels = channels, Letters = alphabet.Letters,
            Kind = session.Channel, IsLossy = session.IsLossy, Capacity = session.Capacity, Forbidden = ForbiddenOf(session, sources),
        };
        return new SystemBuild(session.Channel == ChannelKind.Rendezvous ? SingleActions.Of(system) : system, found, problems);
    }

    // What a role can send depends on what it can receive: all are built anew until no channel carries anything new.
    private static List<RoleAutomaton> BuildRoles(List<RoleContext> roles, CancellationToken cancellationToken)
    {
        var moves = 0;
        while (true)
        {
            var growth = roles[0].Alphabet.Growth;
            var automata = new List<RoleAutomaton>();
            foreach (var role in roles)
            {
                var builder = new AutomatonBuilder(role);
                automata.Add(builder.Build(StartOf(role), cancellationToken));
                moves += builder.MoveCount;
                if (moves > SystemLimits.Moves)
                {
                    role.Report(new SystemProblem(SystemProblemKind.TooLarge, role.Index));
                }
            }

            if (growth == roles[0].Alphabet.Growth || roles.Exists(role => role.Problems.Count > 0))
            {
                return automata;
            }
        }
    }

    private static int StartOf(RoleContext role)
    {
        if (role.Machine.Timers.Count > SystemLimits.Timeouts)
        {
            role.Report(new SystemProblem(SystemProblemKind.TooLarge, role.Index));
        }

        return StateNamed(role.Machine, role.Role.StartState) is var start and >= 0 ? start : role.Machine.InitialState;
    }

    private static int StateNamed(Machine machine, string? name) => machine.States.ToList().FindIndex(state => state.Name == name);

    private static List<SystemChannel> ChannelsOf(int roles) =>
    [
        .. Enumerable.Range(0, roles).SelectMany(sender => Enumerable.Range(0, roles)
            .Where(receiver => receiver != sender).Select(receiver => new SystemChannel(sender, receiver))),
    ];

    private static void CheckCapacity(RoleContext role, RoleAutomaton automaton)
    {
        if (role.Session.Channel == ChannelKind.Rendezvous)
        {
            return;
        }

        foreach (var move in automaton.States.SelectMany(state => state.Moves))
        {
            var most = move.Sends.GroupBy(send => send.Channel).Select(group => group.Count()).DefaultIfEmpty().Max();
            if (most > role.Session.Capacity)
            {
                role.Report(new SystemProblem(SystemProblemKind.CapacityTooSmall, role.Index) { Row = move.Row, Count = most });
            }
        }
    }

    private static List<ForbiddenStates> ForbiddenOf(Session session, List<RoleSource> sources)
    {
        var forbidden = new List<ForbiddenStates>();
        for (var index = 0; index < session.Nevers.Count; index++)
        {
            var states = new List<(int Role, int State)>();
            foreach (var pair in session.Nevers[index].States)
            {
                var role = session.Roles.ToList().FindIndex(candidate => candidate.Name == pair.Role);
                states.Add((role, role < 0 ? -1 : StateNamed(sources[role].Machine, pair.State)));
            }

            if (states.Count > 0 && states.TrueForAll(state => state is { Role: >= 0, State: >= 0 }))
            {
                forbidden.Add(new ForbiddenStates(index, states));
            }
        }

        return forbidden;
    }
}
