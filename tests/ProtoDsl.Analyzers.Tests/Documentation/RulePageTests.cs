using ProtoDsl.Analyzers.Tables;
using ProtoDsl.Analyzers.Usage;
using ProtoDsl.Analyzers.Usage.Contracts;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Documentation;

/// <summary>Every rule has a page, every page a rule; each example on it is built and gives what the page says.</summary>
public sealed class RulePageTests
{
    /// <summary>Rules about the set-up, which no example in one block can show: <c>ProtoDsl.Package.Tests</c> build projects that break them.</summary>
    private const string SetupPrefix = "PDSL9";

    /// <summary>What is beyond a limit is no example to read; <c>ProtoDsl.Language.Tests</c> make such files, and <c>Usage.PDSL3011</c> such methods.</summary>
    private static readonly string[] s_beyondPrint = ["PDSL0002", "PDSL0003", "PDSL2111", "PDSL2113", "PDSL3011"];

    private static readonly Dictionary<string, (string Title, string Severity)> s_rules =
        new TableAnalyzer().SupportedDiagnostics
            .Concat(new MachineUsageAnalyzer().SupportedDiagnostics)
            .Concat(new ContractAnalyzer().SupportedDiagnostics)
            .Where(descriptor => !descriptor.Id.StartsWith(SetupPrefix, StringComparison.Ordinal))
            .Select(descriptor => (descriptor.Id, Title: descriptor.Title.ToString(), Severity: descriptor.DefaultSeverity.ToString()))
            .Concat(Verification.Findings.CheckCatalog.All.Select(rule => (rule.Id, rule.Title, Severity: rule.DefaultSeverity.ToString())))
            .GroupBy(rule => rule.Id)
            .ToDictionary(rules => rules.Key, rules => (rules.First().Title, rules.First().Severity.ToLowerInvariant()));

    public static TheoryData<string> Pages => [.. RulePage.All.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string> RunnablePages =>
        [.. RulePage.All.Keys.Where(id => !id.StartsWith(SetupPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        Assert.Equal(
            s_rules.Keys.Order(StringComparer.Ordinal),
            RulePage.All.Keys.Where(id => !id.StartsWith(SetupPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Has_title_severity_and_sections(string id)
    {
        var page = RulePage.All[id];

        Assert.Equal(id, page.Id);
        Assert.Contains("Fix", page.Sections);
        if (s_rules.TryGetValue(id, out var rule))
        {
            Assert.Equal(rule.Title, page.Title);
            Assert.Equal(rule.Severity, page.Severity);
            Assert.Equal(["Fires", "Stays silent", "Fix"], page.Sections);
            Assert.Equal(s_beyondPrint.Contains(id), page.Fires.Count == 0);
            Assert.NotEmpty(page.StaysSilent);
        }
    }

    [Theory]
    [MemberData(nameof(RunnablePages))]
    public async Task Examples_that_fire_give_exactly_this_id(string id)
    {
        foreach (var example in RulePage.All[id].Fires)
        {
            var found = await RuleExampleRun.Findings(example, id);

            Assert.True(found.Any(each => each.Id == id) && found.All(each => each.Id == id || IsAnnounced(id, each.Id)), Describe(example, found));
        }
    }

    [Theory]
    [MemberData(nameof(RunnablePages))]
    public async Task Examples_that_stay_silent_give_nothing(string id)
    {
        foreach (var example in RulePage.All[id].StaysSilent)
        {
            var found = await RuleExampleRun.Findings(example, id);

            Assert.True(found.Count == 0, Describe(example, found));
        }
    }

    [Fact]
    public async Task The_guide_builds_and_its_mistake_is_found()
    {
        var page = RulePage.Parse(["# PDSL0000: guide", "## Fires", .. File.ReadAllLines(RepositoryPaths.Combine("docs", "guide.md"))
            .Select(line => line.StartsWith("## ", StringComparison.Ordinal) ? "" : line)]);
        var lines = page.Fires.Where(example => example.CSharp is not null).SelectMany(example => example.CSharp!.Split('\n')).ToLookup(line => line.StartsWith("using ", StringComparison.Ordinal));
        var user = string.Join("\n", [.. lines[true].Distinct(), .. lines[false]]);

        var found = await RuleExampleRun.Findings(new RuleExample(page.Fires[0].Table, user));

        Assert.Equal("PDSL3001", Assert.Single(found).Id);

        var session = Assert.Single(page.Fires, example => example.CSharp is null);
        var told = Assert.Single(await RuleExampleRun.Findings(session), one => one.Id != "PDSL2114");
        Assert.Contains($"warning {told.Id}: {told.Text}", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_README_shows_the_message_as_it_is()
    {
        var lines = File.ReadAllLines(RepositoryPaths.Combine("README.md"));
        var page = RulePage.Parse(["# README", "## Fires", .. lines.Where(line => !line.StartsWith("## ", StringComparison.Ordinal))]);
        var example = page.Fires[0];

        // The statements stand at the top of a program there; the braces go on their first and last line, so that the lines stay.
        var wrapped = $"internal static class Program {{ public static void Main() {{ {example.CSharp!.TrimEnd()} }} }}";
        var found = Assert.Single(await RuleExampleRun.Findings(example with { CSharp = wrapped }));

        Assert.Contains($"Program.cs(3,6): error {found.Id}: {found.Text}", lines);

        var broken = Assert.Single(await RuleExampleRun.Findings(new RuleExample(example.Table!.Replace("-> Opened", "-> Openned", StringComparison.Ordinal), null)));

        Assert.Contains($"Door.transitions(7,15): error {broken.Id}: {broken.Text.Replace("Example", "Door", StringComparison.Ordinal)}", lines);
    }

    /// <summary>The compiler may have something to say of its own, where the page names it; a finding about a session goes with its steps.</summary>
    private static bool IsAnnounced(string page, string id) =>
        id == "PDSL2114"
        || ((page == "PDSL2114" || id.StartsWith("CS", StringComparison.Ordinal)) && RulePage.All[page].Text.Contains(id, StringComparison.Ordinal));

    private static string Describe(RuleExample example, IReadOnlyList<(string Id, string Text)> found) =>
        $"found:\n  {string.Join("\n  ", found.Select(each => $"{each.Id}: {each.Text}"))}\nin:\n{example.Table}{example.CSharp}";
}
