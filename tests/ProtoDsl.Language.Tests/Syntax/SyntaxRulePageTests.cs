using ProtoDsl.Language.Syntax;
using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Syntax;

/// <summary>Every syntax rule has a page, and what the page shows is so.</summary>
public sealed class SyntaxRulePageTests
{
    // What they show is too long to print.
    private static readonly string[] WithoutExample = ["PDSL0002", "PDSL0003"];

    public static TheoryData<string> Ids => [.. SyntaxRules.All.Select(rule => rule.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void A_page_shows_its_finding_and_the_way_out(string id)
    {
        var rule = SyntaxRules.All.Single(rule => rule.Id == id);
        var page = File.ReadAllText(RepositoryPaths.Combine("docs", "rules", id + ".md"));
        Assert.StartsWith($"# {id}: {rule.Title}\n\nSeverity: {rule.DefaultSeverity.ToString().ToLowerInvariant()}\n", page);
        Assert.Contains("\n## Fix\n", page);
        Assert.Empty(Findings(Example(page, "## Stays silent")));
        if (!WithoutExample.Contains(id))
        {
            Assert.Equal([id], Findings(Example(page, "## Fires")));
        }
    }

    [Fact]
    public void Ids_are_in_order_and_used_once()
    {
        var ids = SyntaxRules.All.Select(rule => rule.Id).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.StartsWith("PDSL0", id));
    }

    private static IEnumerable<string> Findings(string table) => TransitionFile.Parse(table).Diagnostics.Select(diagnostic => diagnostic.Rule.Id).Distinct();

    private static string Example(string page, string heading)
    {
        const string fence = "```transitions\n";
        var start = page.IndexOf(fence, page.IndexOf(heading, StringComparison.Ordinal), StringComparison.Ordinal) + fence.Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
