using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Sessions;

/// <summary>What the check of a session shows, with the guarantee on which each part of it rests, and never more than that.</summary>
internal static class VerdictWords
{
    private static readonly (ViolationKind Kind, string Name)[] s_kinds =
    [
        (ViolationKind.UnspecifiedReception, "unlisted message"),
        (ViolationKind.Deadlock, "deadlock"),
        (ViolationKind.Orphan, "unread message"),
        (ViolationKind.CapacityDeadlock, "channel that is too small"),
        (ViolationKind.NoWayToFinish, "way into a place without an end"),
        (ViolationKind.Forbidden, "'never' that holds"),
    ];

    /// <summary>The verdict of a session; where the budget ended first, that.</summary>
    public static IEnumerable<Finding> Of(SessionView view, SessionVerdict verdict)
    {
        if (!verdict.IsComplete)
        {
            yield return new Finding(SessionRules.OverBudget, view.PlaceOfSession, OverBudget(view, verdict));
        }

        yield return new Finding(SessionRules.Verdict, view.PlaceOfSession, Verdict(view, verdict));
    }

    private static string OverBudget(SessionView view, SessionVerdict verdict) =>
        $"'{view.Session.Name}' is checked in part: {verdict.Configurations:N0} configurations at {view.Channel} were looked at, and there are more. What is reported is real; "
        + $"{Known(view, verdict)}{Grows(view, verdict)}. {(verdict.WasStopped ? "The check was stopped" : "Raise ProtoDslVerificationBudget, or lower the capacity")}";

    /// <summary>A proof that needs no channels, or one of another capacity, may reach further than the budget.</summary>
    private static string Known(SessionView view, SessionVerdict verdict)
    {
        var known = s_kinds
            .Where(each => IsAsked(view, each.Kind) && verdict.Grades.TryGetValue(each.Kind, out var grade) && grade.Reach != Reach.Unknown
                && verdict.Violations.All(violation => violation.Kind != each.Kind))
            .Select(each => each.Name)
            .ToArray();
        return known.Length == 0 ? "of the rest nothing is known" : $"that there is no {string.Join(", ", known)} is known all the same (PDSL2112)";
    }

    private static string Grows(SessionView view, SessionVerdict verdict) => verdict.GrowingLoop is { } loop
        ? $" ({view.RoleName(loop.Role)} fills its channel in {view.StateName(loop.Role, loop.State)})"
        : "";

    private static string Verdict(SessionView view, SessionVerdict verdict) =>
        $"'{view.Session.Name}', {verdict.Configurations:N0} configurations at {view.Channel}: {string.Join("; ", Statements(view, verdict))}";

    /// <summary>What the verdict says, one statement each.</summary>
    public static IReadOnlyList<string> Statements(SessionView view, SessionVerdict verdict)
    {
        var found = new HashSet<ViolationKind>(verdict.Violations.Select(violation => violation.Kind));
        var absent = s_kinds
            .Where(each => !found.Contains(each.Kind) && verdict.Grades.ContainsKey(each.Kind) && IsAsked(view, each.Kind))
            .GroupBy(each => verdict.Grades[each.Kind])
            .OrderByDescending(group => group.Key.Reach)
            .Select(group => group.Key.Reach == Reach.Unknown
                ? $"not decided: {string.Join(", ", group.Select(each => each.Name))}{NoEnd(view, group.Select(each => each.Kind))}"
                : $"no {string.Join(", ", group.Select(each => each.Name))} {ReachOf(view, group.Key)}");
        var present = s_kinds.Where(each => found.Contains(each.Kind)).Select(each => each.Name).ToArray();
        var statements = (present.Length > 0 ? [$"found: {string.Join(", ", present)}"] : new string[0]).Concat(absent).Concat(Beyond(view, verdict)).ToList();
        if (verdict.NeededCapacity > 0)
        {
            statements.Add($"a capacity of {verdict.NeededCapacity} is enough");
        }
        else
        {
            statements[statements.Count - 1] += Grows(view, verdict);
        }

        return statements;
    }

    private static IEnumerable<string> Beyond(SessionView view, SessionVerdict verdict)
    {
        var beyond = verdict.Beyond.Select(violation => ViolationWords.Of(view, violation, verdict).Cause).Distinct().ToArray();
        return beyond.Length == 0 ? [] : [$"in larger channels: {string.Join(", ", beyond.Take(2))}{(beyond.Length > 2 ? $" and {beyond.Length - 2} more" : "")}"];
    }

    private static bool IsAsked(SessionView view, ViolationKind kind) => kind switch
    {
        ViolationKind.Forbidden => view.System.Forbidden.Count > 0,
        ViolationKind.CapacityDeadlock => view.System.Capacity > 0,
        _ => true,
    };

    private static string NoEnd(SessionView view, IEnumerable<ViolationKind> kinds) =>
        kinds.Contains(ViolationKind.NoWayToFinish) && view.System.Roles.FirstOrDefault(role => role.States.All(state => !state.IsFinal)) is { } endless
            ? $" ({endless.Name} {(endless.Machine.States.Any(state => state.IsFinal) ? "comes to" : "has")} no final state)"
            : "";

    private static string ReachOf(SessionView view, Grade grade) => grade.Reach switch
    {
        Reach.EveryCapacityFrom when grade.Capacity > 1 => $"at any capacity from {grade.Capacity} on ({MethodOf(grade.Method)})",
        Reach.EveryCapacity or Reach.EveryCapacityFrom => $"at any capacity ({MethodOf(grade.Method)})",
        _ => view.System.Capacity == 0 ? "over rendezvous" : $"at capacity {grade.Capacity}, of others nothing is known",
    };

    private static string MethodOf(Method method) => method switch
    {
        Method.Saturation => "no message ever waits for room",
        Method.HalfDuplex => "only one side sends at a time",
        Method.Exhaustivity => "whatever is sent can be sent within that, if the other side goes on first",
        Method.Acceleration => "with loops that send taken as 'any number of times'",
        Method.Reduction => "every place where nothing can happen was looked at",
        _ => "all configurations looked at",
    };
}
