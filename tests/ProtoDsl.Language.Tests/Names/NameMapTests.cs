using ProtoDsl.Language.Names;

namespace ProtoDsl.Language.Tests.Names;

/// <summary>What each name of a small table is, and whose.</summary>
public sealed class NameMapTests
{
    private const string Table = """
        protocol Links
        import Other
        message A(Kind kind, int n), B(One|Two of, int n)
        call Go(Kind kind)
        tag Kind = One | Two
        timer Wait = 1s

        machine Left
        timer Own = 2s
        group Both = Idle, Busy
        keep Go in Both until ?A(One, _)

        initial state Idle
            ?A(One) | ?B(One) [ready && !busy] / !B(Two, n), report(One, n), start Own -> Busy
            Go from / go -> same
        state Busy
            ?A from right / !A(kind) to right -> @same
        state same
        in any except Idle, Both
            timeout Own / report(kind) -> Idle
            after Wait -> Idle

        machine Right
        message A2
        initial state Idle
            ?A2 -> Idle

        session S
            left : Left calls Go from Busy
            far : Far calls Send from OPEN
            right : Right
            over fifo(1)
            never left Busy, far OPEN

        scenario "one" in S
            from left Idle, far OPEN
            left Go(One)
            left -> right B(Two)
            far -> left A(Last)
            far Send [ready]
            left timeout Own
        """;

    [Theory]
    [InlineData("Links", "Protocol::Links!")]
    [InlineData("Other", "Protocol::Other>")]
    [InlineData("A(Kind", "Message::A!")]
    [InlineData("Kind kind", "Tag::Kind")]
    [InlineData("kind, int", "Parameter:?A:kind!")]
    [InlineData("One|Two", "TagValue:?B.of:One!")]
    [InlineData("One | Two", "TagValue:Kind:One!")]
    [InlineData("Own = 2s", "Timer:Left:Own!")]
    [InlineData("Both = Idle", "Group:Left:Both!")]
    [InlineData("Busy\nkeep", "State:Left:Busy")]
    [InlineData("Both until", "Group:Left:Both")]
    [InlineData("One, _", "TagValue:Kind:One")]
    [InlineData("A(One) |", "Message::A")]
    [InlineData("One) [ready", "TagValue:?B.of:One")]
    [InlineData("busy]", "Guard:Left:busy")]
    [InlineData("Two, n)", "TagValue:?B.of:Two")]
    [InlineData("n), report", "Parameter:?A:n Parameter:?B:n")]
    [InlineData("report(One", "Effect:Left:report")]
    [InlineData("One, n), start", "")] // two tags have it, which is an error
    [InlineData("Own -> Busy", "Timer:Left:Own")]
    [InlineData("right / !A", "Peer:Left:right")]
    [InlineData("kind) to", "Parameter:?A:kind")]
    [InlineData("@same", "State:Left:same")]
    [InlineData("Both\n", "Group:Left:Both")]
    [InlineData("Wait -> Idle", "Timer::Wait")]
    [InlineData("A2 -> Idle", "Message:Right:A2")]
    [InlineData("left : Left", "Role:S:left!")]
    [InlineData("Left calls", "Machine::Left")]
    [InlineData("Busy\n    far", "State:Left:Busy")]
    [InlineData("Far calls", "Machine::Far>")]
    [InlineData("Send from", "Call:Far:Send>")]
    [InlineData("OPEN\n    left Go", "State:Far:OPEN>")]
    [InlineData("S\n    from", "Session::S")]
    [InlineData("One)\n    left ->", "TagValue:Kind:One")]
    [InlineData("B(Two)\n", "Message::B")]
    [InlineData("A(Last)", "Message:Far:A>")]
    [InlineData("Last)", "TagValue:Far:Last>")]
    [InlineData("ready]\n", "Guard:Far:ready>")]
    [InlineData("Own ->", "Timer:Left:Own")]
    [InlineData("Wait = 1s", "Timer::Wait!")]
    public void ANameIsKnownByItsPlace(string from, string expected)
    {
        var text = Table.ReplaceLineEndings("\n");
        var offset = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(offset >= 0, from);
        Assert.Equal(expected, string.Join(' ', Map(text).At(offset).Select(Describe)));
    }

    [Fact]
    public void WhatAnotherFileMeansIsResolvedWhereItIsDeclared()
    {
        var far = Map("protocol Other\nmessage A(First|Last of)\ncall Send\nmachine Far\ninitial state OPEN\n    Send [ready] / !A -> OPEN\n");
        var uses = Map(Table).Uses.Where(use => use.IsElsewhere).Select(far.Resolve).Select(key => key is { } found ? $"{found.Kind}:{found.Owner}:{found.Name}" : "-");
        Assert.Equal(
            ["Protocol::Other", "Machine::Far", "Call::Send", "State:Far:OPEN", "State:Far:OPEN", "State:Far:OPEN", "Message::A", "TagValue:?A.of:Last", "Call::Send", "Guard:Far:ready"],
            uses);
    }

    [Fact]
    public void WhatAMachineSeesAreItsOwnNamesAndTheSharedOnes()
    {
        var map = Map(Table);
        Assert.Equal(["A", "B"], map.VisibleIn("Left", NameKind.Message).Select(key => key.Name));
        Assert.Equal(["A", "B", "A2"], map.VisibleIn("Right", NameKind.Message).Select(key => key.Name));
        Assert.Equal(["One", "Two"], map.ValuesOf("Left", new ArgumentPlace(NameKind.Message, "B", 0)));
        Assert.Empty(map.ValuesOf("Left", new ArgumentPlace(NameKind.Message, "B", 1)));
    }

    [Fact]
    public void TheEndOfANameTouchesIt()
    {
        var map = Map("machine M\ninitial state A\n    after T->A\n");
        Assert.Equal("T", map.At("machine M\ninitial state A\n    after T".Length).Single().Key.Name);
    }

    private static NameMap Map(string text) => TransitionFile.Names(TransitionFile.Parse(text), "File");

    private static string Describe(NameUse use) => $"{use.Key.Kind}:{use.Key.Owner}:{use.Key.Name}{(use.IsDeclaration ? "!" : "")}{(use.IsElsewhere ? ">" : "")}";
}
