namespace ProtoDsl.Language.Tests.Oracles;

/// <summary>Where the table and the RFC do not say the same.</summary>
internal sealed record Difference(string State, string Event, string Guard, string Rfc, string Table)
{
    public override string ToString() => string.Join('\t', State, Event, Guard, Rfc, Table);
}

/// <summary>One row of <c>rfc9293_differences.tsv</c>: a difference on purpose, and why. <c>*</c> stands for every state, guard or outcome of the RFC.</summary>
internal sealed record ReviewedDifference(string State, string Event, string Guard, string Rfc, string Table, string Reason)
{
    internal static IReadOnlyList<ReviewedDifference> All() =>
        [.. OracleTable.Rows("rfc9293_differences.tsv").Select(row => new ReviewedDifference(row["state"], row["event"], row["guard"], row["rfc"], row["table"], row["reason"]))];

    internal bool Covers(Difference difference) =>
        State.Split(", ").Any(state => Fits(state, difference.State))
        && Event == difference.Event
        && Fits(Guard, difference.Guard)
        && Fits(Rfc.Replace("(state)", difference.State, StringComparison.Ordinal), difference.Rfc)
        && Table.Replace("(state)", difference.State, StringComparison.Ordinal) == difference.Table;

    /// <summary>True when every state that it names still differs: a list of states does not hide that one of them has been mended.</summary>
    internal bool IsNeededIn(IReadOnlyList<Difference> differences) =>
        State.Split(", ").All(state => differences.Any(difference => (this with { State = state }).Covers(difference)));

    private static bool Fits(string pattern, string text) => pattern == "*" || pattern == text;
}
