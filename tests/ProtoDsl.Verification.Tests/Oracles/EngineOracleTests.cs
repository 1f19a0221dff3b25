using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;
using Xunit.Abstractions;

namespace ProtoDsl.Verification.Tests.Oracles;

/// <summary>What other tools recorded, through the door that the product uses.</summary>
public sealed class EngineOracleTests(ITestOutputHelper output)
{
    [PublicSystemsFact]
    public void Public_systems_get_the_recorded_verdict()
    {
        var decided = new SortedDictionary<string, int>();
        Assert.All(PublicSystemTests.Read(), recorded =>
        {
            var isSafe = true;
            for (var capacity = 1; capacity <= 4; capacity++)
            {
                var verdict = Check(recorded, capacity);
                isSafe &= !verdict.Violations.Any(violation => RecordedTraces.Unsafe.Contains(violation.Kind));
                RecordedTraces.Compare($"{recorded.Name} at {capacity}", kind => Shortest(verdict, kind), recorded.Record.GetProperty("shortest").GetProperty($"{capacity}"));
                var reach = string.Join(" and ", RecordedTraces.Unsafe.Select(kind => verdict.Grades[kind]).Select(grade => $"{grade.Reach} by {grade.Method}").Distinct());
                decided[reach] = decided.GetValueOrDefault(reach) + 1;
            }

            Assert.True(isSafe == (recorded.Record.GetProperty("verdict").GetString() == "safe"), recorded.Name);
        });
        foreach (var (reach, count) in decided)
        {
            output.WriteLine($"{reach}: {count}");
        }

        // The ladder decides all but those whose channels grow and that no method fits.
        Assert.True(decided.Where(pair => pair.Key.StartsWith("EveryCapacity by", StringComparison.Ordinal)).Sum(pair => pair.Value) >= 400);
    }

    [Fact]
    public void Random_mixed_systems_get_the_recorded_verdict()
    {
        foreach (var recorded in RandomMixedTests.Systems)
        {
            foreach (var at in recorded.Record.GetProperty("verdict").EnumerateObject())
            {
                var name = $"{recorded.Name} at {at.Name}";
                var verdict = Check(recorded, int.Parse(at.Name, null));
                Assert.True(verdict.Configurations == at.Value.GetProperty("configs").GetInt32(), name);
                var isStuck = at.Value.GetProperty("spin_stuck").GetBoolean();
                Assert.True(verdict.Violations.Any(IsStuck) ? isStuck : !isStuck || verdict.Violations.Count > 0, name);
                Assert.True(
                    (verdict.Grades[ViolationKind.CapacityDeadlock].Method == Method.Saturation) == at.Value.GetProperty("saturated").GetBoolean(), name);
                RecordedTraces.Compare(name, kind => Shortest(verdict, kind), at.Value.GetProperty("reference"));
            }
        }

        // An unspecified reception may or may not leave the other role something to do.
        bool IsStuck(Violation violation) => violation.Kind is ViolationKind.CapacityDeadlock or ViolationKind.Orphan or ViolationKind.Deadlock;
    }

    private static SessionVerdict Check(RecordedSystem recorded, int capacity)
    {
        SessionSystem system = Tables.System(recorded.Table(capacity));
        var verdict = SystemChecker.Check(system, new CheckOptions());
        Assert.True(verdict.IsComplete, $"{recorded.Name} at {capacity}");
        Assert.All(verdict.Violations, violation => Reference.TraceReplay.Check(system, violation));
        return verdict;
    }

    private static int? Shortest(SessionVerdict verdict, ViolationKind kind) =>
        verdict.Violations.Where(violation => violation.Kind == kind).Select(violation => (int?)violation.Trace.Count).Min();
}
