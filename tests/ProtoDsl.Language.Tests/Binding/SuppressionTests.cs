using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Text;

namespace ProtoDsl.Language.Tests.Binding;

/// <summary>Comments that switch findings off.</summary>
public sealed class SuppressionTests
{
    private const string Overlap = "machine M\ncall Open\ninitial final state A\n    Open [x] / e\n";

    [Theory]
    [InlineData("    Open [y] / f // protodsl: disable PDSL1048 meant\n")]
    [InlineData("    // protodsl: disable PDSL1048\n    Open [y] / f\n")]
    [InlineData("    // protodsl: disable PDSL1048\n\n    // another remark\n    Open [y] / f\n")]
    [InlineData("    Open [y]\n        / f // protodsl: disable PDSL1048 on a line that the row goes on\n")]
    [InlineData("    // protodsl: disable PDSL1048 above a row that goes on\n    Open [y]\n        / f\n")]
    public void Speak_of_a_whole_row(string row) => Assert.Empty(Reading.Ids(Overlap + row));

    [Theory]
    [InlineData("    Open [y] / f\n    // protodsl: disable PDSL1048\n")]
    [InlineData("    Open [y] / f\n    Open [z] / g // protodsl: disable PDSL1049\n")]
    public void Speak_of_no_other_row_and_of_no_other_rule(string rows) => Assert.Contains("PDSL1048", Reading.Ids(Overlap + rows));

    [Theory]
    [InlineData("PDSL1049", "'PDSL1049' is not reported here; remove it from this comment")]
    [InlineData("PDSL1020", "'PDSL1020' is an error, which cannot be switched off, since what follows rests on the line; repair the line")]
    [InlineData("PDSL0010", "'PDSL0010' is an error of syntax, which cannot be switched off; repair the line")]
    [InlineData("PDSL3001", "There is no finding 'PDSL3001' about a table; write an id as messages show it, such as 'PDSL1048'")]
    public void That_switch_nothing_off_are_told(string id, string message)
    {
        var found = Assert.Single(Reading.Read("machine M\ncall Open\ninitial final state A\n    Open / e // protodsl: disable " + id + "\n").Diagnostics);

        Assert.Equal(("PDSL1091", message), (found.Rule.Id, found.Message));
    }

    [Fact]
    public void An_error_cannot_be_switched_off()
    {
        var file = Reading.Read("machine M\ncall Open\ninitial final state A\n    Open -> B // protodsl: disable PDSL1020 not now\n");

        Assert.False(file.IsSound);
        Assert.Equal(["PDSL1020", "PDSL1091"], file.Diagnostics.Select(diagnostic => diagnostic.Rule.Id));
    }

    [Fact]
    public void In_a_broken_table_none_is_said_to_be_useless() =>
        Assert.Equal(["PDSL1020"], Reading.Ids("machine M\ncall Open, Close // protodsl: disable PDSL1090 later\ninitial final state A\n    Open -> B\n"));

    [Theory]
    [InlineData("PDSL1199", "There is no finding")]
    [InlineData("PDSL2101", "is not reported here")]
    [InlineData("PDSL2102", null)]
    public void A_later_stage_answers_for_its_own_rules(string id, string? told)
    {
        var known = new[] { "PDSL2101", "PDSL2102" }.ToDictionary(each => each, each => new TableRule(each, "A rule", TableSeverity.Warning));
        var file = Reading.Read("machine M\ncall Open\ninitial final state A\n    Open / e // protodsl: disable " + id + "\n");

        Assert.Empty(file.Diagnostics);
        var useless = new SuppressionSet(file.Suppressions).Useless(known.GetValueOrDefault, rule => rule.Id == "PDSL2101").ToArray();

        Assert.Equal(told is not null, useless.Length == 1);
        Assert.All(useless, each => Assert.Contains(told ?? "", each.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_later_stage_asks_of_each_finding()
    {
        const string text = "machine M\ncall Open\ninitial final state A\n    Open / e // protodsl: disable PDSL2101 known\n";
        var rule = new TableRule("PDSL2101", "A rule", TableSeverity.Warning);
        var set = new SuppressionSet(Reading.Read(text).Suppressions);

        Assert.False(set.SwitchesOff(rule, new TextSpan(text.IndexOf("initial", StringComparison.Ordinal), 7)));
        Assert.False(set.SwitchesOff(rule with { DefaultSeverity = TableSeverity.Error }, new TextSpan(text.IndexOf("Open /", StringComparison.Ordinal), 4)));
        Assert.True(set.SwitchesOff(rule, new TextSpan(text.IndexOf("Open /", StringComparison.Ordinal), 4)));
        Assert.Empty(set.Useless(_ => rule, _ => true));
    }
}
