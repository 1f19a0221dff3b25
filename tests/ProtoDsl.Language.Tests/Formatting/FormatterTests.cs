using ProtoDsl.Language.Tests.Syntax;
using ProtoDsl.Language.Tests.Syntax.Mutation;
using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Formatting;

public sealed class FormatterTests
{
    public static TheoryData<string> Names => [.. SampleTables.Names];

    [Theory, MemberData(nameof(Names))]
    public void The_samples_are_formatted(string name) => Assert.Equal(SampleTables.Text(name), TransitionFile.Format(SampleTables.Text(name)));

    [Theory, MemberData(nameof(Names))]
    public void What_lost_its_columns_means_the_same_and_gets_columns_again(string name)
    {
        var text = SampleTables.Text(name);
        var crushed = string.Join("\n", text.Split('\n').Select(Crush));
        Assert.Equal(SyntaxDump.Of(TransitionFile.Parse(text)), SyntaxDump.Of(TransitionFile.Parse(crushed)));
        AssertHarmless(crushed);
    }

    [Fact]
    public void Broken_tables_keep_their_meaning_and_their_broken_lines()
    {
        var number = 0;
        foreach (var mutant in Mutant.WithATokenBlanked().Where(_ => number++ % 5 == 0))
        {
            AssertHarmless(mutant.Text);
        }
    }

    [Fact]
    public Task A_messy_table() => Verifier.Verify(TransitionFile.Format(Messy) + "\n--- again, it stays:\n" + (TransitionFile.Format(TransitionFile.Format(Messy)) == TransitionFile.Format(Messy)));

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_breaks_stay(string lineBreak) =>
        Assert.Equal(TransitionFile.Format(Messy).Replace("\n", lineBreak), TransitionFile.Format(Messy.Replace("\n", lineBreak)));

    [Theory]
    [InlineData("", "")]
    [InlineData("\n\n\n", "")]
    [InlineData("\uFEFF", "\uFEFF")]
    [InlineData("\uFEFFstate  A", "\uFEFFstate A\n")]
    [InlineData("  // only", "    // only\n")]
    [InlineData("state A\0", "state A\0")]
    public void Small_files(string text, string expected) => Assert.Equal(expected, TransitionFile.Format(text));

    private static void AssertHarmless(string text)
    {
        var formatted = TransitionFile.Format(text);
        var (before, after) = (TransitionFile.Parse(text), TransitionFile.Parse(formatted));
        Assert.Equal(SyntaxDump.Of(before), SyntaxDump.Of(after));
        Assert.Equal(before.Diagnostics.Select(diagnostic => diagnostic.Message), after.Diagnostics.Select(diagnostic => diagnostic.Message));
        Assert.Equal(formatted, TransitionFile.Format(formatted));
        Assert.Equal(Solid(text), Solid(formatted));
    }

    private static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Crush(string line)
    {
        var comment = line.IndexOf("//", StringComparison.Ordinal);
        var code = comment < 0 ? line : line[..comment];
        var quote = code.IndexOf('"');
        var (head, tail) = quote < 0 ? (code, "") : (code[..quote], code[quote..]);
        var words = string.Join(" ", head.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return (line.StartsWith(' ') ? "  " : "") + words + (words.Length > 0 && tail.Length > 0 ? " " : "") + tail.TrimEnd() + (comment < 0 ? "" : line[comment..]);
    }

    private const string Messy = """


        /// A table that nobody has tidied up.
        protocol   Messy   version 2
        using System . Buffers


        message   SYN,ACK( SYN | FIN   of ) ,DATA(ReadOnlyMemory < byte > payload,(int a,string ? b)[ , ] ? pair)=Acme . Data// shared
        call Send( byte [] data )
        timer T=240s
        timer LongerName   =  5min // why
        tag Code=220|221|222=int
        public   machine  Messy
        group A=X,Y
        group Bcd = X
        // about the next row
        keep Send until Close|after * "x"
        keep ?DATA in any except X until Close    "yy"
        initial   final state X=1   "the x"
        ?SYN->Y
            ?ACK(SYN)[ ! a&&( b||c ) ]/!ACK( FIN ),restart T->X // one
            Send / queue
            // between rows
          ignore ?DATA|?SYN // two
            ?SYN | ?ACK | ?DATA | ?RST | ?FIN | ?NOTHING / !RST -> Y
            forbid Send"no"

        state Y
            this line is broken   ->
            entry stop T,f( 1 , _ )
            ?ACK(FIN,
                 SYN)
              // inside
            / go // three

              -> X
            after T drained->X

          // the end of Y

        session S
            client:Messy calls Send,Close from X
            a:Messy
            over lossy fifo( 2 )
            never "both" client X,a Y
        scenario   "s"  in   S
            from client X , a Y
            drop client->a ACK( FIN )
            a Send[ a ]
        """;
}
