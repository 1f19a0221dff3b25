using ProtoDsl.Language;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Testing;
using ProtoDsl.Verification.Tables;

namespace ProtoDsl.Verification.Tests.Alone;

/// <summary>Correct tables have no finding, and each mistake in one has exactly one, at its row.</summary>
public sealed class SeededBugTests
{
    public static TheoryData<string> Samples => [.. SampleTables.Names];

    public static TheoryData<string> Bugs => [.. SeededBugs.All.Select(bug => bug.ToString())];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_correct_table_has_no_finding(string name) => Assert.Empty(Read(SampleTables.Text(name)));

    [Theory]
    [MemberData(nameof(Bugs))]
    public void A_mistake_has_one_finding_at_its_row(string name)
    {
        var bug = SeededBugs.All.Single(each => each.ToString() == name);
        var text = bug.Also.Append((bug.Find, bug.Replace)).Aggregate(SampleTables.Text(bug.Table), (before, edit) => Edit(before, edit.Item1, edit.Item2));

        var found = Assert.Single(Read(text));

        Assert.Equal(bug.Id, found.Id);
        Assert.Contains(bug.Says, found.Message, StringComparison.Ordinal);
        Assert.Equal(LineOf(text, Only(text, bug.Line)), LineOf(text, found.Start));
    }

    [Fact]
    public void A_state_in_which_a_role_begins_is_entered() =>
        Assert.Empty(Read(Edit(SampleTables.Text("Http2"), "/ !PUSH_PROMISE           -> ReservedLocal", "/ !PUSH_PROMISE           -> Open")));

    /// <summary>What is told of a table: by the language, and by the checks.</summary>
    private static List<(string Id, int Start, string Message)> Read(string text)
    {
        var file = new TableFile("Test", TransitionFile.Read(text, "Test"));
        return [.. file.Bound.Diagnostics.Select(found => (found.Rule, found.Span.Start, found.Message))
            .Concat(TableChecks.Check(file).Select(found => (found.Rule, found.Place.Span.Start, found.Message)))
            .Where(found => found.Rule.DefaultSeverity > TableSeverity.Hidden)
            .Select(found => (found.Rule.Id, found.Start, found.Message))];
    }

    private static string Edit(string text, string find, string replace) => text.Remove(Only(text, find), find.Length).Insert(Only(text, find), replace);

    private static int Only(string text, string part)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0 && text.IndexOf(part, at + 1, StringComparison.Ordinal) < 0, $"Not there exactly once: {part}");
        return at;
    }

    private static int LineOf(string text, int offset) => text.AsSpan(0, offset).Count('\n') + 1;
}
