using System.Collections.Immutable;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>What is known of the value of a variable or expression. No value: nothing is known. Objects are named by numbers, see
/// <see cref="FlowState"/>.</summary>
internal abstract record FlowValue;

/// <summary>A null reference, or a nullable without value.</summary>
internal sealed record NullValue : FlowValue
{
    public static readonly NullValue Instance = new();
}

/// <summary>A machine.</summary>
internal sealed record ObjectValue(int Object, bool MayBeNull) : FlowValue;

/// <summary>The state that a machine is in at this moment: the value dies when the machine moves.</summary>
/// <param name="Object">The machine.</param>
/// <param name="MayBeNull">True where the value may be missing instead, as in <c>c?.State</c>.</param>
internal sealed record StateValue(int Object, bool MayBeNull) : FlowValue;

/// <summary>The task of an event that was raised and is not awaited yet.</summary>
/// <param name="Object">The machine.</param>
/// <param name="Before">What was known before.</param>
/// <param name="Event">The event.</param>
/// <param name="Tags">What is known of its tags.</param>
/// <param name="IsTry">True when the result tells whether it happened.</param>
/// <param name="Site">Where it was raised.</param>
internal sealed record PendingValue(
    int Object, ObjectFacts Before, EventTable Event, TagKnowledge Tags, bool IsTry, Microsoft.CodeAnalysis.SyntaxNode Site) : FlowValue
{
    public bool Equals(PendingValue? other) => other is not null && Object == other.Object && Site == other.Site && Before.Equals(other.Before);

    public override int GetHashCode() => Object;
}

/// <summary>A boolean whose value tells something about machines. Each side maps a machine to the states it may be in when the boolean has
/// that value; a machine that is not named is as the heap says; a null side: the boolean never has that value.</summary>
internal sealed record BoolValue(ImmutableDictionary<int, StateSet>? WhenTrue, ImmutableDictionary<int, StateSet>? WhenFalse) : FlowValue
{
    public static readonly ImmutableDictionary<int, StateSet> Anything = ImmutableDictionary<int, StateSet>.Empty;

    public static readonly BoolValue True = new(Anything, null);

    public static readonly BoolValue False = new(null, Anything);

    /// <summary>True when it tells nothing.</summary>
    public bool IsTrivial => WhenTrue is { IsEmpty: true } && WhenFalse is { IsEmpty: true };

    /// <summary>The side of one outcome.</summary>
    public ImmutableDictionary<int, StateSet>? When(bool outcome) => outcome ? WhenTrue : WhenFalse;

    /// <summary>Its negation.</summary>
    public BoolValue Negated() => new(WhenFalse, WhenTrue);

    /// <summary>Without what it told about one machine.</summary>
    public BoolValue Without(int @object) => new(WhenTrue?.Remove(@object), WhenFalse?.Remove(@object));

    /// <summary>With another number for one machine.</summary>
    public BoolValue Renamed(int from, int to) => new(Renamed(WhenTrue, from, to), Renamed(WhenFalse, from, to));

    /// <summary>A test of one machine that is in certain states when it succeeds, and in certain ones when it fails.</summary>
    public static BoolValue Test(int @object, StateSet whenTrue, StateSet whenFalse) => new(Side(@object, whenTrue), Side(@object, whenFalse));

    public bool Equals(BoolValue? other) =>
        other is not null && SameSide(WhenTrue, other.WhenTrue) && SameSide(WhenFalse, other.WhenFalse);

    public override int GetHashCode() => (WhenTrue?.Count ?? -1) ^ ((WhenFalse?.Count ?? -1) << 8);

    private static ImmutableDictionary<int, StateSet>? Renamed(ImmutableDictionary<int, StateSet>? side, int from, int to) =>
        side is not null && side.TryGetValue(from, out var states) ? side.Remove(from).Add(to, states) : side;

    private static ImmutableDictionary<int, StateSet>? Side(int @object, StateSet states) =>
        states.IsEmpty ? null : Anything.Add(@object, states);

    private static bool SameSide(ImmutableDictionary<int, StateSet>? left, ImmutableDictionary<int, StateSet>? right)
    {
        if (left is null || right is null || left.Count != right.Count)
        {
            return left is null && right is null;
        }

        foreach (var pair in left)
        {
            if (!right.TryGetValue(pair.Key, out var states) || states != pair.Value)
            {
                return false;
            }
        }

        return true;
    }
}
