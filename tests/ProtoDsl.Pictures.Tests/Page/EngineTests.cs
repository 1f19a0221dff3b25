using System.Text.Json;
using System.Text.RegularExpressions;
using ProtoDsl.Language;
using ProtoDsl.Pictures.Tests.Programs;
using ProtoDsl.Testing;
using ProtoDsl.Verification;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Sessions;
using ProtoDsl.Verification.Tests.Generated;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Pictures.Tests.Page;

/// <summary>The page steps through a session as the checker does: it comes to as many configurations, and sees the same faults.</summary>
public sealed partial class EngineTests
{
    private const long Most = 2_000;

    [NodeFact]
    public void The_page_reaches_what_the_checker_reaches()
    {
        var tables = SampleTables.Names.Select(name => (Name: name, Text: SampleTables.Text(name)))
            .Concat(Enumerable.Range(0, 130).Select(seed => (Name: "Made" + seed, Text: RandomTable.Of(seed))))
            .Select(table => (table.Name, table.Text, Check: Check(table.Name, table.Text)))
            .Where(table => table.Check.Count > 0 && table.Check.All(one => one.IsComplete && one.Configurations <= (table.Name.StartsWith("Made", StringComparison.Ordinal) ? Most : 5 * Most)))
            .ToArray();
        Assert.True(tables.Length > 100);
        var pages = tables.Select(table => OpenPage.Html(table.Name, table.Text)).ToArray();
        var input = $"{{\"engine\":{JsonSerializer.Serialize(EngineOf(pages[0]))},\"models\":[{string.Join(',', pages.Select(DataOf))}]}}";

        var answers = JsonSerializer.Deserialize<Explored[][]>(
            ExternalProgram.Run("node", input, RepositoryPaths.Combine("tests", "ProtoDsl.Pictures.Tests", "Page", "explore.mjs")), JsonSerializerOptions.Web)!;

        for (var table = 0; table < tables.Length; table++)
        {
            var expected = tables[table].Check.Select(one => $"{one.Configurations} {string.Join(' ', one.Faults)}");
            Assert.True(expected.SequenceEqual(answers[table].Select(one => $"{one.Configurations} {string.Join(' ', one.Faults)}")), $"{tables[table].Name}\n{string.Join('\n', expected)}\n{string.Join('\n', answers[table].Select(one => one.Configurations + " " + string.Join(' ', one.Faults)))}\n{tables[table].Text}");
        }
    }

    private static List<Explored> Check(string name, string text)
    {
        var file = new TableFile(name + ".transitions", TransitionFile.Read(text, name));
        return [.. SessionChecker.Check(file, [], new CheckOptions()).Sessions.Select(session => session.Verdict).OfType<SessionVerdict>().Select(verdict => new Explored(
            (int)verdict.Configurations,
            [.. verdict.Violations.Select(violation => violation.Kind).Distinct().Where(kind => kind is ViolationKind.UnspecifiedReception or ViolationKind.Forbidden).Select(kind => kind == ViolationKind.Forbidden ? "never" : "unlisted").Order()])
            { IsComplete = verdict.IsComplete })];
    }

    private static string DataOf(string page) => Data().Match(page).Groups[1].Value;

    private static string EngineOf(string page) => page[page.IndexOf("// The steps of a system", StringComparison.Ordinal)..page.IndexOf("// Numbers to words", StringComparison.Ordinal)];

    [GeneratedRegex("<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();

    private sealed record Explored(int Configurations, string[] Faults)
    {
        public bool IsComplete { get; init; }
    }
}

/// <summary>A test that needs Node.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!ExternalProgram.IsOnPath("node"))
        {
            Skip = "Node is not installed: there is no 'node' on the path.";
        }
    }
}
