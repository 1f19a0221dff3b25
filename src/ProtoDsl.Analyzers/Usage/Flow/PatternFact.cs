using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What a pattern tells of a machine: the states it may be in when the pattern fits, and when it does not.</summary>
internal readonly record struct PatternFact(StateSet Match, StateSet Fail)
{
    /// <summary>The pattern does not fit where it does, and the other way round.</summary>
    public PatternFact Negated => new(Fail, Match);

    /// <summary>Both patterns fit.</summary>
    public static PatternFact And(PatternFact left, PatternFact right) => new(left.Match & right.Match, left.Fail | right.Fail);

    /// <summary>One of the patterns fits.</summary>
    public static PatternFact Or(PatternFact left, PatternFact right) => new(left.Match | right.Match, left.Fail & right.Fail);
}
