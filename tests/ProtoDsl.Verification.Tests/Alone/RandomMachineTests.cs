using ProtoDsl.Language;
using ProtoDsl.Verification.Tables;
using ProtoDsl.Verification.Tables.Facts;

namespace ProtoDsl.Verification.Tests.Alone;

/// <summary>The checks against <see cref="SlowTable"/>, on tables that nobody wrote.</summary>
public sealed class RandomMachineTests
{
    private const int Seeds = 3000;

    [Fact]
    public void Agree_with_the_slow_reference()
    {
        var counts = new Dictionary<string, int>();
        var sound = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var text = RandomMachine.Of(seed);
            var file = new TableFile("Made", TransitionFile.Read(text, "Made"));
            var found = TableChecks.Check(file).Select(finding => (finding.Rule.Id, finding.Place.Span)).ToArray();
            if (!file.Bound.IsSound)
            {
                Assert.Empty(found);
                continue;
            }

            sound++;
            var slow = new SlowTable(file.Bound);
            var map = file.Bound.Map.Machines[0];
            Agree(seed, text, "PDSL1101", slow.UnreachableRoots.Select(state => map.States[state]), found, counts);
            var facts = new MachineFacts(file, 0);
            Agree(seed, text, "all dead ends", slow.DeadEnds, [.. DeadEnds.Of(facts).Select(states => ("all dead ends", states[0]))], counts);
            Agree(seed, text, "running timers", slow.RunningTimers(), [.. RunningTimers(facts)], counts);
            Agree(seed, text, "PDSL1102, PDSL1103", slow.Unreachable.Count > 0 ? [] : slow.DeadEnds.Select(state => map.States[state]), found, counts);
            Agree(seed, text, "PDSL1110", slow.KeepBreakers().Select(row => map.Rows[row]), found, counts);

            // What is found of a row that is taken for some of its alternatives only, the reference does not tell.
            Assert.Empty(slow.HiddenRows.Where(row => !file.Bound.Protocol.Machines[0].Rows[row].States.IsEmpty).Select(row => map.Rows[row]).Except(found.Where(one => one.Id == "PDSL1104").Select(one => one.Span)));
            Assert.True((slow.GuardedMessages.Count > 0) == found.Any(one => one.Id == "PDSL1108"), $"seed {seed}:\n{text}");
        }

        // Enough of each to mean something.
        Assert.True(sound > Seeds / 4, $"{sound} sound tables");
        Assert.All(counts, pair => Assert.True(pair.Value > 20, $"{pair.Key}: {pair.Value}"));
        Assert.Equal(5, counts.Count);
    }

    private static IEnumerable<(string, (int Timer, int State))> RunningTimers(MachineFacts facts) =>
        from timer in Enumerable.Range(0, facts.Machine.Timers.Count)
        from state in Enumerable.Range(0, facts.Graph.Count)
        where facts.Timers.MayRun(timer, state) == true
        select ("running timers", (timer, state));

    private static void Agree<TSpan>(int seed, string text, string ids, IEnumerable<TSpan> expected, (string Id, TSpan Span)[] found, Dictionary<string, int> counts)
    {
        var wanted = expected.ToHashSet();
        Assert.True(wanted.SetEquals(found.Where(one => ids.Contains(one.Id, StringComparison.Ordinal)).Select(one => one.Span)), $"{ids}, seed {seed}:\n{text}");
        counts[ids] = counts.GetValueOrDefault(ids) + wanted.Count;
    }
}
