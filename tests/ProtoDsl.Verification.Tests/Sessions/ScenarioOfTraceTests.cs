using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Scenarios;
using ProtoDsl.Verification.Sessions;
using ProtoDsl.Verification.Tests.Generated;
using ProtoDsl.Verification.Tests.Reference;
using Xunit.Abstractions;

namespace ProtoDsl.Verification.Tests.Sessions;

/// <summary>The scenario of a finding runs when it is pasted into the table.</summary>
public sealed class ScenarioOfTraceTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_one_can_happen()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < 400; seed++)
        {
            var text = RandomTable.Of(seed);
            foreach (var finding in SessionText.Check(text).Findings.Where(finding => finding.Scenario is not null))
            {
                CheckRuns(text + "\n" + finding.Scenario, $"seed {seed}: {finding.Message}");
                counts[finding.Rule.Id] = counts.GetValueOrDefault(finding.Rule.Id) + 1;
            }
        }

        output.WriteLine(string.Join("\n", counts.Select(pair => $"{pair.Value,5} {pair.Key}")));
        foreach (var rule in new[]
        {
            SessionRules.UnspecifiedReception, SessionRules.Deadlock, SessionRules.Orphan, SessionRules.NoWayToFinish, SessionRules.Forbidden, SessionRules.CapacityDeadlock,
        })
        {
            Assert.True(counts.GetValueOrDefault(rule.Id) >= 5, $"{rule.Id}: {counts.GetValueOrDefault(rule.Id)}");
        }
    }

    private static void CheckRuns(string text, string what)
    {
        var file = Tables.Read(text);
        Assert.True(file.Bound.IsSound, $"{what}\n{string.Join("\n", file.Bound.Diagnostics.Select(one => one.Message))}\n{text}");
        var scenario = file.Bound.Protocol.Scenarios[^1];
        var system = Tables.Build(file, scenario.Session).System;
        Assert.NotNull(system);

        var outcome = new ScenarioRunner(system, new ReferenceReachable(system)).Run(scenario);

        Assert.True(outcome.Result == ScenarioResult.Holds, $"{what}\nstep {outcome.Step + 1} of\n{text}");
    }
}
