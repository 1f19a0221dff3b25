using ProtoDsl.Language.Binding.Messages;
using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Binding;

/// <summary>Every rule of the binder has a page, and what the page shows is so.</summary>
public sealed class BindingRulePageTests
{
    public static TheoryData<string> Ids => [.. BindingRules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_shows_its_finding_and_the_way_out(string id)
    {
        var rule = BindingRules.All.Single(rule => rule.Id == id);
        var page = File.ReadAllText(RepositoryPaths.Combine("docs", "rules", id + ".md"));

        Assert.StartsWith($"# {id}: {rule.Title}\n\nSeverity: {rule.DefaultSeverity.ToString().ToLowerInvariant()}\n", page);
        Assert.Contains("\n## Fix\n", page);
        Assert.Equal([id], Findings(Example(page, "## Fires")));
        Assert.Empty(Findings(Example(page, "## Stays silent")));
    }

    private static IEnumerable<string> Findings(string table) => Reading.Read(table).Diagnostics.Select(diagnostic => diagnostic.Rule.Id).Distinct();

    private static string Example(string page, string heading)
    {
        const string fence = "```transitions\n";
        var start = page.IndexOf(fence, page.IndexOf(heading, StringComparison.Ordinal), StringComparison.Ordinal) + fence.Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
