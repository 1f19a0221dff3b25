using ProtoDsl.Verification.Tests.Reference;
using ProtoDsl.Verification.Tests.Systems;
using ProtoDsl.Verification.Verdicts;
using Xunit.Abstractions;

namespace ProtoDsl.Verification.Tests.Generated;

/// <summary>What is made from seeds is worth testing on.</summary>
public sealed class RandomTableTests(ITestOutputHelper output)
{
    [Fact]
    public void Systems_without_a_table_have_true_traces_too()
    {
        var violations = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var system = RandomSystem.Of(seed);
            var verdict = ReferenceChecker.Check(system, 2000);
            Assert.All(verdict.Violations, violation => TraceReplay.Check(system, violation));
            violations += verdict.Violations.Count;
        }

        Assert.True(violations > 1000, $"{violations} violations");
    }

    [Fact]
    public void They_are_sound_and_of_every_kind()
    {
        var kinds = new SortedDictionary<string, int>();
        for (var seed = 0; seed < 2000; seed++)
        {
            var file = Tables.ReadSound(RandomTable.Of(seed));
            var build = Tables.Build(file);
            Count(build.System is null ? "problem " + string.Join(" ", build.Problems.Select(problem => problem.Kind).Distinct()) : "system");
            if (build.System is not { } system)
            {
                continue;
            }

            var verdict = ReferenceChecker.Check(system, 2000);
            Assert.All(verdict.Violations, violation => TraceReplay.Check(system, violation));
            Count(verdict.IsComplete ? "complete" : "too large");
            Count(verdict.Violations.Count == 0 ? "clean" : "with violations");
            foreach (var kind in verdict.Violations.Select(violation => violation.Kind).Distinct())
            {
                Count($"{kind} over {(system.IsLossy ? "lossy " : "")}{system.Kind}{(system.Roles.Count > 2 ? " of three" : "")}");
            }
        }

        foreach (var (kind, count) in kinds)
        {
            output.WriteLine($"{count,6} {kind}");
        }

        foreach (var kind in Enum.GetNames<ViolationKind>())
        {
            Assert.Contains(kinds, pair => pair.Key.StartsWith(kind, StringComparison.Ordinal) && pair.Value >= 10);
        }

        void Count(string kind) => kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
    }
}
