using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Testing;
using ProtoDsl.Verification.Scenarios;
using ProtoDsl.Verification.Tests.Systems;

namespace ProtoDsl.Verification.Tests.Scenarios;

/// <summary>The scenarios of the shipped tables can happen; with one line changed, they fail there.</summary>
public sealed class ShippedScenarioTests
{
    private static readonly Dictionary<(string Table, string Session), ScenarioRunner> Runners = [];

    public static TheoryData<string, string> Scenarios()
    {
        var data = new TheoryData<string, string>();
        foreach (var table in SampleTables.Names)
        {
            foreach (var scenario in Tables.Read(SampleTables.Text(table)).Bound.Protocol.Scenarios)
            {
                data.Add(table, scenario.Title);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void It_can_happen(string table, string title)
    {
        var scenario = Find(table, title);
        var outcome = RunnerOf(table, scenario.Session).Run(scenario);
        Assert.True(outcome.Result == ScenarioResult.Holds, $"Step {outcome.Step}; possible there: {string.Join("; ", outcome.Possible)}");
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void With_one_line_changed_it_fails_at_that_line(string table, string title)
    {
        var scenario = Find(table, title);
        var runner = RunnerOf(table, scenario.Session);
        var universe = ScenarioUniverse.Of(Tables.System(SampleTables.Text(table), scenario.Session));
        var failed = 0;
        for (var index = 0; index < scenario.Steps.Count; index++)
        {
            foreach (var other in universe)
            {
                var outcome = runner.Run(Changed(scenario, index, other));
                Assert.True(outcome.Step < 0 || outcome.Step >= index, $"{other} in line {index} fails in line {outcome.Step}.");
                failed += outcome.Step == index ? 1 : 0;

                // What is said to be possible there is so, and it is all there is.
                if (outcome.Step == index && other is not StatesStep)
                {
                    Assert.All(outcome.Possible, possible => Assert.NotEqual(index, runner.Run(Changed(scenario, index, possible)).Step));
                }
            }
        }

        Assert.True(failed > scenario.Steps.Count * universe.Count / 2, $"Of {scenario.Steps.Count * universe.Count} changes only {failed} fail at once.");
    }

    private static Scenario Changed(Scenario scenario, int index, ScenarioStep step) =>
        scenario with { Steps = scenario.Steps.Take(index).Append(step).Concat(scenario.Steps.Skip(index + 1)).ToEquatableArray() };

    private static Scenario Find(string table, string title) =>
        Tables.ReadSound(SampleTables.Text(table)).Bound.Protocol.Scenarios.Single(scenario => scenario.Title == title);

    private static ScenarioRunner RunnerOf(string table, string session)
    {
        lock (Runners)
        {
            if (!Runners.TryGetValue((table, session), out var runner))
            {
                var system = Tables.System(SampleTables.Text(table), session);
                Runners.Add((table, session), runner = new ScenarioRunner(system, new ReachableConfigurations(system, 200_000)));
            }

            return runner;
        }
    }
}
