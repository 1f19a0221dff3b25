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

/// <summary>The states in which a piece of code fails.</summary>
/// <param name="Certainly">Those from which it never gets through.</param>
/// <param name="Maybe">Those from which it may fail, as far as that is worth saying.</param>
internal readonly record struct Failing(StateSet Certainly, StateSet Maybe);

/// <summary>Judges rows by the for-all rule: a bad path inside a row counts; the rows of an unknown machine themselves are context that its owner
/// knows, and get the benefit of the doubt. A mistake is one only if no entry state makes the code legal.</summary>
internal static class Judge
{
    /// <summary>What is to be said of code that fails in certain states.</summary>
    /// <param name="rows">Where it is reached.</param>
    /// <param name="fails">Where it fails.</param>
    /// <param name="isTested">True when a test has named the states.</param>
    public static Verdict Of(StateRows rows, Failing fails, bool isTested)
    {
        var verdict = Verdict.Unreached;
        foreach (var origin in rows.Origins)
        {
            var one = Of(origin, fails, isTested);
            verdict = verdict == Verdict.Unreached || verdict == one ? one : Verdict.MayBeIllegal;
        }

        // Where only what is certain counts, a path on which all is well settles it.
        return verdict == Verdict.MayBeIllegal && fails.Maybe.IsEmpty ? Verdict.Legal : verdict;
    }

    /// <summary>The states that speak against it.</summary>
    public static StateSet BadStates(StateRows rows, Failing fails, bool isTested)
    {
        var states = default(StateSet);
        foreach (var origin in rows.Origins)
        {
            if (Of(origin, fails, isTested) != Verdict.Legal)
            {
                states |= origin.Union() & (fails.Maybe | fails.Certainly);
            }
        }

        return states;
    }

    private static Verdict Of(OriginRows origin, Failing fails, bool isTested)
    {
        if (isTested || origin.Origin.Kind != OriginKind.Unknown)
        {
            return Of(origin.Union(), fails);
        }

        var isCertain = true;
        foreach (var row in origin.Rows)
        {
            if (row.IsEmpty)
            {
                continue;
            }

            var one = Of(row, fails);
            if (one == Verdict.Legal)
            {
                return Verdict.Legal;
            }

            isCertain &= one == Verdict.Illegal;
        }

        return isCertain ? Verdict.Illegal : Verdict.MayBeIllegal;
    }

    private static Verdict Of(StateSet states, Failing fails) =>
        (states - fails.Certainly).IsEmpty ? Verdict.Illegal
        : (states & fails.Maybe).IsEmpty ? Verdict.Legal
        : Verdict.MayBeIllegal;
}
