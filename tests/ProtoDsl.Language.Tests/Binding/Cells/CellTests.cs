using static ProtoDsl.Language.Tests.Binding.Reading;

namespace ProtoDsl.Language.Tests.Binding.Cells;

public sealed class CellTests
{
    private const string Top = """
        message ACK(SYN|FIN of), DATA
        call Open, Close
        machine M
        initial state S

        """;

    [Fact]
    public void Own_rows_come_before_shared_ones() =>
        Assert.Equal(
            ["Open [b] / own", "Open [a] / shared", "Open / rest"],
            Cell(Machine(Top + """
                    Open [b] / own
                in S
                    Open [a] / shared
                in any
                    Open / rest
                """), "S", "Open"));

    [Fact]
    public void Named_tags_come_first() =>
        Assert.Equal(
            ["?ACK(FIN) [g] / one", "?ACK(FIN) / two", "?ACK [g] / three", "?ACK / four"],
            Cell(Machine(Top + """
                    ?ACK / four
                    ?ACK(FIN) / two
                    ?ACK [g] / three
                    ?ACK(FIN) [g] / one
                """), "S", "?ACK"));

    [Fact]
    public void A_named_event_beats_any_message_across_tiers() =>
        Assert.Equal(
            ["?DATA [g] / shared", "?* / own"],
            Cell(Machine(Top + """
                    ?* / own
                    ignore ?ACK
                in any
                    ?DATA [g] / shared
                    ?* / never
                """), "S", "?DATA"));

    [Fact]
    public void An_own_row_hides_only_the_same_guard_and_pattern() =>
        Assert.Equal(
            ["Open [a] / own", "Open [b] / shared"],
            Cell(Machine(Top + """
                    Open [a] / own
                in any
                    Open [a] / hidden
                    Open [b] / shared
                """), "S", "Open"));

    [Fact]
    public void What_always_fits_ends_the_cell() =>
        Assert.Equal(
            ["Open [a] / one", "Open [else] / two"],
            Cell(Machine(Top + """
                    Open [a] / one
                    Open [else] / two
                in any
                    Open / never
                """), "S", "Open"));

    [Fact]
    public void A_row_that_an_earlier_one_covers_is_left_out() =>
        Assert.Equal(
            ["?ACK(FIN) / own", "?ACK / shared"],
            Cell(Machine(Top + """
                    ?ACK(FIN) / own
                in any
                    ?ACK(FIN) [g] / never
                    ?ACK / shared
                """), "S", "?ACK"));

    [Fact]
    public void A_sender_is_part_of_the_pattern() =>
        Assert.Equal(
            ["?DATA from left / one", "?DATA from right / two", "?DATA / rest"],
            Cell(Machine(Top + """
                    ?DATA / rest
                    ?DATA from left / one
                    ?DATA from right / two
                """), "S", "?DATA"));

    [Theory]
    [InlineData("Open [a] / x\n    Open [!a] / y")]
    [InlineData("Open [a && b] / x\n    Open [!b] / y")]
    [InlineData("Open [a || b] / x\n    Open [!a && !b] / y")]
    [InlineData("Open [!(a && b)] / x\n    Open [b && a] / y")]
    [InlineData("?ACK(SYN) [a] / x\n    ?ACK(FIN) [b] / y")]
    public void Guards_that_exclude_each_other_give_no_hint(string rows) => Assert.DoesNotContain(Ids(Top + "    " + rows), id => id != "PDSL1090");

    [Theory]
    [InlineData("Open [a] / x\n    Open [b] / y")]
    [InlineData("Open [a || b] / x\n    Open [!a] / y")]
    [InlineData("?ACK(SYN) [a] / x\n    ?ACK(SYN) [b] / y")]
    public void Guards_that_may_overlap_give_a_hint(string rows) => Assert.Equal(["PDSL1048"], Ids(Top + "    " + rows).Where(id => id != "PDSL1090"));

    [Theory]
    [InlineData("in any\n    Open / x\nin S\n    Open / y")]
    [InlineData("in any\n    Open [a] / x\nin S\n    Open [a] / y")]
    [InlineData("in any\n    Open [a] / x\n    Open [else] / y\nin S\n    Open / z")]
    [InlineData("in any\n    ?* / x\nin S\n    ?* / y")]
    public void Two_shared_sections_may_not_give_the_same(string sections) => Assert.Contains("PDSL1045", Ids(Top + sections));

    [Fact]
    public void States_of_shared_rows_are_ascending_and_except_leaves_out()
    {
        var machine = Machine("""
            call Go
            machine M
            group Outer = Inner, C
            group Inner = B
            initial state A
            state B
            state C
            state D
            in D, Outer except C
                Go / x
            """);

        Assert.Equal([1, 3], machine.Rows[0].States);
        Assert.True(machine.Rows[0].IsShared);
        Assert.Equal([1, 2], machine.Groups[0].States);
    }
}
