using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Testing;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Sessions;

namespace ProtoDsl.Verification.Tests.Sessions;

/// <summary>What the findings about sessions say.</summary>
public sealed class MessageTests
{
    private const string Loop = """
        message A, B
        call Go
        machine Left
        initial state L0
            Go / !A
            ?B -> L1
        final state L1
            forbid Go "done"
        machine Right
        initial final state R0
            ignore ?A
            Go / !B -> R1
        final state R1
            ignore ?A
        session Pair
            left : Left
            right : Right
            over fifo(3)
        """;

    /// <summary>The tables of the rules' pages, which a test of the documentation holds to their ids.</summary>
    [Fact]
    public Task Of_the_examples_in_the_pages() => Verifier.Verify(string.Join("\n\n", SessionRules.All.SelectMany(rule => Examples(rule.Id).Select(table =>
        string.Join("\n", SessionText.Check(table).Findings
            .Where(finding => finding.Rule.DefaultSeverity > TableSeverity.Hidden || finding.Rule == rule)
            .Select(finding => SessionText.Line(table, finding)))))));

    [Fact]
    public void Past_the_budget_nothing_is_claimed()
    {
        var check = SessionChecker.Check(Tables.ReadSound(Loop), [], new CheckOptions { Budget = 5 });

        var told = check.Findings.Single(finding => finding.Rule == SessionRules.OverBudget);
        Assert.StartsWith("'Pair' is checked in part: 5 configurations at fifo(3) were looked at, and there are more.", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(check.Findings, finding => finding.Rule == SessionRules.UnusedRow);
        var verdict = check.Findings.Single(finding => finding.Rule == SessionRules.Verdict).Message;
        Assert.Contains("not decided: ", verdict, StringComparison.Ordinal);
        Assert.DoesNotContain("at capacity 3", verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_with_an_error_is_not_checked()
    {
        var check = SessionText.Check(Loop.Replace("-> R1", "-> R2", StringComparison.Ordinal));

        Assert.Equal("'Pair' is not checked, since this file has errors; remove those first", Assert.Single(check.Findings).Message);
    }

    [Fact]
    public void A_session_that_two_tables_share_is_told_in_both()
    {
        var imported = Tables.ReadSound("protocol Far\nmessage A, B\ncall Go\nmachine Right\ninitial state R0\n    ?A / !B, !B -> R1\nfinal state R1\n    ignore ?A\n", "Far");
        const string text = "import Far\nmessage A, B\ncall Go\nmachine Left\ninitial state L0\n    Go / !A -> L1\nstate L1\n    ?B -> L2\n"
            + "final state L2\n    forbid Go \"done\"\nsession Pair\n    left : Left\n    right : Right\n    over fifo(2)\n";

        var finding = SessionText.Check(text, imported).Findings.Single(one => one.Rule == SessionRules.Orphan);

        Assert.Equal("Far.transitions", finding.Place.Path);
        Assert.Equal(["Table.transitions", "Far.transitions", "Table.transitions"], finding.Trace.Select(step => step.Place.Path));
    }

    private static IEnumerable<string> Examples(string id)
    {
        var page = File.ReadAllText(RepositoryPaths.Combine("docs", "rules", id + ".md"));
        var fires = page[page.IndexOf("## Fires", StringComparison.Ordinal)..page.IndexOf("## Stays silent", StringComparison.Ordinal)];
        return fires.Split("```transitions\n").Skip(1).Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)]);
    }
}
