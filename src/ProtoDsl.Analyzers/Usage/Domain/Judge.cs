namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>What can be said about an event where it is raised.</summary>
internal enum Verdict
{
    /// <summary>No path comes there.</summary>
    Unreached,

    /// <summary>Legal, or nothing is known against it.</summary>
    Legal,

    /// <summary>Illegal on some paths.</summary>
    MayBeIllegal,

    /// <summary>Illegal on every path.</summary>
    Illegal,
}

/// <summary>Judges rows by the for-all rule: a bad path inside a row counts; the rows of an unknown machine themselves are context that its owner
/// knows, and get the benefit of the doubt. A mistake is one only if no entry state makes the code legal.</summary>
internal static class Judge
{
    /// <summary>What is to be said of an event that is legal in certain states.</summary>
    /// <param name="rows">Where it is reached.</param>
    /// <param name="legal">Where it is legal.</param>
    /// <param name="isTested">True when a test has named the states.</param>
    public static Verdict Of(StateRows rows, StateSet legal, bool isTested)
    {
        var verdict = Verdict.Unreached;
        foreach (var origin in rows.Origins)
        {
            var one = Of(origin, legal, isTested);
            verdict = verdict == Verdict.Unreached || verdict == one ? one : Verdict.MayBeIllegal;
        }

        return verdict;
    }

    /// <summary>The states that speak against it.</summary>
    public static StateSet IllegalStates(StateRows rows, StateSet legal, bool isTested)
    {
        var states = default(StateSet);
        foreach (var origin in rows.Origins)
        {
            if (Of(origin, legal, isTested) != Verdict.Legal)
            {
                states |= origin.Union() - legal;
            }
        }

        return states;
    }

    private static Verdict Of(OriginRows origin, StateSet legal, bool isTested)
    {
        if (isTested || origin.Origin.Kind != OriginKind.Unknown)
        {
            return Of(origin.Union(), legal);
        }

        var isCertain = true;
        foreach (var row in origin.Rows)
        {
            if (row.IsEmpty)
            {
                continue;
            }

            var one = Of(row, legal);
            if (one == Verdict.Legal)
            {
                return Verdict.Legal;
            }

            isCertain &= one == Verdict.Illegal;
        }

        return isCertain ? Verdict.Illegal : Verdict.MayBeIllegal;
    }

    private static Verdict Of(StateSet states, StateSet legal) =>
        (states & legal).IsEmpty ? Verdict.Illegal : (states - legal).IsEmpty ? Verdict.Legal : Verdict.MayBeIllegal;
}
