using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Reads the summary of a method off the states at its ends.</summary>
internal static class SummaryBuilder
{
    /// <summary>The summary of a body that has been solved.</summary>
    /// <param name="last">Its last round, which passes over the mistakes that are reported in the body.</param>
    /// <param name="first">Its first round, in which paths end at certain mistakes: what its ends say is what callers find, if there are any.</param>
    /// <param name="findings">What is said in the body itself: callers are not told of it.</param>
    public static MethodSummary Of(BodyContext last, BodyContext first, BodyFindings findings)
    {
        // A call of a member of the same circle counts, also where it is reported: else what is asked of callers would come and go.
        var reported = new HashSet<SiteKey>(findings.Sites.Where(site => site is not DemandSite call || !last.IsInCircle(call.Callee)).Select(site => site.Key));
        var isDeadEnd = !first.Returns.All.Any() && last.Returns.All.Any();
        var ends = isDeadEnd ? last : first;
        var returns = ends.Returns.All.ToArray();
        var ways = WayReader.Of(ends, returns);
        return new MethodSummary
        {
            Returns = returns.Length > 0,
            IsDeadEnd = isDeadEnd,
            Throws = first.Throws.Kinds,
            Effects = last.Subjects.Select(subject => EffectOf(last, first, ends, subject.Subject, returns, reported)).ToImmutableArray(),
            Result = ResultReader.Of(ends, returns),
            Answer = ways.Count == 1 ? ways[0].Answer : null,
            Ways = ways.Count == 1 ? ImmutableArray<MethodSummary>.Empty : ways.Select(way => WayOf(ends, way.Answer, way.Ends)).ToImmutableArray(),
            Outs = OutReader.Of(ends, returns),
            UnseenSource = last.Unseen.Result(),

            // Behind a mistake comes what the table would do, not what the code does.
            Traffic = first.Exposure.Traffic,
            Findings = findings,
        };
    }

    /// <summary>What holds at some of the ends.</summary>
    private static MethodSummary WayOf(BodyContext ends, bool? answer, FlowState[] returns) => new()
    {
        Returns = true,
        Answer = answer,
        Effects = ends.Subjects.Select(subject => EffectOf(ends, ends, ends, subject.Subject, returns, [])).ToImmutableArray(),
        Result = ResultReader.Of(ends, returns),
        Outs = OutReader.Of(ends, returns),
    };

    private static SubjectEffect EffectOf(
        BodyContext last, BodyContext first, BodyContext ends, Subject key, FlowState[] returns, ICollection<SiteKey> reported)
    {
        var subject = SubjectIn(ends, key);
        var whenTrue = new MapBuilder(subject);
        var whenFalse = new MapBuilder(subject);
        var (escapes, mayHold) = (false, false);
        foreach (var state in returns.Where(state => IsThere(state, subject)))
        {
            escapes |= HasNewHolder(state, subject);
            mayHold |= state.FactsOf(subject.Object).MayHoldMessages;
            var result = state.Get(ends.ResultPlace) as BoolValue;
            whenTrue.Add(state, subject.Object, result, outcome: true);
            whenFalse.Add(state, subject.Object, result, outcome: false);
        }

        var normal = ReachOf(subject, returns);
        var demands = DemandReader.Of(last, SubjectIn(last, key), reported);
        var mayFail = demands.Where(demand => demand.IsWorthSaying).Aggregate(default(StateSet), (all, demand) => all | demand.Demand.EntryStates);
        var fails = demands.Aggregate(default(StateSet), (all, demand) => all | demand.Demand.EntryStates);
        var stops = StatesThatNeverReturn(ReturnedFrom(first, key), subject.Machine.Table.All);
        return new SubjectEffect(key, subject.Machine)
        {
            Demanded = subject.Demanded,
            Normal = normal.Map,
            WhenTrue = whenTrue.Map,
            WhenFalse = whenFalse.Map,
            Thrown = first.Throws.Kinds.Select(thrown => ThrownFrom(first, key, thrown)).ToImmutableArray(),
            Fresh = normal.Fresh,
            MayFail = mayFail,
            MustFail = stops & fails,
            DeadEnds = stops - StatesThatNeverReturn(ReturnedFrom(last, key), stops),
            IsReplaced = IsVariableOfCaller(ends, key) && (returns.Any(state => IsReplacedIn(state, subject)) || IsReplacedWhereItThrows(first, key)),
            Assigned = AssignedReader.StatesOf(subject.Place, subject.Object, returns),
            Demands = demands.Select(demand => demand.Demand).ToImmutableArray(),
            Escapes = escapes,
            MayHoldMessages = mayHold,
        };
    }

    private static BoundSubject SubjectIn(BodyContext context, Subject key) => context.Subjects.First(subject => subject.Subject.Equals(key));

    private static Reach ReturnedFrom(BodyContext context, Subject key) => ReachOf(SubjectIn(context, key), context.Returns.All);

    private static Reach ThrownFrom(BodyContext context, Subject key, Thrown thrown) =>
        ReachOf(SubjectIn(context, key), context.Throws.StateOf(thrown) is { } state ? [state] : []);

    private static Reach ReachOf(BoundSubject subject, IEnumerable<FlowState> states)
    {
        var reach = new MapBuilder(subject);
        foreach (var state in states.Where(state => IsThere(state, subject)))
        {
            reach.Add(state.FactsOf(subject.Object).Rows);
        }

        return reach.Reach;
    }

    /// <summary>Those from which no path comes to an end.</summary>
    private static StateSet StatesThatNeverReturn(Reach returned, StateSet states) =>
        returned.Fresh.IsEmpty ? returned.Map.StatesWithoutTarget(states) : default;

    private static bool IsReplacedWhereItThrows(BodyContext first, Subject key) =>
        first.Throws.Kinds.Select(first.Throws.StateOf).Any(state => state is not null && IsReplacedIn(state, SubjectIn(first, key)));

    /// <summary>True where the variable holds another machine than at entry.</summary>
    private static bool IsReplacedIn(FlowState state, BoundSubject subject) => state.Get(subject.Place) switch
    {
        ObjectValue value => value.Object != subject.Object,
        NullValue => IsThere(state, subject),
        _ => true,
    };

    /// <summary>True where what the body assigns to the variable is what its caller finds in it.</summary>
    private static bool IsVariableOfCaller(BodyContext context, Subject subject) => subject.Kind == SubjectKind.Member
        || (subject.Kind == SubjectKind.Parameter && context.Owner is IMethodSymbol method && method.Parameters[subject.Ordinal].RefKind == RefKind.Ref);

    /// <summary>False on paths on which there was no machine, but null.</summary>
    private static bool IsThere(FlowState state, BoundSubject subject) => state.Get(subject.EntryPlace) is ObjectValue;

    /// <summary>Parameters come in as known to others; so only what the body itself has stored it in is asked for.</summary>
    private static bool HasNewHolder(FlowState state, BoundSubject subject) => state.FactsOf(subject.Object).IsStored;
}
