using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3008;

/// <summary>Tests of states that always come out the same.</summary>
public sealed class Diagnostics
{
    /// <summary>Each with how it is asked.</summary>
    public static TheoryData<string> Members { get; } = new(
    [
        "void M() { var c = new Conn(); /*!PDSL3008*/if (c.State == ConnState.Closed) c.Connect(); }",
        "void M() { var c = new Conn(); c.Connect(); /*!PDSL3008*/if (c.State == ConnState.Closed) Console.Write(1); }",
        "void M() { var c = new Conn(); c.Connect(); /*!PDSL3008*/if (ConnState.Closed != c.State) Console.Write(1); }",
        "void M() { var c = new Conn(); /*!PDSL3008*/if (c.State < ConnState.Established) Console.Write(1); }",
        "void M() { var c = new Conn(); /*!PDSL3008*/if (c.State is ConnState.SynSent or ConnState.Established) Console.Write(1); }",
        "void M() { var c = new Conn(); /*!PDSL3008*/if (c is { State: ConnState.SynSent }) Console.Write(1); }",
        "void M(bool b) { var c = new Conn(); /*!PDSL3008*/if (b && c.State is not ConnState.Closed) Console.Write(1); }",
        "void M() { var c = new Conn(); /*!PDSL3008*/if (!c.CanConnect) Console.Write(1); }",
        "void M() { var c = new Conn(); /*!PDSL3008*/if (c.TryConnect()) Console.Write(1); }",
        "void M() { var c = new Conn(); c.Connect(); /*!PDSL3008*/if (c.TryConnect()) Console.Write(1); }",
        "void M() { var c = new Conn(); /*!PDSL3008*/var closed = c.State == ConnState.Closed; c.Connect(); if (closed) Console.Write(1); }",
        "void M() { var c = new Conn(); bool ok; /*!PDSL3008*/ok = c.TryConnect(); if (!ok) Console.Write(1); }",
        "int M() { var c = new Conn(); /*!PDSL3008*/return c.State == ConnState.Closed ? 1 : 2; }",
        "void M() { var c = new Conn(); /*!PDSL3008*/while (c.State == ConnState.Closed) Console.Write(1); }",
        "void M(Conn c) { if (c.State == ConnState.Closed) { /*!PDSL3008*/if (c.State == ConnState.Closed) Console.Write(1); } }",
        "void M(Conn c) { if (c.State == ConnState.Closed) return; /*!PDSL3008*/if (c.State == ConnState.Closed) Console.Write(1); }",
        "void M(Conn c) { c.Connect(); /*!PDSL3008*/if (c.CanConnect) Console.Write(1); }",
        "void M(Conn c) { if (c.State == ConnState.Closed) Console.Write(1); else /*!PDSL3008*/if (c.State == ConnState.Closed) Console.Write(2); }",
        "void M() { var c = new Conn(); /*!PDSL3008*/if (c.Connect() == ConnState.SynSent) Console.Write(1); }",
        "private readonly Conn _c = new(); void M() { _c.Connect(); /*!PDSL3008*/if (_c.State == ConnState.Closed) Console.Write(1); }",
        "void Open(Conn c) => c.Connect(); void M() { var c = new Conn(); Open(c); /*!PDSL3008*/if (c.State != ConnState.SynSent) Console.Write(1); }",
        "async Task M() { var d = new AsyncDoor(); /*!PDSL3008*/if (await d.TryOpenAsync()) Console.Write(1); }",
        "async Task M() { var d = new AsyncDoor(); /*!PDSL3008*/if (await d.TryOpenAsync().ConfigureAwait(false)) Console.Write(1); }",
        "void M() { var c = new Conn(); Action a = () => { var d = new Conn(); /*!PDSL3008*/if (d.CanConnect) Console.Write(1); }; a(); }",
        """
        void M() { var c = new Conn(); switch (c.State) {
            /*!PDSL3008*/case ConnState.Closed: Console.Write(1); break;
            default: Console.Write(2); break; } }
        """,
        """
        void M() { var c = new Conn(); c.Connect(); switch (c.State) {
            /*!PDSL3008*/case ConnState.Closed: Console.Write(1); break;
            /*!PDSL3008*/case > ConnState.Established: Console.Write(1); break;
            default: Console.Write(2); break; } }
        """,
        """
        int M() { var c = new Conn(); c.Connect(); return c.State switch {
            /*!PDSL3008*/ConnState.Closed => 1,
            _ => 2 }; }
        """,
        """
        int M(object o) { var c = new Conn(); return o switch {
            /*!PDSL3008*/string when c.CanConnect => 1,
            _ => 2 }; }
        """,
    ]);

    [Theory]
    [MemberData(nameof(Members))]
    public void Are_told(string members) => UsageTest.Verify(members, "PDSL3008");

    [Theory]
    [InlineData(
        "void M()\n{ var c = new Conn();\nc.Connect();\nif (c.State == ConnState.Closed) Console.Write(1); }",
        "'c.State == ConnState.Closed' is always false here: 'c' is in SynSent (entered by Connect at line 5).")]
    [InlineData(
        "void M()\n{ var c = new Conn();\nif (c.CanConnect) c.Connect(); }",
        "'c.CanConnect' is always true here: 'c' is in Closed (new at line 4).")]
    [InlineData(
        "void M()\n{ var c = new Conn();\nif (c.TryConnect()) Console.Write(1); }",
        "'c.TryConnect()' is always true here: 'c' is in Closed (new at line 4).")]
    [InlineData(
        "void M()\n{ var c = new Conn();\nif (c is { State: ConnState.SynSent }) Console.Write(1); }",
        "'c is { State: ConnState.SynSent }' is always false here: 'c' is in Closed (new at line 4).")]
    [InlineData(
        "void M()\n{ var c = new Conn();\nswitch (c.State) { case ConnState.SynSent: Console.Write(1); break; } }",
        "Case 'ConnState.SynSent' is never taken here: 'c' is in Closed (new at line 4).")]
    [InlineData(
        "int M()\n{ var c = new Conn();\nreturn c.State switch { > ConnState.SynSent => 1, _ => 2 }; }",
        "Case '> ConnState.SynSent' is never taken here: 'c' is in Closed (new at line 4).")]
    [InlineData(
        "void M()\n{ var c = new Conn(); var s = c.State;\nif (s == ConnState.SynSent) Console.Write(1); }",
        "'s == ConnState.SynSent' is always false here: 'Conn' is in Closed (new at line 4).")]
    public void Its_message_names_the_states(string members, string message) => Assert.Equal(message, UsageTest.Message(members, "PDSL3008"));

    [Fact]
    public void It_carries_states_and_outcome()
    {
        var found = UsageTest.Single("void M() { var c = new Conn(); c.Connect(); if (c.CanConnect) Console.Write(1); }", "PDSL3008");

        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, found.Severity);
        Assert.Equal(("Conn", "SynSent", "false"), (found.Properties["Machine"], found.Properties["States"], found.Properties["Outcome"]));
        Assert.Equal(2, found.AdditionalLocations.Count);
    }
}
