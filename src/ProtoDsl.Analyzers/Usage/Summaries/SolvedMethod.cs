namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Why the summary of a method says nothing.</summary>
internal enum SummaryGap
{
    /// <summary>It says something.</summary>
    None,

    /// <summary>The method has no code in this compilation.</summary>
    NoBody,

    /// <summary>An iterator, too large, or no control flow to be had.</summary>
    NotSolvable,

    /// <summary>It can reach more methods than one question may cost.</summary>
    TooManyBodies,

    /// <summary>A recursion that has not come to rest, or one of too many methods.</summary>
    NoFixpoint,
}

/// <summary>The final answer for a method.</summary>
/// <param name="Summary">What a call of it does.</param>
/// <param name="Gap">Why that is nothing, if so.</param>
internal sealed record SolvedMethod(MethodSummary Summary, SummaryGap Gap)
{
    /// <summary>An answer that says nothing.</summary>
    public static SolvedMethod Unknown(SummaryGap gap) => new(MethodSummary.Opaque, gap);
}
