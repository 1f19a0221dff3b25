using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage;

/// <summary>A message says by which path a state is reached, and what a method that is called has to do with it.</summary>
public sealed class PathMessageTests
{
    private const string OpenedTwice = "'Open' may be illegal here: 'd' may be in Open ";
    private const string CloseFirst = ". Legal in Closed. Call Close first in that case?";
    private const string UnlockUnlocked = "'Unlock' may be illegal here: 'd' may be in Closed ";
    private const string LockFirst = ". Legal in Locked. Call Lock first in that case?";

    [Theory]
    [InlineData(
        "void M(bool isLate) {\nvar d = new Door();\nif (isLate)\nd.Open();\nd.Open(); }",
        OpenedTwice + "(entered by Open at line 6, when 'isLate' at line 5 is true)" + CloseFirst)]
    [InlineData(
        "void M(bool isLate) {\nvar d = new Door();\nif (!isLate)\nM(true);\nelse\nd.Open();\nd.Open(); }",
        OpenedTwice + "(entered by Open at line 8, when 'isLate' at line 5 is true)" + CloseFirst)]
    [InlineData(
        "void M(bool isLate, bool isDark) {\nvar d = new Door();\nif (isLate)\nif (isDark)\nd.Open();\nd.Open(); }",
        OpenedTwice + "(entered by Open at line 7, when 'isDark' at line 6 is true)" + CloseFirst)]
    [InlineData(
        "void M() {\nvar d = new Door();\ntry { M(); }\ncatch (Exception) {\nd.Open(); }\nd.Open(); }",
        OpenedTwice + "(entered by Open at line 7, when an exception is caught at line 6)" + CloseFirst)]
    [InlineData(
        "void M(int a) {\nvar d = new Door();\nif (a is 1111111111 or 1111111112 or 1111111113 or 4)\nd.Open();\nd.Open(); }",
        OpenedTwice + "(entered by Open at line 6, when the condition at line 5 is true)" + CloseFirst)]
    public void Which_branch_leads_there(string members, string expected) => Assert.Equal(expected, UsageTest.Message(members));

    [Theory]
    [InlineData(
        "void M(bool isLate) {\nvar d = new Door();\nif (isLate)\nd.Lock();\nd.Unlock(); }",
        UnlockUnlocked + "(new at line 4, when 'isLate' at line 5 is false)" + LockFirst)]
    [InlineData(
        "void M(bool isLate, bool isDark) {\nvar d = new Door();\nif (isLate)\nif (isDark)\nd.Lock();\nd.Unlock(); }",
        UnlockUnlocked + "(new at line 4, without Lock at line 7)" + LockFirst)]
    public void Which_branch_is_missing(string members, string expected) => Assert.Equal(expected, UsageTest.Message(members));

    [Theory]
    [InlineData(
        "void M(bool b) {\nvar d = new Door();\nwhile (b)\nd.Open(); }",
        OpenedTwice + "(since this call in an earlier round)" + CloseFirst)]
    [InlineData(
        "void M(bool b) {\nvar d = new Door();\nwhile (b) {\nd.Open();\nd.Close();\nd.Lock(); } }",
        "'Open' may be illegal here: 'd' may be in Locked (entered by Lock at line 8, after Close at line 7, in an earlier round). Legal in Closed. Call Unlock first in that case?")]
    public void Which_round_leads_there(string members, string expected) => Assert.Equal(expected, UsageTest.Message(members));

    [Theory]
    [InlineData(
        "void M() { var d = new Door(); Show(d); d.Lock(); } void Show(Door d) => d.Open();",
        "'Lock' is illegal here: 'd' is in Open (left there by 'Show' at line 3). Legal in Closed; legal here: Close. Call Close first?")]
    [InlineData(
        "void M() { var d = Made(); d.Lock(); } Door Made() { var d = new Door(); d.Open(); return d; }",
        "'Lock' is illegal here: 'd' is in Open (as returned by 'Made' at line 3). Legal in Closed; legal here: Close. Call Close first?")]
    [InlineData(
        "private readonly Conn _c = new Conn(); void M() { _c.Send(); }",
        "'Send' is illegal here: '_c' is in Closed (as the members of Code leave it): connection does not exist. Legal in Listening, Established; legal here: Listen, Connect. Call Listen first?")]
    public void Who_left_it_there(string members, string expected) => Assert.Equal(expected, UsageTest.Message(members));

    [Theory]
    [InlineData(
        "void M() { var d = new Door(); d.Open(); Shut(d); }\nvoid Shut(Door d) { d.Lock(); }",
        "'Shut' must not be called here: 'd' is in Open (entered by Open at line 3), and 'Shut' raises Lock at line 4. It can be called in Closed.")]
    [InlineData(
        "void M() { var d = new Door(); d.Open(); Leave(d); }\nvoid Leave(Door d) { Shut(d); }\nvoid Shut(Door d) { d.Lock(); }",
        "'Leave' must not be called here: 'd' is in Open (entered by Open at line 3), and 'Leave' calls 'Shut' at line 4. It can be called in Closed.")]
    [InlineData(
        "void M(bool b) { var d = new Door(); d.Open(); Shut(d, b); }\nvoid Shut(Door d, bool b) { if (b) d.Lock(); }",
        "'Shut' should not be called here: 'd' is in Open (entered by Open at line 3), and 'Shut' may raise Lock at line 4. It can be called in Closed.")]
    [InlineData(
        "void M(bool b) { var d = new Door(); if (b) d.Open(); Shut(d); }\nvoid Shut(Door d) { d.Lock(); }",
        "'Shut' should not be called here: 'd' may be in Open (entered by Open at line 3, when 'b' at line 3 is true), and 'Shut' raises Lock at line 4. It can be called in Closed.")]
    public void What_a_method_does(string members, string expected) => Assert.Equal(expected, UsageTest.Message(members));

    [Fact]
    public void Where_more_than_one_call_would_help_a_test_is_advised() => Assert.EndsWith(
        ". Legal in Closed. Test its state first, or call 'TryConnect'.",
        UsageTest.Message("void M(bool b) { var c = new Conn(); if (b) c.Connect(); c.Connect(); }"));

    [Fact]
    public void Nobody_ends_a_machine_so_that_a_message_is_expected() => Assert.DoesNotContain(
        "first?",
        UsageTest.Message("void M() { var s = new Scope(); s.Start(); s.Dispose(); s.Receive(new Poke()); }"));
}
