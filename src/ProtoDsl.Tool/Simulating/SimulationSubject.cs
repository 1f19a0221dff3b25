using System.CommandLine;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Tool.Findings;
using ProtoDsl.Tool.Projects;
using ProtoDsl.Tool.Terminals;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Tool.Simulating;

/// <summary>What is stepped: a session, or a machine alone.</summary>
/// <param name="Table">Its table.</param>
/// <param name="System">As automata.</param>
/// <param name="IsSolo">True for a machine alone.</param>
internal sealed record SimulationSubject(LoadedTable Table, SessionSystem System, bool IsSolo);

/// <summary>The options that choose it: a session where the table has one, else its machine.</summary>
internal sealed class SubjectChoice
{
    private readonly Option<string?> _session = new("--session", "-s") { Description = "The session. Without it, the only one of the table.", HelpName = "name" };
    private readonly Option<string?> _machine = new("--machine", "-m") { Description = "A machine alone, whatever sessions there are: anything may arrive at any time.", HelpName = "name" };

    /// <param name="command">The command whose options these become.</param>
    public SubjectChoice(Command command)
    {
        command.Options.Add(_session);
        command.Options.Add(_machine);
    }

    /// <summary>What the command line means.</summary>
    /// <param name="options">The command line.</param>
    /// <param name="project">A project of one table.</param>
    /// <param name="name">The session or machine that something else names; the options come first. Null for none.</param>
    /// <param name="cancellationToken">Honoured while the system is built.</param>
    /// <exception cref="UsageException">There is no such session or machine, or several and none was named.</exception>
    /// <exception cref="FindingsException">The table is broken.</exception>
    public SimulationSubject Of(ParseResult options, TableProject project, string? name, CancellationToken cancellationToken)
    {
        var table = project.Tables.Single();
        FindingsException.ThrowIfBroken(project, table);
        var sessions = table.File.Bound.Protocol.Sessions.Select(session => session.Name).ToList();
        var machines = table.File.Bound.Protocol.Machines.Select(machine => machine.Name).ToList();
        if (options.GetValue(_machine) is { } machine)
        {
            return Solo(table, Find(machines, machine, "machine"), cancellationToken);
        }

        if (options.GetValue(_session) is { } session)
        {
            return Session(project, table, Find(sessions, session, "session"), cancellationToken);
        }

        return name is not null && sessions.Contains(name) ? Session(project, table, sessions.IndexOf(name), cancellationToken)
            : name is not null && machines.Contains(name) ? Solo(table, machines.IndexOf(name), cancellationToken)
            : sessions.Count == 1 ? Session(project, table, 0, cancellationToken)
            : sessions.Count == 0 && machines.Count == 1 ? Solo(table, 0, cancellationToken)
            : sessions.Count > 0 ? throw new UsageException($"there are {sessions.Count} sessions; choose one: --session {string.Join(", --session ", sessions.Take(5))}")
            : machines.Count > 0 ? throw new UsageException($"there are {machines.Count} machines; choose one: --machine {string.Join(", --machine ", machines.Take(5))}")
            : throw new UsageException("there is no machine in this table");
    }

    private static SimulationSubject Session(TableProject project, LoadedTable table, int index, CancellationToken cancellationToken)
    {
        var build = SystemMaker.Make(project, new ChosenSession(table, index), cancellationToken);
        return new SimulationSubject(table, build.System ?? throw new InvalidOperationException("a system that was made is there"), IsSolo: false);
    }

    private static SimulationSubject Solo(LoadedTable table, int index, CancellationToken cancellationToken)
    {
        var machine = table.File.Bound.Protocol.Machines[index];
        var build = SoloSystem.Build(table.File, index, RoleName(machine.Name), cancellationToken);
        return build.System is { } system
            ? new SimulationSubject(table, system, IsSolo: true)
            : throw new UsageException($"'{machine.Name}' cannot be stepped alone: some of its rows say to whom they send and others do not, or it has too many combinations of values; write a session");
    }

    private static string RoleName(string machine) => char.ToLowerInvariant(machine[0]) + machine[1..];

    private static int Find(List<string> names, string name, string what)
    {
        var near = NameSuggestion.Find(name, names);
        return names.IndexOf(name) is var index and >= 0 ? index
            : throw new UsageException($"there is no {what} '{name}'{(near is not null ? $"; did you mean '{near}'?" : names.Count > 0 ? $"; there is {string.Join(", ", names.Take(5))}" : $": the table has none")}");
    }
}
