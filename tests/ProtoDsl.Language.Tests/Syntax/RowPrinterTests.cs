using ProtoDsl.Language.Syntax;
using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Syntax;

/// <summary>A row is printed in one way, and what is printed is that row.</summary>
public sealed class RowPrinterTests
{
    public static TheoryData<string> Names => [.. SampleTables.Names];

    [Theory]
    [InlineData("  ?FIN/!ACK( FIN )->TIME_WAIT // x", "?FIN / !ACK(FIN) -> TIME_WAIT")]
    [InlineData("?A(x,_)from P|B [ ! ( a||b )&&c ] /f , g( 1 ),!M to Q , stop T -> same", "?A(x, _) from P | B [!(a || b) && c] / f, g(1), !M to Q, stop T -> same")]
    [InlineData("forbid Send [else] \"reason\"", "forbid Send [else]")]
    [InlineData("entry   restart T , @start", "entry restart T, @start")]
    [InlineData("exit f", "exit f")]
    [InlineData("defer ?*", "defer ?*")]
    [InlineData("keep A|?B in any except C until after * | D \"r\"", "keep A | ?B in any except C until after * | D")]
    [InlineData("@ignore | @after [@else] -> @in", "@ignore | @after [@else] -> @in")]
    [InlineData("after T drained -> A", "after T drained -> A")]
    [InlineData("state A", "")]
    public void A_row(string written, string expected) =>
        Assert.Equal(expected, RowPrinter.Print(Assert.Single(TransitionFile.Parse(written).Lines)));

    [Theory, MemberData(nameof(Names))]
    public void What_is_printed_is_read_as_the_same_row(string sample)
    {
        var section = string.Empty;
        foreach (var line in TransitionFile.Parse(SampleTables.Text(sample)).Lines)
        {
            section = line is SessionLine ? "session S\n" : line is ScenarioLine ? "scenario \"s\" in S\n" : line is StateLine or InLine or MachineLine ? "" : section;
            var printed = RowPrinter.Print(line);
            if (printed.Length > 0)
            {
                Assert.Equal(SyntaxDump.Of(WithoutText(line)), SyntaxDump.Of(WithoutText(TransitionFile.Parse(section + "    " + printed).Lines[^1])));
            }
        }
    }

    private static LineSyntax WithoutText(LineSyntax line) => line switch
    {
        ReasonRow row => row with { Reason = null, Documentation = null },
        KeepRow row => row with { Reason = null, Documentation = null },
        NeverRow row => row with { Reason = null, Documentation = null },
        _ => line with { Documentation = null },
    };
}
