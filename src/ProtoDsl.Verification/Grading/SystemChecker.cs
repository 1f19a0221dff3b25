using System.Linq;
using System.Threading;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Exploration;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Grading;

/// <summary>Checks a system: what is wrong at its capacity, and how far it reaches that nothing else is.</summary>
public static class SystemChecker
{
    /// <param name="system">The system. Over rendezvous, its rows must be split: <see cref="SingleActions"/>.</param>
    /// <param name="options">How much may be done.</param>
    /// <param name="cancellation">Looked at every few milliseconds.</param>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="System.ArgumentException">Over rendezvous, a move has more than one action.</exception>
    public static SessionVerdict Check(SessionSystem system, CheckOptions options, CancellationToken cancellation = default)
    {
        var asksFinishing = Finishing.IsAsked(system);
        var first = new ExplorationOptions(system.Capacity, options.Budget) { KeepEdges = asksFinishing, Progress = options.Progress, Stop = options.Stop };
        var declared = Explorer.Run(system, first, cancellation);
        var sheet = new GradeSheet(declared, asksFinishing);
        var violations = new ViolationList();
        foreach (var site in declared.Sites) violations.Add(declared, site);
        if (declared.IsComplete && asksFinishing && Finishing.Find(declared, cancellation) is { } endless) violations.Add(declared, endless);

        var needed = declared.IsSaturated ? declared.LongestQueue : 0;
        (int Role, int State)? growing = null;
        if (system.Kind != ChannelKind.Rendezvous)
        {
            if (declared.IsSaturated) GradeSaturated(declared, sheet);
            else if (!declared.IsComplete && system.Roles.Count > 2 && !options.Stop.IsCancellationRequested) AddReduced(system, first, sheet, violations, cancellation);
            if (!declared.IsSaturated)
            {
                var ladder = new Ladder(system, declared, sheet, violations, options, cancellation);
                ladder.Climb();
                (needed, growing) = (ladder.NeededCapacity, ladder.GrowingLoop);
            }
        }

        return new SessionVerdict
        {
            Violations = violations.Here,
            Beyond = violations.Beyond,
            Grades = sheet.Grades,
            Configurations = declared.Count,
            IsComplete = declared.IsComplete,
            WasStopped = options.Stop.IsCancellationRequested,
            NeededCapacity = needed,
            GrowingLoop = growing,
            UsedRows = declared.IsComplete ? declared.Expander.UsedRows() : [],
        };
    }

    /// <summary>No send lacked room: larger channels change nothing, smaller ones can only show less of what grows with capacity.</summary>
    private static void GradeSaturated(Exploration.Exploration declared, GradeSheet sheet)
    {
        sheet.Raise(ClosedWorld.Of(declared, Method.Saturation, ClosedWorld.Monotone));
        foreach (var kind in new[] { ViolationKind.CapacityDeadlock, ViolationKind.NoWayToFinish })
        {
            if (sheet[kind].Reach == Reach.ThisCapacity) sheet.Raise(kind, new Grade(Reach.EveryCapacityFrom, declared.LongestQueue, Method.Saturation));
        }
    }

    /// <summary>Too many configurations of many roles: those in which nothing can happen may still be few enough to reach.</summary>
    private static void AddReduced(
        SessionSystem system, ExplorationOptions options, GradeSheet sheet, ViolationList violations, CancellationToken cancellation)
    {
        var reduced = Explorer.Run(system, options with { KeepEdges = false, Reduce = true }, cancellation);
        foreach (var site in reduced.Sites) violations.Add(reduced, site, isShortest: false);
        if (!reduced.IsComplete) return;
        foreach (var kind in new[] { ViolationKind.CapacityDeadlock, ViolationKind.Orphan, ViolationKind.Deadlock })
            sheet.Raise(kind, new Grade(Reach.ThisCapacity, system.Capacity, Method.Reduction));
    }
}
