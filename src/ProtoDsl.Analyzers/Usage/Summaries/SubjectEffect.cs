using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>An event inside a method that may be illegal, depending on the state in which the method finds the machine.</summary>
/// <param name="Site">The call.</param>
/// <param name="Event">The event, as C# writes it.</param>
/// <param name="EntryStates">The states at entry from which it may be.</param>
internal sealed record Demand(SyntaxNode Site, string Event, StateSet EntryStates);

/// <summary>What a method does to one machine.</summary>
/// <param name="Subject">How it gets at the machine.</param>
/// <param name="Machine">Its class.</param>
internal sealed record SubjectEffect(Subject Subject, MachineType Machine)
{
    /// <summary>The states in which an attribute demands that it comes; null where nothing is demanded. For others nothing is said here.</summary>
    public StateSet? Demanded { get; init; }

    /// <summary>Where it is when the method has returned, for each state at entry.</summary>
    public StateMap Normal { get; init; }

    /// <summary>The same, where the method has returned true.</summary>
    public StateMap WhenTrue { get; init; }

    /// <summary>The same, where the method has returned false.</summary>
    public StateMap WhenFalse { get; init; }

    /// <summary>Where it is when the method has thrown, for each of the exceptions of <see cref="MethodSummary.Throws"/>.</summary>
    public ImmutableArray<Reach> Thrown { get; init; } = ImmutableArray<Reach>.Empty;

    /// <summary>The states it may be in besides, after code that is not followed has had it; what they follow from is not known.</summary>
    public StateSet Fresh { get; init; }

    /// <summary>The states at entry from which an event may be illegal.</summary>
    public StateSet MayFail { get; init; }

    /// <summary>Those of them from which the method never returns.</summary>
    public StateSet MustFail { get; init; }

    /// <summary>The states at entry from which no path comes to the end but beyond a mistake, which is reported in the body.</summary>
    public StateSet DeadEnds { get; init; }

    /// <summary>The events that may be illegal; for messages, so not part of what is compared.</summary>
    public ImmutableArray<Demand> Demands { get; init; } = ImmutableArray<Demand>.Empty;

    /// <summary>True when something else may refer to it afterwards.</summary>
    public bool Escapes { get; init; }

    /// <summary>True when messages may be waiting in it afterwards.</summary>
    public bool MayHoldMessages { get; init; }

    /// <summary>True when the variable holds another machine afterwards: a field that is assigned.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>The states of the machine that the variable holds then, where it is a new one on every path; empty where that is not so.</summary>
    public StateSet Assigned { get; init; }

    /// <summary>True when the method may move it.</summary>
    public bool Moves
    {
        get
        {
            for (var state = 0; state < Machine.Table.Relation.States.Count; state++)
            {
                if (!(Normal[state] - StateSet.Of(state)).IsEmpty || Thrown.Any(thrown => !(thrown.Map[state] - StateSet.Of(state)).IsEmpty || !thrown.Fresh.IsEmpty))
                {
                    return true;
                }
            }

            return !Fresh.IsEmpty;
        }
    }

    /// <summary>True when the two say the same.</summary>
    public bool IsSame(SubjectEffect other) => Subject.Equals(other.Subject)
        && Machine == other.Machine
        && Demanded == other.Demanded
        && Normal.Equals(other.Normal)
        && WhenTrue.Equals(other.WhenTrue)
        && WhenFalse.Equals(other.WhenFalse)
        && Thrown.SequenceEqual(other.Thrown)
        && Fresh == other.Fresh
        && MayFail == other.MayFail
        && MustFail == other.MustFail
        && DeadEnds == other.DeadEnds
        && Escapes == other.Escapes
        && MayHoldMessages == other.MayHoldMessages
        && IsReplaced == other.IsReplaced
        && Assigned == other.Assigned;
}
