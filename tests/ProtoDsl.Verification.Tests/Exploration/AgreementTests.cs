using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Tests.Generated;
using ProtoDsl.Verification.Tests.Reference;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Tests.Exploration;

/// <summary>The engine and the reference checker say the same of thousands of systems: kinds, culprits, lengths of traces, number of
/// configurations, used rows, whether any send lacked room. Every trace is possible step by step.</summary>
public sealed class AgreementTests
{
    private const int Limit = 3000;

    [Fact]
    public void On_tables_made_from_seeds()
    {
        var systems = Enumerable.Range(0, 2200).Select(seed => Tables.Build(Tables.ReadSound(RandomTable.Of(seed))).System).OfType<SessionSystem>();
        Assert.True(Compare(systems) > 2000);
    }

    [Fact]
    public void On_systems_that_no_table_gives() => Assert.True(Compare(Enumerable.Range(0, 2000).Select(seed => RandomSystem.Of(seed))) > 1900);

    [Fact]
    public void On_wide_channels()
    {
        var systems = Enumerable.Range(0, 400).Select(seed => RandomSystem.Of(seed))
            .Where(system => system.Capacity > 0)
            .Select((system, index) => system.WithCapacity(new[] { 20, 31, 32, 33, 64 }[index % 5]));
        Assert.True(Compare(systems) > 100);
    }

    private static int Compare(IEnumerable<SessionSystem> systems)
    {
        var compared = 0;
        foreach (var system in systems)
        {
            var expected = ReferenceChecker.Check(system, Limit);
            if (!expected.IsComplete)
            {
                continue;
            }

            var verdict = SystemChecker.Check(system, new CheckOptions { Budget = Limit + 1 });
            Assert.True(verdict.IsComplete);
            Assert.Equal(expected.Summary, ReferenceVerdict.Summarize(system, verdict.Violations));
            Assert.Equal(expected.Configurations, verdict.Configurations);
            Assert.Equal(expected.UsedRows, verdict.UsedRows);
            Assert.Equal(expected.WasRefused, verdict.Grades[ViolationKind.CapacityDeadlock].Method != Method.Saturation && system.Capacity > 0);
            Assert.All(verdict.Violations, violation => TraceReplay.Check(system, violation));
            compared++;
        }

        return compared;
    }
}
