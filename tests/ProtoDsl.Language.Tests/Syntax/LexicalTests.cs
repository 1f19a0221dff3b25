using ProtoDsl.Language.Syntax;

namespace ProtoDsl.Language.Tests.Syntax;

/// <summary>Characters, line breaks, comments, strings, files that are no tables.</summary>
public sealed class LexicalTests
{
    private const string Table = "/// Doc.\nmachine M\n\ninitial state A\n    ?X / go -> A // why\n";

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_line_break_is_one(string lineBreak) =>
        Assert.Equal(SyntaxDump.Of(TransitionFile.Parse(Table)), SyntaxDump.Of(TransitionFile.Parse(Table.Replace("\n", lineBreak))));

    [Fact]
    public void A_byte_order_mark_and_tabs_are_blanks()
    {
        Assert.Equal(SyntaxDump.Of(TransitionFile.Parse(Table)), SyntaxDump.Of(TransitionFile.Parse("\uFEFF" + Table.Replace("    ", "\t"))));
        Assert.Empty(TransitionFile.Parse("\uFEFF" + Table).Diagnostics);
        Assert.Equal("PDSL0010", Parsing.Finding("state A\uFEFF").Rule.Id);
    }

    [Fact]
    public void An_empty_file_has_no_finding()
    {
        foreach (var text in new[] { "", "\uFEFF", "\n\n", "   ", "// comment" })
        {
            Assert.Empty(TransitionFile.Parse(text).Diagnostics);
            Assert.Empty(TransitionFile.Parse(text).Lines);
        }
    }

    [Theory]
    [InlineData("Größe")]
    [InlineData("状態")]
    [InlineData("_x1")]
    [InlineData("e\u0301tat")]
    public void Identifiers_are_those_of_CSharp(string name) =>
        Assert.Equal($"SessionLine(Name: {name})", Parsing.Line("session " + name));

    [Theory]
    [InlineData("session a\u200Db", "U+200D")]
    [InlineData("session \U0001F600", "U+1F600")]
    [InlineData("session a\u202E", "U+202E")]
    [InlineData("session a;", "semicolon")]
    [InlineData("state A {", "braces")]
    [InlineData("?A => B", "'->'")]
    [InlineData("?A → B", "'->'")]
    [InlineData("?A - B", "'->'")]
    [InlineData("?A [a & b] -> B", "'&&'")]
    [InlineData("?A /* no */ -> B", "block comments")]
    [InlineData("# state", "'//'")]
    [InlineData("forbid A 'x'", "double quotes")]
    [InlineData("forbid A \"x", "not closed")]
    [InlineData("forbid A \"x\\n\"", "no escape")]
    [InlineData("forbid A \"x\u0007\"", "U+0007")]
    public void What_means_nothing_is_said_once(string text, string message) => Assert.Contains(message, Parsing.Finding(text).Message);

    [Theory]
    [InlineData("state A;", "state A")]
    [InlineData("?A => B", "?A -> B")]
    [InlineData("?A → B", "?A -> B")]
    [InlineData("?A [a & b] -> B", "?A [a && b] -> B")]
    [InlineData("?A || ?B -> C", "?A | ?B -> C")]
    [InlineData("!A -> C", "?A -> C")]
    [InlineData("?A / ?B -> C", "?A / !B -> C")]
    [InlineData("?A !B -> C", "?A / !B -> C")]
    [InlineData("?A() -> C", "?A -> C")]
    [InlineData("?A [p, q] -> C", "?A [p && q] -> C")]
    [InlineData("?A [!!p] -> C", "?A [!p] -> C")]
    [InlineData("statte A", "state A")]
    [InlineData("machin A", "machine A")]
    [InlineData("    forbbid A \"x\"", "    forbid A \"x\"")]
    [InlineData("    ignroe ?A", "    ignore ?A")]
    [InlineData("A = 3", "state A = 3")]
    [InlineData("initial final initial state A", "initial final  state A")]
    public void A_fix_leads_to_a_sound_line(string text, string expected)
    {
        Assert.Equal(expected, Parsing.Fixed(text));
        Assert.Empty(TransitionFile.Parse(expected).Diagnostics);
    }

    [Fact]
    public void Doc_comments_belong_to_the_line_below()
    {
        var lines = TransitionFile.Parse("/// one\n///two \n//// no\n// no\n\nstate A\n    ?B // x\n    /// three\u0085\n      -> C\n/// last").Lines;
        Assert.Equal("one\ntwo", lines[0].Documentation);
        Assert.Null(lines[1].Documentation);
        var after = TransitionFile.Parse("?B\n/// three\u2028x\n-> C\n?D -> E").Lines;
        Assert.Equal("three x", after[1].Documentation);
    }

    [Fact]
    public void A_suppression_speaks_of_its_own_line_or_of_the_next()
    {
        var file = TransitionFile.Parse(
            "state A // protodsl: disable PDSL1011 shared on purpose\n// protodsl: disable PDSL1012, PDSL1013 PDSL1014 why\n\n// protodsl:disable PDSL1015\n    ?X -> A\n// protodsl: enable\n");
        Assert.Equal(
            ["PDSL1011|shared on purpose|0", "PDSL1012,PDSL1013,PDSL1014|why|4", "PDSL1015||4"],
            file.Suppressions.Select(suppression => $"{string.Join(",", suppression.Ids)}|{suppression.Reason}|{suppression.Line}"));
        Assert.Equal("PDSL0004", Assert.Single(file.Diagnostics).Rule.Id);
    }

    [Fact]
    public void What_is_no_text_gives_one_finding()
    {
        Assert.Equal("PDSL0001", Parsing.Finding("state A\0").Rule.Id);
        Assert.Equal("PDSL0001", Parsing.Finding(string.Concat(Enumerable.Repeat("ab\uFFFD", 50))).Rule.Id);
        Assert.Equal("PDSL0002", Parsing.Finding(new string(' ', (1 << 20) + 1)).Rule.Id);
        Assert.Empty(TransitionFile.Parse(new string(' ', 1 << 20)).Diagnostics);
    }

    [Fact]
    public void A_hundred_findings_are_shown_and_the_others_counted()
    {
        var findings = TransitionFile.Parse(string.Concat(Enumerable.Repeat("    ?A\n", 250))).Diagnostics;
        Assert.Equal(101, findings.Count);
        Assert.Equal("PDSL0003", findings[100].Rule.Id);
        Assert.StartsWith("150 more lines", findings[100].Message);
    }
}
