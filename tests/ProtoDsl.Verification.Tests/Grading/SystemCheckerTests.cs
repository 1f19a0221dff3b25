using ProtoDsl.Testing;
using ProtoDsl.Verification.Exploration;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Tests.Generated;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Tests.Grading;

/// <summary>One small table for each rung of the ladder, and what happens when a check may not do all it wants.</summary>
public sealed class SystemCheckerTests
{
    [Fact]
    public void A_conversation_that_never_fills_its_channels_speaks_for_every_capacity()
    {
        var verdict = Check(Pair(2, ["c / !A -> S1", "?B -> S0"], ["?A / !B -> S0"]));
        Assert.Equal(1, verdict.NeededCapacity);
        Assert.Equal(new Grade(Reach.EveryCapacity, 0, Method.Saturation), verdict.Grades[ViolationKind.Deadlock]);
        Assert.Equal(new Grade(Reach.EveryCapacityFrom, 1, Method.Saturation), verdict.Grades[ViolationKind.CapacityDeadlock]);
        Assert.Null(verdict.GrowingLoop);
    }

    [Fact]
    public void A_role_that_sends_without_end_is_half_duplex()
    {
        var verdict = Check(Pair(2, ["c / !A -> S0"], ["?A -> S0"]));
        Assert.Equal(new Grade(Reach.EveryCapacity, 0, Method.HalfDuplex), verdict.Grades[ViolationKind.UnspecifiedReception]);
        Assert.Equal(new Grade(Reach.ThisCapacity, 2, Method.Exploration), verdict.Grades[ViolationKind.CapacityDeadlock]);
        Assert.Equal(Reach.Unknown, verdict.Grades[ViolationKind.NoWayToFinish].Reach); // Nothing was meant to end.
        Assert.Equal((0, 0), verdict.GrowingLoop);
        Assert.Equal(0, verdict.NeededCapacity);
    }

    [Fact]
    public void Both_may_send_without_end_if_loops_are_accelerated()
    {
        var verdict = Check(Pair(2, ["c / !A -> S0\n    ?B -> S0"], ["c / !B -> S0\n    ?A -> S0"]));
        Assert.Empty(verdict.Violations);
        Assert.Equal(new Grade(Reach.EveryCapacity, 0, Method.Acceleration), verdict.Grades[ViolationKind.UnspecifiedReception]);
        Assert.Equal(new Grade(Reach.ThisCapacity, 2, Method.Exploration), verdict.Grades[ViolationKind.CapacityDeadlock]);
    }

    [Fact]
    public void A_capacity_deadlock_names_its_cure_and_what_it_hides_is_said()
    {
        // Each sends two before it reads one.
        var verdict = Check(Pair(1, ["c / !A -> S1", "c / !A -> S2", "?B -> S3"], ["c / !B -> S1", "c / !B -> S2", "?A -> S3"]));
        var found = Assert.Single(verdict.Violations);
        Assert.Equal(ViolationKind.CapacityDeadlock, found.Kind);
        Assert.Equal(2, found.Trace.Count);
        Assert.Equal(2, found.CuringCapacity);
        Assert.Equal(new Grade(Reach.ThisCapacity, 1, Method.Exploration), found.Presence);
        Assert.Equal(2, verdict.NeededCapacity);

        var orphans = verdict.Beyond.Where(violation => violation.Kind == ViolationKind.Orphan).ToList();
        Assert.NotEmpty(orphans);
        Assert.All(orphans, orphan => Assert.Equal(new Grade(Reach.EveryCapacityFrom, 2, Method.Exploration), orphan.Presence));
        Assert.Equal(new Grade(Reach.ThisCapacity, 1, Method.Exploration), verdict.Grades[ViolationKind.Orphan]);
        Assert.Equal(new Grade(Reach.EveryCapacity, 0, Method.Saturation), verdict.Grades[ViolationKind.UnspecifiedReception]);
    }

    [Fact]
    public void Past_its_budget_a_check_claims_nothing_and_reports_what_it_saw()
    {
        var system = RandomSystem.Of(3, roles: 3).WithCapacity(3);
        var whole = SystemChecker.Check(system, new CheckOptions { Budget = 1_000_000 });
        Assert.True(whole.IsComplete);
        for (var budget = 1; budget < Math.Min(whole.Configurations, 60); budget += 7)
        {
            var part = SystemChecker.Check(system, new CheckOptions { Budget = budget, LadderBudget = 0 });
            Assert.False(part.IsComplete);
            Assert.Equal(budget, part.Configurations);
            Assert.Empty(part.UsedRows);
            Assert.Equal(default, part.Grades[ViolationKind.UnspecifiedReception]);
            Assert.Equal(Reach.Unknown, part.Grades[ViolationKind.NoWayToFinish].Reach);
            Assert.All(part.Violations, violation => Reference.TraceReplay.Check(system, violation));
        }
    }

    [Fact]
    public void A_large_check_is_cancelled_from_inside_and_tells_how_far_it_is()
    {
        // Two roles that send two letters each as they like: more configurations than anybody waits for.
        const string Anything = "c / !A -> S0\n    d / !B -> S0\n    ?A -> S0\n    ?B -> S0";
        var system = Pair(20, [Anything], [Anything]);
        using var source = new CancellationTokenSource();
        var seen = new List<ExplorationProgress>();
        var options = new CheckOptions
        {
            Budget = 50_000_000,
            Progress = progress =>
            {
                seen.Add(progress);
                if (progress.Configurations > 200_000)
                {
                    source.Cancel();
                }
            },
        };
        var check = Task.Run(() => SystemChecker.Check(system, options, source.Token), CancellationToken.None);
        Assert.Throws<OperationCanceledException>(() => check.WaitAsync(HangGuard.Limit).GetAwaiter().GetResult());
        Assert.True(seen.Count > 5);
        Assert.True(seen[^1].Configurations < 400_000, $"{seen[^1]}");
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.First.Configurations < pair.Second.Configurations && pair.First.Layer <= pair.Second.Layer));
    }

    /// <summary>Stopping is not cancelling: what was found until then is told, and no grade that was not earned.</summary>
    [Fact]
    public void A_check_that_is_stopped_tells_what_it_found()
    {
        const string Anything = "c / !A -> S0\n    d / !B -> S0\n    ?A -> S0\n    ?B -> S0";
        using var stop = new CancellationTokenSource();
        var options = new CheckOptions
        {
            Budget = CheckOptions.Unlimited,
            Stop = stop.Token,
            Progress = progress =>
            {
                if (progress.Configurations > 100_000)
                {
                    stop.Cancel();
                }
            },
        };

        // The first state of the second role lists no B, which shows at once.
        var found = Stopped(Pair(20, [Anything], ["?A -> S0\n    c / !A -> S0"]), options);

        Assert.Equal(ViolationKind.UnspecifiedReception, Assert.Single(found.Violations).Kind);
        Assert.InRange(found.Configurations, 100_000, 300_000);
        var clean = Stopped(Pair(20, [Anything], [Anything]), options);
        var brief = SystemChecker.Check(Pair(20, [Anything], [Anything]), new CheckOptions { LadderBudget = 100_000 });
        Assert.Empty(clean.Violations);
        Assert.Equal(brief.Grades, clean.Grades);
    }

    /// <summary>A proof that needs no configurations is not lost with them.</summary>
    [Fact]
    public void A_check_that_is_stopped_at_once_still_tells_what_needs_no_search()
    {
        var verdict = Stopped(Pair(3, ["c / !A -> S1", "?A -> S0"], ["?A -> S1", "c / !A -> S0"]), new CheckOptions { Stop = new CancellationToken(canceled: true) });

        Assert.Equal(new Grade(Reach.EveryCapacity, 0, Method.HalfDuplex), verdict.Grades[ViolationKind.Deadlock]);
    }

    private static SessionVerdict Stopped(SessionSystem system, CheckOptions options)
    {
        var verdict = Task.Run(() => SystemChecker.Check(system, options)).WaitAsync(HangGuard.Limit).GetAwaiter().GetResult();
        Assert.True(verdict.WasStopped);
        Assert.False(verdict.IsComplete);
        Assert.All(verdict.Violations, violation => Reference.TraceReplay.Check(system, violation));
        return verdict;
    }

    [Fact]
    public void A_cancelled_token_checks_nothing()
    {
        var system = Pair(1, ["c / !A -> S1"], ["?A -> S1"]);
        Assert.Throws<OperationCanceledException>(() => SystemChecker.Check(system, new CheckOptions(), new CancellationToken(canceled: true)));
    }

    private static SessionVerdict Check(SessionSystem system)
    {
        var verdict = SystemChecker.Check(system, new CheckOptions());
        Assert.True(verdict.IsComplete);
        Assert.All(verdict.Violations, violation => Reference.TraceReplay.Check(system, violation));
        return verdict;
    }

    /// <summary>Two machines by the rows of their states S0, S1, …; a state without rows is final.</summary>
    private static SessionSystem Pair(int capacity, string[] first, string[] second) => Tables.System($"""
        protocol Made

        message A, B
        call c, d

        {Machine("P", first)}
        {Machine("Q", second)}
        session Talk
            a : P
            b : Q
            over fifo({capacity})
        """);

    private static string Machine(string name, string[] rows) => $"machine {name}\n\n" + string.Concat(rows.Append("").Select((row, index) =>
        $"{(index == 0 ? "initial " : "")}{(row.Length == 0 ? "final " : "")}state S{index}\n    {row}\n\n"));
}
