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
    /// <param name="context">The body.</param>
    /// <param name="first">Its first round, in which paths end where something is certainly illegal.</param>
    /// <param name="findings">What is said in the body itself: callers are not told of it.</param>
    public static MethodSummary Of(BodyContext context, BodyContext first, BodyFindings findings)
    {
        var reported = new HashSet<SiteKey>(findings.Sites.Select(site => site.Key));
        var returns = context.Returns.All.ToArray();
        var throws = context.Throws.All.ToArray();
        return new MethodSummary
        {
            Returns = returns.Length > 0,
            MayThrow = context.MayThrow,
            Effects = context.Subjects.Select(subject => EffectOf(context, first, subject, returns, throws, reported)).ToImmutableArray(),
            Result = ResultReader.Of(context, returns),
            Outs = OutReader.Of(context, returns),

            // Behind a mistake comes what the table would do, not what the code does.
            Traffic = first.Exposure.Traffic,
            Findings = findings,
        };
    }

    private static SubjectEffect EffectOf(
        BodyContext context, BodyContext first, BoundSubject subject, FlowState[] returns, FlowState[] throws, ICollection<SiteKey> reported)
    {
        var (escapes, mayHold) = (false, false);
        foreach (var state in returns.Where(state => IsThere(state, subject)))
        {
            escapes |= HasNewHolder(state, subject);
            mayHold |= state.FactsOf(subject.Object).MayHoldMessages;
        }

        // What the table would do behind a mistake is of use only where the code never comes to its end without one.
        var ends = first.Returns.All.Any() ? first : context;
        var atEnds = SubjectOf(ends, subject.Subject);
        var (normal, whenTrue, whenFalse, thrown) = (new MapBuilder(atEnds), new MapBuilder(atEnds), new MapBuilder(atEnds), new MapBuilder(SubjectOf(first, subject.Subject)));
        foreach (var state in ends.Returns.All.Where(state => IsThere(state, atEnds)))
        {
            normal.Add(state.FactsOf(atEnds.Object).Rows);
            var result = state.Get(ends.ResultPlace) as BoolValue;
            whenTrue.Add(state, atEnds.Object, result, outcome: true);
            whenFalse.Add(state, atEnds.Object, result, outcome: false);
        }

        var atThrows = SubjectOf(first, subject.Subject);
        foreach (var state in first.Throws.All.Where(state => IsThere(state, atThrows)))
        {
            thrown.Add(state.FactsOf(atThrows.Object).Rows);
        }

        var demands = DemandReader.Of(context, subject, reported);
        var mayFail = demands.Where(demand => demand.IsWorthSaying).Aggregate(default(StateSet), (all, demand) => all | demand.Demand.EntryStates);
        var fails = demands.Aggregate(default(StateSet), (all, demand) => all | demand.Demand.EntryStates);
        return new SubjectEffect(subject.Subject, subject.Machine)
        {
            Demanded = subject.Demanded,
            Normal = normal.Map,
            WhenTrue = whenTrue.Map,
            WhenFalse = whenFalse.Map,
            Thrown = thrown.Map,
            Fresh = normal.Fresh,
            FreshThrown = thrown.Fresh,
            MayFail = mayFail,
            MustFail = StatesThatNeverReturn(first, subject.Subject, fails),
            DeadEnds = StatesThatNeverReturn(first, subject.Subject, subject.Machine.Table.All),
            IsReplaced = IsVariableOfCaller(context, subject.Subject) && returns.Concat(throws).Any(state => state.Get(subject.Place) is not ObjectValue value || value.Object != subject.Object),
            Assigned = AssignedReader.StatesOf(subject.Place, subject.Object, returns),
            Demands = demands.Select(demand => demand.Demand).ToImmutableArray(),
            Escapes = escapes,
            MayHoldMessages = mayHold,
        };
    }

    /// <summary>Those from which no path without a mistake comes to the end.</summary>
    private static StateSet StatesThatNeverReturn(BodyContext first, Subject key, StateSet states)
    {
        var subject = SubjectOf(first, key);
        var normal = new MapBuilder(subject);
        foreach (var state in first.Returns.All.Where(state => IsThere(state, subject)))
        {
            normal.Add(state.FactsOf(subject.Object).Rows);
        }

        return normal.Fresh.IsEmpty ? normal.Map.StatesWithoutTarget(states) : default;
    }

    private static BoundSubject SubjectOf(BodyContext context, Subject key) => context.Subjects.First(subject => subject.Subject.Equals(key));

    /// <summary>True where what the body assigns to the variable is what its caller finds in it.</summary>
    private static bool IsVariableOfCaller(BodyContext context, Subject subject) => subject.Kind == SubjectKind.Member
        || (subject.Kind == SubjectKind.Parameter && context.Owner is IMethodSymbol method && method.Parameters[subject.Ordinal].RefKind == RefKind.Ref);

    /// <summary>False on paths on which there was no machine, but null.</summary>
    private static bool IsThere(FlowState state, BoundSubject subject) => state.Get(subject.EntryPlace) is ObjectValue;

    /// <summary>Parameters come in as known to others; so only what the body itself has stored it in is asked for.</summary>
    private static bool HasNewHolder(FlowState state, BoundSubject subject) => state.FactsOf(subject.Object).IsStored;
}
