using System;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>That a boolean tells whether a reference is null.</summary>
/// <param name="Object">The machine that it refers to where it is not null.</param>
/// <param name="Outcome">The value of the boolean that means null.</param>
internal sealed record NullTest(int Object, bool Outcome)
{
    /// <summary>The same for the negated boolean.</summary>
    public NullTest Negated() => this with { Outcome = !Outcome };
}

/// <summary>A boolean whose value tells something about machines. Each side maps a machine to what holds of it when the boolean has that value;
/// a machine that is not named is as the heap says; a null side: the boolean never has that value. The sides go along when a machine moves, so
/// that a test from before still tells what it can.</summary>
/// <param name="WhenTrue">What holds when it is true.</param>
/// <param name="WhenFalse">What holds when it is false.</param>
/// <param name="Null">What it says of a reference that may be null.</param>
internal sealed record BoolValue(
    FactMap? WhenTrue, FactMap? WhenFalse, NullTest? Null = null) : FlowValue
{
    public static readonly FactMap Anything = FactMap.Empty;

    public static readonly BoolValue True = new(Anything, null);

    public static readonly BoolValue False = new(null, Anything);

    /// <summary>True when it tells nothing.</summary>
    public bool IsTrivial => Null is null && WhenTrue is { IsEmpty: true } && WhenFalse is { IsEmpty: true };

    /// <summary>Its value where it can have one only; else null.</summary>
    public bool? Constant => WhenTrue is null == WhenFalse is null ? null : WhenFalse is null;

    /// <summary>The side of one outcome.</summary>
    public FactMap? When(bool outcome) => outcome ? WhenTrue : WhenFalse;

    /// <summary>Its negation.</summary>
    public BoolValue Negated() => new(WhenFalse, WhenTrue, Null?.Negated());

    /// <summary>Both, where one of them is known; null for nothing.</summary>
    public static BoolValue? And(BoolValue? left, BoolValue? right) => left?.Constant switch
    {
        true => right,
        false => False,
        _ => right?.Constant switch { true => left, false => False, _ => null },
    };

    /// <summary>One or both, where one of them is known; null for nothing.</summary>
    public static BoolValue? Or(BoolValue? left, BoolValue? right) => And(left?.Negated(), right?.Negated())?.Negated();

    /// <summary>One and not the other, where one of them is known; null for nothing.</summary>
    public static BoolValue? ExclusiveOr(BoolValue? left, BoolValue? right) => left?.Constant switch
    {
        true => right?.Negated(),
        false => right,
        _ => right?.Constant switch { true => left?.Negated(), false => left, _ => null },
    };

    /// <summary>True when it tells something about a machine.</summary>
    public bool Knows(int @object) => WhenTrue?.ContainsKey(@object) == true || WhenFalse?.ContainsKey(@object) == true;

    /// <summary>Without what it told about one machine.</summary>
    public BoolValue Without(int @object) => Knows(@object) ? this with { WhenTrue = WhenTrue?.Remove(@object), WhenFalse = WhenFalse?.Remove(@object) } : this;

    /// <summary>After a machine has moved. An outcome after which it could not have done so is none.</summary>
    public BoolValue Moved(int @object, Func<ObjectFacts, ObjectFacts> step) =>
        Knows(@object) ? this with { WhenTrue = Moved(WhenTrue, @object, step), WhenFalse = Moved(WhenFalse, @object, step) } : this;

    /// <summary>With another number for one machine.</summary>
    public BoolValue Renamed(int from, int to) => Knows(from) || Null?.Object == from
        ? new(Renamed(WhenTrue, from, to), Renamed(WhenFalse, from, to), Null?.Object == from ? Null with { Object = to } : Null)
        : this;

    /// <summary>A test of one machine of which certain facts hold when it succeeds, and certain ones when it fails.</summary>
    public static BoolValue Test(int @object, ObjectFacts whenTrue, ObjectFacts whenFalse) => new(Side(@object, whenTrue), Side(@object, whenFalse));

    public bool Equals(BoolValue? other) =>
        other is not null && Null == other.Null && Equals(WhenTrue, other.WhenTrue) && Equals(WhenFalse, other.WhenFalse);

    public override int GetHashCode() => (WhenTrue?.Count ?? -1) ^ ((WhenFalse?.Count ?? -1) << 8);

    private static FactMap? Moved(
        FactMap? side, int @object, Func<ObjectFacts, ObjectFacts> step)
    {
        if (side?.Find(@object) is not { } facts)
        {
            return side;
        }

        var moved = step(facts);
        return moved.Rows.IsEmpty ? null : side.SetItem(@object, moved);
    }

    private static FactMap? Renamed(FactMap? side, int from, int to) =>
        side?.Find(from) is { } facts ? side.Remove(from).SetItem(to, facts) : side;

    private static FactMap? Side(int @object, ObjectFacts facts) =>
        facts.Rows.IsEmpty ? null : Anything.SetItem(@object, facts);
}
