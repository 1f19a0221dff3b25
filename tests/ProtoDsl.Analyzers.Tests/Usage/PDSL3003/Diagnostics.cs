using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3003;

/// <summary>Machines that are left in a state that is not final.</summary>
public sealed class Diagnostics
{
    /// <summary>Each with how it is lost.</summary>
    public static TheoryData<string> Members { get; } = new(
    [
        "void M() { /*!PDSL3003*/var c = new Conn(); c.Connect(); }",
        "void M() { Conn c; /*!PDSL3003*/c = new Conn(); c.Connect(); return; }",
        "int M() { /*!PDSL3003*/var c = new Conn(); c.Connect(); return 1; }",
        "ConnState M() { /*!PDSL3003*/var c = new Conn(); return c.Connect(); }",
        "void M() { /*!PDSL3003*/new Conn().Connect(); }",
        "void M() { /*!PDSL3003*/var s = new Session(); }",
        "void M() { /*!PDSL3003*/_ = new Session(); }",
        "void M(bool b) { /*!PDSL3003*/var c = new Conn(); c.Connect(); if (b) return; c.Close(); }",
        "void M(bool b) { /*!PDSL3003*/var c = new Conn(); if (b) c.Connect(); }",
        "void M(bool b) { if (b) { /*!PDSL3003*/var c = new Conn(); c.Connect(); } }",
        "void M(bool b) { while (b) { /*!PDSL3003*/var c = new Conn(); c.Connect(); } }",
        "void M() { for (var i = 0; i < 3; i++) { /*!PDSL3003*/var c = new Conn(); c.Connect(); if (i == 1) continue; c.Close(); } }",
        """
        void M() { 
            /*!PDSL3003*/var c = new Conn(); c.Connect();
            c = new Conn(); c.Connect(); c.Close(); }
        """,
        "void M() { /*!PDSL3003*/var c = new Conn(); c.Connect(); c = null; }",
        "void M(Conn d) { /*!PDSL3003*/var c = new Conn(); c.Connect(); c = d; c.Close(); }",
        "void M(Conn c) { /*!PDSL3003*/c = new Conn(); c.Connect(); }",
        """
        void M(bool b) { 
            Conn? c = null;
            while (b) { /*!PDSL3003*/c = new Conn(); c.Connect(); }
            c?.Close(); }
        """,
        """
        void M(bool b) { 
            Conn? c = null;
            /*!PDSL3003*/if (b) c = new Conn();
            if (b) c!.Connect(); }
        """,
        "Conn Make() { var c = new Conn(); c.Connect(); return c; } void M() { /*!PDSL3003*/var c = Make(); Console.Write(1); }",
        "async Task<Conn> Make() { var c = new Conn(); c.Connect(); await Task.Yield(); return c; } async Task M() { /*!PDSL3003*/var c = await Make(); }",
        "void Use(Conn c) { c.Connect(); } void M() { /*!PDSL3003*/var c = new Conn(); Use(c); }",
        "void M() { Action a = () => { /*!PDSL3003*/var c = new Conn(); c.Connect(); }; a(); }",
        "void M() { void F() { /*!PDSL3003*/var c = new Conn(); c.Connect(); } F(); }",
        "int P { get { /*!PDSL3003*/var c = new Conn(); c.Connect(); return 1; } }",
        "public Code() { /*!PDSL3003*/var c = new Conn(); c.Connect(); }",
        "async Task M() { /*!PDSL3003*/var c = new AsyncSession(); await c.StartAsync(); }",
        "IEnumerable<int> M() { /*!PDSL3003*/var c = new Conn(); c.Connect(); yield return 1; }",
        "void M() { /*!PDSL3003*/var c = new SharedSession(); c.Start(); c.Lose(); c.Reset(); c.Start(); c.Lose(); }",
        "void M() { /*!PDSL3003*/var c = new Conn(); Action a = () => Console.Write(c.State); c.Connect(); a(); }",
        "void M(bool b) { /*!PDSL3003*/var c = new Conn(); c.Connect(); try { if (b) return; } finally { Console.Write(1); } c.Close(); }",
        "void M() { /*!PDSL3003*/var c = new Conn(); try { c.Connect(); Console.Write(1); } catch (Exception) { _ = c.TryClose(); } }",
        "void M() { /*!PDSL3003*/var c = new Conn(); if (c.TryConnect()) { c.Receive(new SynAck()); } }",
        "void M() { /*!PDSL3003*/var c = new Conn(); c.Connect(); if (c.State == ConnState.Closed) return; Console.Write(c.CanSend); }",
        "void M() { /*!PDSL3003*/var s = new Scope(); s.Start(); s.Stop(); }",
        "Session? M(bool b) { /*!PDSL3003*/var s = new Session(); s.Start(); return b ? s : null; }",
        "void M(bool b) { /*!PDSL3003*/var c = b ? new Conn() : null; c?.Connect(); }",
    ]);

    [Theory]
    [MemberData(nameof(Members))]
    public void Are_warned_of(string members) => UsageTest.Verify(members, "PDSL3003");

    [Fact]
    public void Its_message_names_state_and_end_and_what_would_finish_it() => Assert.Equal(
        "'s' is not finished: it may still be in Live (entered by Start at line 5) when 'M' returns at line 6. Final: Ended. Call End?",
        UsageTest.Message("void M()\n{ var s = new Session();\ns.Start();\n}", "PDSL3003"));

    [Fact]
    public void It_points_at_the_creation_and_at_what_led_there()
    {
        var found = UsageTest.Single("void M()\n{ var s = new Session();\ns.Start();\n}", "PDSL3003");

        Assert.Equal("new Session()", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
        Assert.Equal([3, 4], found.AdditionalLocations.Select(location => location.GetLineSpan().StartLinePosition.Line));
        Assert.Equal(("Session", "Live", "End"), (found.Properties["Machine"], found.Properties["States"], found.Properties["LeadingCalls"]));
    }

    [Theory]
    [InlineData("int M()\n{ var s = new Session();\nreturn\n1; }", "when 'M' returns at line 6.")]
    [InlineData("void M(bool b)\n{ var s = new Session();\nif (b) return; Console.Write(1);\n}", "when 'M' returns. Final")]
    [InlineData("void M(bool b)\n{ while (b) { var s = new Session(); }\n}", "when nothing refers to it any more.")]
    [InlineData("void M()\n{ Action a = () => { var s = new Session(); }; }", "when the lambda returns at line 4.")]
    [InlineData("int P\n{ get { var s = new Session(); return 1; } }", "when 'P' returns at line 4.")]
    [InlineData("public Code()\n{ var s = new Session(); }", "when the constructor returns at line 4.")]
    [InlineData("void M()\n{ new Session().Start(); }", "'Session' is not finished: it may still be in Live (entered by Start at line 4) when nothing")]
    [InlineData("void M()\n{ var c = new Conn(); c.Connect(); }", "Final: Closed.")]
    public void Its_message_says_how_it_is_lost(string members, string part) => Assert.Contains(part, UsageTest.Message(members, "PDSL3003"));
}
