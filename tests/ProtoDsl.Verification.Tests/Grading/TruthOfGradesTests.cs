using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Tests.Generated;
using ProtoDsl.Verification.Tests.Reference;
using ProtoDsl.Verification.Tests.Systems;
using ProtoDsl.Verification.Verdicts;
using Xunit.Abstractions;

namespace ProtoDsl.Verification.Tests.Grading;

/// <summary>A grade is a claim about capacities that were not looked at. Here they are looked at, by the reference checker.</summary>
public sealed class TruthOfGradesTests(ITestOutputHelper output)
{
    private readonly SortedDictionary<string, int> _claims = [];

    [Fact]
    public void No_other_capacity_refutes_a_grade_of_a_table()
    {
        var systems = Enumerable.Range(0, 1500).Select(seed => Tables.Build(Tables.ReadSound(RandomTable.Of(seed))).System).OfType<SessionSystem>();
        Search(systems);
        Expect("EveryCapacity Saturation", "EveryCapacityFrom Saturation");
    }

    [Fact]
    public void No_other_capacity_refutes_a_grade_of_a_system()
    {
        Search(Enumerable.Range(0, 3000).Select(seed => RandomSystem.Of(seed)));
        Expect("EveryCapacity Saturation", "EveryCapacityFrom Saturation", "EveryCapacity HalfDuplex", "EveryCapacity Acceleration");
    }

    [Fact]
    public void No_other_capacity_refutes_a_grade_of_a_conversation()
    {
        Search(Enumerable.Range(0, 2000).Select(RandomConversation.Of));
        Expect("EveryCapacity Saturation", "EveryCapacity Exhaustivity", "EveryCapacityFrom Exhaustivity");
    }

    // A claim that nobody makes is not tested.
    private void Expect(params string[] claims) =>
        Assert.All(claims, claim => Assert.True(_claims.GetValueOrDefault(claim) >= 50, $"{claim}: {_claims.GetValueOrDefault(claim)}"));

    private void Search(IEnumerable<SessionSystem> systems)
    {
        foreach (var system in systems.Where(system => system.Kind != ChannelKind.Rendezvous))
        {
            var verdict = SystemChecker.Check(system, new CheckOptions { Budget = 5000 });
            foreach (var grade in verdict.Grades.Values.Distinct())
            {
                var claim = $"{grade.Reach} {grade.Method}";
                _claims[claim] = _claims.GetValueOrDefault(claim) + 1;
            }

            if (verdict.Grades.Values.Any(grade => grade.Reach is Reach.EveryCapacity or Reach.EveryCapacityFrom))
            {
                for (var capacity = 1; capacity <= system.Capacity + 3; capacity++)
                {
                    Refute(system.WithCapacity(capacity), verdict);
                }
            }

            Assert.All(verdict.Beyond, violation => Confirm(system, verdict, violation));
        }

        foreach (var (claim, count) in _claims)
        {
            output.WriteLine($"{claim}: {count}");
        }
    }

    // What was found at the declared capacity is no secret; a grade is about everything else.
    private static void Refute(SessionSystem other, SessionVerdict verdict)
    {
        var found = verdict.Violations.Select(violation => Key(other, violation)).ToHashSet();
        var seen = ReferenceChecker.Check(other, 3000);
        foreach (var violation in seen.Violations.Where(violation => seen.IsComplete || violation.Kind != ViolationKind.NoWayToFinish))
        {
            var grade = verdict.Grades[violation.Kind];
            var isClaimed = grade.Reach == Reach.EveryCapacity || (grade.Reach == Reach.EveryCapacityFrom && other.Capacity >= grade.Capacity);
            Assert.False(
                isClaimed && !found.Contains(Key(other, violation)),
                $"{Key(other, violation)} at {other.Capacity} refutes {grade} of:\n{SystemText.Of(other)}");
        }

        foreach (var violation in verdict.Violations.Where(_ => seen.IsComplete && verdict.IsComplete))
        {
            var isClaimed = violation.Presence.Reach == Reach.EveryCapacity
                || (violation.Presence.Reach == Reach.EveryCapacityFrom && other.Capacity >= violation.Presence.Capacity);
            Assert.True(
                !isClaimed || seen.Violations.Any(there => Key(other, there) == Key(other, violation)),
                $"{Key(other, violation)} is not there at {other.Capacity}, against {violation.Presence}:\n{SystemText.Of(other)}");
        }
    }

    private static void Confirm(SessionSystem system, SessionVerdict verdict, Violation violation)
    {
        Assert.Equal(Reach.EveryCapacityFrom, violation.Presence.Reach);
        TraceReplay.Check(system.WithCapacity(violation.Presence.Capacity), violation);
        Assert.NotEqual(Reach.EveryCapacity, verdict.Grades[violation.Kind].Reach);
    }

    private static string Key(SessionSystem system, Violation violation) => $"{violation.Kind} {ReferenceVerdict.Culprit(system, violation)}";
}
