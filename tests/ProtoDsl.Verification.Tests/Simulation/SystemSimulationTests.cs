using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Testing;
using ProtoDsl.Verification.Scenarios;
using ProtoDsl.Verification.Simulation;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Tests.Simulation;

/// <summary>Stepping by hand.</summary>
public sealed class SystemSimulationTests
{
    private static readonly string[] s_lossyTalk =
    [
        "over lossy fifo(2)", "over lossy bag(2)", "over rendezvous", "over fifo(1)",
    ];

    /// <summary>Whatever way is taken, what is recorded of it is a scenario that holds: losses, timers, guards and values included.</summary>
    [Fact]
    public void What_is_recorded_can_happen()
    {
        foreach (var (system, seed) in Sessions().SelectMany(system => Enumerable.Range(0, 6).Select(seed => (system, seed))))
        {
            var simulation = new SystemSimulation(system);
            Walk(simulation, new Random(seed), 40);

            var scenario = simulation.Record("walked");
            var outcome = new ScenarioRunner(system, new ReachableConfigurations(system, 100)).Run(scenario);

            Assert.True(outcome.Result == ScenarioResult.Holds, $"{system.Name}, seed {seed}: {outcome}\n{Language.TransitionFile.Print(scenario)}");
        }
    }

    /// <summary>What can happen is exactly what a scenario may go on with.</summary>
    [Fact]
    public void What_can_happen_is_what_scenarios_can_go_on_with()
    {
        foreach (var system in Sessions())
        {
            var simulation = new SystemSimulation(system);
            var random = new Random(1);
            for (var step = 0; step < 20 && simulation.Possible.Count > 0; step++)
            {
                var impossible = new EventStep(system.Roles[0].Name, EventKind.Call, "no such call", default, null);
                var outcome = new ScenarioRunner(system, new ReachableConfigurations(system, 100))
                    .Run(new Scenario { Title = "", Session = system.Name, Steps = simulation.Taken.Append(impossible).ToEquatableArray() });

                // A scenario follows guards and values that it does not tell in all ways at once, so it may know of more.
                var possible = simulation.Possible.Where(one => one.Step is not DeliveryStep { IsDropped: true }).Select(one => one.Step).ToHashSet();
                Assert.Subset(outcome.Possible.ToHashSet(), outcome.Possible.Count < 20 ? possible : []);
                Walk(simulation, random, 1);
            }
        }
    }

    [Fact]
    public void Undo_leads_back_step_by_step()
    {
        foreach (var system in Sessions())
        {
            var simulation = new SystemSimulation(system);
            var shown = new Stack<string>([Show(simulation)]);
            var random = new Random(7);
            for (var step = 0; step < 30 && simulation.Possible.Count > 0; step++)
            {
                Walk(simulation, random, 1);
                shown.Push(Show(simulation));
            }

            while (shown.Count > 1)
            {
                Assert.Equal(shown.Pop(), Show(simulation));
                Assert.True(simulation.Undo());
            }

            Assert.Equal(shown.Pop(), Show(simulation));
            Assert.False(simulation.Undo());
        }
    }

    /// <summary>Every event of every role either can happen or is refused with a reason.</summary>
    [Fact]
    public void No_event_is_without_an_answer()
    {
        foreach (var system in Sessions())
        {
            var simulation = new SystemSimulation(system);
            Walk(simulation, new Random(3), 12);
            for (var role = 0; role < system.Roles.Count; role++)
            {
                var refused = simulation.Refused.Where(refusal => refusal.Role == role).ToArray();
                Assert.All(refused, refusal => Assert.NotEqual("", refusal.Reason));
                var possible = simulation.Possible.Where(step => step.Role == role).Select(step => step.Text).ToArray();
                Assert.All(system.Roles[role].Machine.Events, @event => Assert.True(
                    refused.Any(refusal => refusal.Event == @event.Name) != possible.Any(text => Names(text, system.Roles[role].Name, @event.Name)), $"{@event.Name} of {system.Roles[role].Name}"));
            }
        }
    }

    [Fact]
    public void Reasons_are_the_table_s_or_the_moment_s()
    {
        var simulation = new SystemSimulation(Tables.System(SampleTables.Text("Tcp"), "Pair"));
        Take(simulation, "client Connect");
        var refused = simulation.Refused.ToDictionary(refusal => $"{simulation.Roles[refusal.Role].Name} {refusal.Event}");

        Assert.Equal(("connection already exists", true), (refused["client Connect"].Reason, refused["client Connect"].IsForbidden));
        Assert.Equal(("it is not on its way", false), (refused["client ?SYN_ACK"].Reason, refused["client ?SYN_ACK"].IsForbidden));
        Assert.Equal("no row of SYN_SENT lists it", refused["client after TimeWait"].Reason);
        Assert.Equal("the session does not allow this call", refused["server Connect"].Reason);
    }

    /// <summary>Alone, a machine may be sent anything at any time, with any value that its rows tell apart.</summary>
    [Fact]
    public void A_machine_alone_takes_what_its_cells_take()
    {
        foreach (var name in SampleTables.Names)
        {
            var file = Tables.ReadSound(SampleTables.Text(name), name);
            for (var machine = 0; machine < file.Bound.Protocol.Machines.Count; machine++)
            {
                var build = SoloSystem.Build(file, machine, "it");
                Assert.Empty(build.Problems);
                var simulation = new SystemSimulation(Assert.IsType<SessionSystem>(build.System), isSolo: true);
                Walk(simulation, new Random(machine), 60);

                Assert.All(simulation.Refused, refusal => Assert.True(refusal.IsForbidden || refusal.Reason is "the timer is not running" or "it has ended", refusal.Reason));
                Assert.Equal(ScenarioResult.Holds, new SoloRunner(simulation.System).Run(simulation.Record("walked")).Result);
                var state = file.Bound.Protocol.Machines[machine].States.ToList().FindIndex(one => one.Name == simulation.Roles[0].State);
                Assert.All(simulation.Refused.Where(refusal => refusal.IsForbidden), refusal => Assert.NotNull(
                    TableRefusal.Of(file.Bound.Protocol.Machines[machine], state, file.Bound.Protocol.Machines[machine].Events.ToList().FindIndex(one => one.Name == refusal.Event))));
            }
        }
    }

    [Fact]
    public void A_machine_whose_rows_name_roles_has_each_of_them_around_it()
    {
        var file = Tables.ReadSound("message A, B(X|Y of)\nmachine M\ninitial state S\n    ?A from left / !A to right -> T\nstate T\n    ?B(X) from right -> S\n    ignore ?B from right\n");
        var simulation = new SystemSimulation(Assert.IsType<SessionSystem>(SoloSystem.Build(file, 0, "m").System), isSolo: true);

        Assert.Equal(["left -> m A"], simulation.Possible.Select(step => step.Text));
        Take(simulation, "left -> m A");
        Assert.Equal(["right -> m B(X)", "right -> m B(Y)"], simulation.Possible.Select(step => step.Text));
        Assert.Empty(simulation.Channels);
    }

    private static IEnumerable<SessionSystem> Sessions()
    {
        foreach (var name in SampleTables.Names)
        {
            var text = SampleTables.Text(name);
            foreach (var session in Tables.ReadSound(text, name).Bound.Protocol.Sessions)
            {
                yield return Tables.System(text, session.Name);
            }
        }

        foreach (var channel in s_lossyTalk)
        {
            yield return Tables.System($"""
                message A(X|Y of), B
                call c, d
                timer T = 1s
                machine P
                initial state S0
                    c [g] / !A, start T -> S1
                    c [else] / !B
                    ?A | ?B / !B
                    timeout T / !A(X)
                state S1
                    d / !A(Y) -> S0
                    ?A(X) -> S0
                    ignore ?A
                    defer ?B
                    timeout T -> S0
                session Talk
                    a : P
                    b : P
                    {channel}
                """);
        }
    }

    private static void Walk(SystemSimulation simulation, Random random, int steps)
    {
        for (var step = 0; step < steps && simulation.Possible is { Count: > 0 } possible; step++)
        {
            simulation.Take(possible[random.Next(possible.Count)]);
        }
    }

    private static void Take(SystemSimulation simulation, string text) => simulation.Take(simulation.Possible.Single(step => step.Text == text));

    private static string Show(SystemSimulation simulation) =>
        string.Join("; ", simulation.Roles.Select(role => $"{role.Name} {role.State} {string.Join(",", role.ArmedTimers)}"))
        + string.Join("; ", simulation.Channels.Select(channel => $"{channel.From}>{channel.To} {string.Join(",", channel.Messages)}"))
        + string.Join("; ", simulation.Possible.Select(step => step.Text));

    private static bool Names(string text, string role, string @event)
    {
        var bare = text.Split('(')[0];
        return bare == $"{role} {@event}" || (@event[0] == '?' && bare.EndsWith($"-> {role} {@event[1..]}", StringComparison.Ordinal));
    }
}
