using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Syntax;

/// <summary>Every syntax rule has a page, and what the page shows is so.</summary>
public sealed class SyntaxRulePageTests
{
    // What they show is too long to print.
    private static readonly string[] WithoutExample = ["PDSL0002", "PDSL0003"];

    private static readonly IReadOnlyList<TableRule> Rules = RuleCatalog.All.Where(rule => rule.Id.StartsWith("PDSL0", StringComparison.Ordinal)).ToArray();

    public static TheoryData<string> Ids => [.. Rules.Select(rule => rule.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void A_page_shows_its_finding_and_the_way_out(string id)
    {
        var rule = Rules.Single(rule => rule.Id == id);
        var page = File.ReadAllText(RepositoryPaths.Combine("docs", "rules", id + ".md"));
        Assert.StartsWith($"# {id}: {rule.Title}\n\nSeverity: {rule.DefaultSeverity.ToString().ToLowerInvariant()}\n", page);
        Assert.Contains("\n## Fix\n", page);
        Assert.Empty(Findings(Example(page, "## Stays silent"), TableSeverity.Hidden));
        if (!WithoutExample.Contains(id))
        {
            Assert.Equal([id], Findings(Example(page, "## Fires"), rule.DefaultSeverity));
        }
    }

    private static IEnumerable<string> Findings(string table, TableSeverity least) => TransitionFile.Read(table, "Demo").Diagnostics
        .Where(diagnostic => diagnostic.Rule.DefaultSeverity >= least).Select(diagnostic => diagnostic.Rule.Id).Distinct();

    private static string Example(string page, string heading)
    {
        const string fence = "```transitions\n";
        var start = page.IndexOf(fence, page.IndexOf(heading, StringComparison.Ordinal), StringComparison.Ordinal) + fence.Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
