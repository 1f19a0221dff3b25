namespace ProtoDsl.Language.Tests.Oracles;

/// <summary>Holds <c>examples/Tcp/Tcp.transitions</c> against RFC 9293, section 3.10, all 212 rows of it, and against the reviewed list of
/// differences <c>tests/Oracles/rfc9293_differences.tsv</c>: what differs and is not listed fails, and so does what is listed and does not differ.</summary>
public sealed class Rfc9293OracleTests
{
    [Fact]
    public void Every_row_of_the_rfc_is_the_tables_or_a_reviewed_difference()
    {
        var (protocol, machine) = OracleTable.Read("Tcp");
        var (unreviewed, stale) = Review(new Rfc9293Comparison(protocol, machine));
        Assert.True(unreviewed.Count == 0, "Not (or not once) in the reviewed list:\n" + string.Join('\n', unreviewed));
        Assert.True(stale.Count == 0, "Reviewed, but no longer a difference:\n" + string.Join('\n', stale));
        Assert.All(ReviewedDifference.All(), entry => Assert.True(entry.Reason.Length >= 20, $"A reason is a sentence: {entry}"));
    }

    /// <summary>So that the oracle itself cannot shrink unnoticed.</summary>
    [Fact]
    public void The_oracle_is_whole()
    {
        var rows = OracleTable.Rows("rfc9293_table.tsv");
        Assert.Equal(212, rows.Count);
        Assert.Equal(11, rows.Select(row => row["state"]).Distinct().Count());
        Assert.Equal(29, rows.Where(row => row["state"] != row["next"]).Select(row => (row["state"], row["next"])).Distinct().Count());
    }

    /// <summary>The comparison must be able to fail: each of these is a mistake that a table of TCP has had somewhere.</summary>
    [Theory]
    [InlineData("/ !FIN                    -> LAST_ACK", "/ !FIN                    -> CLOSING", "CLOSE-WAIT\tCLOSE\t\tLAST-ACK / FIN\tCLOSING / FIN")]
    [InlineData("?FIN                        / !ACK(FIN), endOfStream  -> CLOSING ", "?FIN                        / !ACK(FIN), endOfStream  -> TIME_WAIT ", "FIN-WAIT-1\trcv FIN, our FIN not acked\t\tCLOSING / ACK\tTIME-WAIT / ACK")]
    [InlineData("?SYN                        / !SYN_ACK                -> SYN_RCVD      // simultaneous open", "ignore ?SYN", "SYN-SENT\trcv SYN (no ACK)\t\tSYN-RECEIVED / SYN_ACK\tSYN-SENT")]
    [InlineData("?RST [passiveOpen]                                    -> LISTEN", "?RST [passiveOpen]                                    -> CLOSED", "SYN-RECEIVED\trcv RST\tpassive OPEN\tLISTEN\tCLOSED")]
    [InlineData("\"connection closing\"", "\"too late\"", "TIME-WAIT\tCLOSE\t\terror: connection closing\terror: too late")]
    [InlineData("Close | Abort                                         -> CLOSED\n    ?ACK", "Close                                                 -> CLOSED\n    ?ACK", "LISTEN\tABORT\t\tCLOSED\tnot listed")]
    [InlineData("state CLOSING = 9\n", "state CLOSING = 9\n    ?DATA -> TIME_WAIT\n", "CLOSING\trcv data\t\tCLOSING\tTIME-WAIT")]
    [InlineData("state CLOSING = 9\n", "state CLOSING = 9\n    ?SYN_ACK -> TIME_WAIT\n", "CLOSING\t?SYN_ACK\t\t-\t?SYN_ACK -> TIME_WAIT")]
    [InlineData("    after TimeWait                                        -> CLOSED", "", "TIME-WAIT\tTIME-WAIT TIMEOUT\t\tCLOSED\tnot listed")]
    public void A_changed_table_is_noticed(string oldText, string newText, string difference)
    {
        var (protocol, machine) = OracleTable.Changed("Tcp", oldText, newText);
        Assert.Contains(difference, Review(new Rfc9293Comparison(protocol, machine)).Unreviewed);
    }

    [Fact]
    public void A_difference_that_is_gone_is_noticed()
    {
        var (protocol, machine) = OracleTable.Changed("Tcp", "state CLOSING = 9\n", "state CLOSING = 9\n    ?FIN / !ACK(FIN)\n");
        Assert.Contains("CLOSE-WAIT, CLOSING, LAST-ACK\trcv FIN", Assert.Single(Review(new Rfc9293Comparison(protocol, machine)).Stale), StringComparison.Ordinal);
    }

    private static (IReadOnlyList<string> Unreviewed, IReadOnlyList<string> Stale) Review(Rfc9293Comparison comparison)
    {
        var found = comparison.Differences().ToList();
        var reviewed = ReviewedDifference.All();
        return (
            [.. found.Where(difference => reviewed.Count(entry => entry.Covers(difference)) != 1).Select(difference => difference.ToString())],
            [.. reviewed.Where(entry => !entry.IsNeededIn(found)).Select(entry => $"{entry.State}\t{entry.Event}\t{entry.Guard}")]);
    }
}
