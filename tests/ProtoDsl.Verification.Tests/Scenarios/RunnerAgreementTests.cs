using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Scenarios;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Tests.Generated;
using ProtoDsl.Verification.Tests.Reference;
using ProtoDsl.Verification.Tests.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Tests.Scenarios;

/// <summary>The runner against the reference semantics, on systems and scenarios made from seeds.</summary>
public sealed class RunnerAgreementTests
{
    [Fact]
    public void Every_trace_is_a_scenario_that_can_happen()
    {
        var traces = 0;
        for (var seed = 0; seed < 600; seed++)
        {
            var system = Tables.System(RandomTable.Of(seed));
            var match = new StepMatch(system);
            foreach (var violation in ReferenceChecker.Check(system, 1000).Violations)
            {
                var steps = violation.Trace.SelectMany(step => Written(system, match, step)).Append(match.StatesAt(violation.At.LocalStates)).ToEquatableArray();
                var outcome = new ScenarioRunner(system, new ReferenceReachable(system)).Run(new Scenario { Title = "trace", Session = system.Name, Steps = steps });
                Assert.True(outcome.Result == ScenarioResult.Holds, $"seed {seed}, step {outcome.Step} of\n{string.Join("\n", steps)}\npossible:\n{string.Join("\n", outcome.Possible)}");
                traces++;
            }
        }

        Assert.True(traces > 500, $"{traces} traces");
    }

    // Over perfect channels one line is one step, so that following lines through the reference semantics is easy.
    [Fact]
    public void Random_scenarios_break_off_where_the_reference_semantics_does()
    {
        var (held, failed) = (0, 0);
        for (var seed = 0; seed < 600; seed++)
        {
            var system = Tables.System(RandomTable.Of(seed));
            if (system.Kind == ChannelKind.Rendezvous || system.IsLossy)
            {
                continue;
            }

            var random = new Random(seed);
            var semantics = new ReferenceSemantics(system);
            var match = new StepMatch(system);
            var universe = ScenarioUniverse.Of(system).Where(step => step is not DeliveryStep { IsDropped: true }).ToList();
            for (var run = 0; run < 10; run++)
            {
                var at = new HashSet<ReferenceConfiguration> { semantics.Start };
                var steps = new List<ScenarioStep>();
                while (at.Count > 0 && steps.Count < 12)
                {
                    // Mostly what is possible, so that scenarios become long.
                    var lines = at.SelectMany(one => semantics.Steps(one)).SelectMany(step => Written(system, match, step.Step)).ToList();
                    steps.Add(lines.Count > 0 && random.Next(80) > 0 ? lines[random.Next(lines.Count)] : universe[random.Next(universe.Count)]);
                    at = [.. at.SelectMany(one => Follow(system, semantics, match, one, steps[^1]))];
                }

                var outcome = new ScenarioRunner(system, new ReferenceReachable(system)).Run(new Scenario { Title = "random", Session = system.Name, Steps = steps.ToEquatableArray() });
                Assert.True(outcome.Step == (at.Count > 0 ? -1 : steps.Count - 1), $"seed {seed}: breaks off at {outcome.Step} of\n{string.Join("\n", steps)}");
                (held, failed) = at.Count > 0 ? (held + 1, failed) : (held, failed + 1);
            }
        }

        Assert.True(held > 400 && failed > 400, $"{held} hold, {failed} do not");
    }

    [Fact]
    public void Where_a_scenario_may_begin_the_engine_knows_as_well()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var system = Tables.System(RandomTable.Of(seed));
            var engine = new ReachableConfigurations(system, 50_000);
            var reference = new ReferenceReachable(system);
            foreach (var states in new[] { new[] { -1, -1, -1 }, [0, -1, -1], [-1, 1, -1], [-2, -1, -1] })
            {
                var expected = reference.WithEmptyChannels([.. states.Take(system.Roles.Count)], default).Select(at => string.Join(" ", at.LocalStates)).Order();
                Assert.Equal(expected, engine.WithEmptyChannels([.. states.Take(system.Roles.Count)], default).Select(at => string.Join(" ", at.LocalStates)).Order());
            }
        }
    }

    private static IEnumerable<ReferenceConfiguration> Follow(
        SessionSystem system, ReferenceSemantics semantics, StepMatch match, ReferenceConfiguration at, ScenarioStep line) => line is StatesStep states
        ? match.Fits(states, at.Locals) ? [at] : []
        : semantics.Steps(at).Where(step => Says(line, MoveOf(system, step.Step), step.Step.Role, SenderOf(system, step.Step))).Select(step => step.Next);

    private static Move MoveOf(SessionSystem system, SystemStep step) => system.Roles[step.Role].States[step.Source].Moves[step.Move];

    private static int SenderOf(SessionSystem system, SystemStep step) => MoveOf(system, step).Channel is var channel and >= 0 ? system.Channels[channel].Sender : -1;

    private static bool Says(ScenarioStep line, Move move, int role, int sender) => line switch
    {
        DeliveryStep delivery => move.Kind == MoveKind.Receive && delivery.To == "r" + role && delivery.From == "r" + sender && move.Subject == delivery.Message && Agree(delivery.Arguments, move.Arguments),
        EventStep @event => move.Kind != MoveKind.Receive && @event.Role == "r" + role && move.Subject == @event.Subject && Agree(@event.Arguments, move.Arguments)
            && (@event.Guard is null || @event.Guard == move.Guard),
        _ => false,
    };

    private static bool Agree(IEnumerable<string> written, IReadOnlyList<string> values) =>
        written.Zip(values).All(pair => pair.First == "_" || pair.Second == "_" || pair.First == pair.Second);

    private static IEnumerable<ScenarioStep> Written(SessionSystem system, StepMatch match, SystemStep step)
    {
        var move = MoveOf(system, step);
        if (move.Kind != MoveKind.Continue)
        {
            yield return move.Kind == MoveKind.Receive ? match.Delivery(move.Channel, move.Letter, false) : match.Event(step.Role, move);
        }

        for (var i = 0; i < move.Sends.Count; i++)
        {
            if ((step.Lost >> i & 1) == 1)
            {
                yield return match.Delivery(move.Sends[i].Channel, move.Sends[i].Letter, true);
            }
        }

        if (step.Partner >= 0)
        {
            yield return match.Delivery(move.Sends[0].Channel, move.Sends[0].Letter, false);
        }
    }
}
