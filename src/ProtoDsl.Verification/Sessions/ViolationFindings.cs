using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Sessions;

/// <summary>The violations of a session as findings: one for each cause, few of each kind, the shortest first.</summary>
internal static class ViolationFindings
{
    private const int MostOfKind = 5;

    /// <summary>The counterexamples, and what their findings say without the way there: another session of the file may have the same to say.</summary>
    public static IEnumerable<(Counterexample Counterexample, string Cause)> Of(SessionView view, SessionVerdict verdict)
    {
        var causes = verdict.Violations
            .Select(violation => (Violation: violation, Words: ViolationWords.Of(view, violation, verdict)))
            .OrderBy(each => each.Violation.Trace.Count)
            .GroupBy(each => CauseOf(view, each.Violation, each.Words))
            .Select(group => group.First());
        foreach (var kind in causes.GroupBy(each => each.Words.Rule))
        {
            var all = kind.ToArray();
            var most = Most(kind.Key);
            for (var index = 0; index < all.Length && index < most; index++)
            {
                var more = index == most - 1 && all.Length > most ? $"; and {all.Length - most} more of this kind in '{view.Session.Name}'" : "";
                yield return (new Counterexample(all[index].Violation, Finding(view, all[index].Violation, all[index].Words, more)), all[index].Words.Cause);
            }
        }
    }

    /// <summary>A channel that is too small is one cause, however many rows it refuses; so is what has no end.</summary>
    private static int Most(TableRule rule) => rule == SessionRules.CapacityDeadlock || rule == SessionRules.NoWayToFinish ? 1 : MostOfKind;

    /// <summary>A message is one cause in one state, whatever the values of its tags.</summary>
    private static (TableRule Rule, Place Place, string Message) CauseOf(SessionView view, Violation violation, ViolationWords words) => violation.Kind switch
    {
        ViolationKind.UnspecifiedReception or ViolationKind.Orphan => (words.Rule, words.Place, view.System.Letters[violation.Letter].Message),
        ViolationKind.Forbidden => (words.Rule, view.PlaceOfNever(view.System.Forbidden[violation.Forbidden].Index), ""),
        _ => (words.Rule, words.Place, ""),
    };

    private static Finding Finding(SessionView view, Violation violation, ViolationWords words, string more)
    {
        var trace = TraceWords.Of(view, violation.Trace);
        var line = TraceWords.Line(trace);
        var way = (line.Length > 0, words.LastEvent) switch
        {
            (true, { } last) => $"{line} > {last}: ",
            (true, null) => $"{line}: ",
            (false, { } last) => $"{last}: ",
            _ => "",
        };
        var detail = words.Detail.Length > 0 ? $", {words.Detail}" : "";
        return new Finding(words.Rule, words.Place, $"{way}{words.Cause}{detail} ({TraceWords.Length(trace)}{OfSession(view)}{Guarantee(view, violation)}); {words.Advice}{more}")
        {
            Trace = trace.ToEquatableArray(),
            Start = view.System.Roles.Select((role, index) => new RoleState(role.Name, view.StateName(index, role.Start))).ToEquatableArray(),
            Goal = words.Title,
            Session = view.PlaceOfSession,
            Unlisted = words.Unlisted is { } unlisted ? EquatableArray.Create(unlisted) : default,
            Scenario = TraceScenario.Of(view, words.Title, violation),
        };
    }

    /// <summary>On what it rests that the finding is real: at which capacities the way there can be gone.</summary>
    private static string Guarantee(SessionView view, Violation violation)
    {
        var where = violation.Presence switch
        {
            { Reach: Reach.EveryCapacityFrom, Capacity: > 1 and var from } => $", at any capacity from {from} on",
            { Reach: Reach.EveryCapacity or Reach.EveryCapacityFrom } => ", at any capacity",
            { Reach: Reach.ThisCapacity, Capacity: > 0 and var here } when view.System.Capacity > 0 => $", at capacity {here}",
            _ => "",
        };
        return violation.IsShortest ? where : where + ", and there may be a shorter way";
    }

    private static string OfSession(SessionView view) => view.File.Bound.Protocol.Sessions.Count > 1 ? $" of '{view.Session.Name}'" : "";
}
