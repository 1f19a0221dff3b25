using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Binding;

/// <summary>What feeds the generator is equal by value, and does not know where things stand.</summary>
public sealed class EqualityTests
{
    public static TheoryData<string> Names => new(SampleTables.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Comments_and_blank_lines_do_not_matter(string name)
    {
        var text = SampleTables.Text(name);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var commented = string.Join("\n", lines.Select((line, i) => (i == 0 ? "" : "\n") + line + (line.Length > 0 && !line.TrimStart().StartsWith("///", StringComparison.Ordinal) ? "   // said" : "")));
        var crlf = string.Join("\r\n", lines);

        var bound = TransitionFile.Read(text, name).Protocol;

        Assert.Equal(bound, TransitionFile.Read(commented.Replace("///\n\n", "///\n"), name).Protocol);
        Assert.Equal(bound.GetHashCode(), TransitionFile.Read(crlf, name).Protocol.GetHashCode());
        Assert.Equal(bound, TransitionFile.Read(crlf, name).Protocol);
    }

    [Theory]
    [InlineData("-> Opened", "-> Locked")]
    [InlineData("Unlock -> Closed", "Unlock / click -> Closed")]
    [InlineData("\"close it first\"", "\"shut it first\"")]
    [InlineData("initial state Closed", "initial state Closed \"shut\"")]
    [InlineData("/// A door", "/// The door")]
    public void What_a_table_says_does(string from, string to)
    {
        var text = SampleTables.Text("Door");

        Assert.Contains(from, text);
        Assert.NotEqual(TransitionFile.Read(text, "Door").Protocol, TransitionFile.Read(text.Replace(from, to), "Door").Protocol);
    }
}
