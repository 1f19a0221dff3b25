using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3008;

/// <summary>Tests that may come out either way, or that document what must be so.</summary>
public sealed class Valid
{
    [Theory]
    [InlineData("void M(Conn c) { if (c.State == ConnState.Closed) c.Connect(); }")]
    [InlineData("void M(bool b) { var c = new Conn(); if (b) c.Connect(); if (c.State == ConnState.Closed) Console.Write(1); }")]
    [InlineData("void M() { var c = new Conn(); for (var i = 0; i < 3; i++) { if (c.State == ConnState.Closed) c.Connect(); else c.Close(); } }")]
    [InlineData("void M() { var c = new Conn(); while (c.State == ConnState.Closed) c.Connect(); }")]
    [InlineData("void M(bool b, Conn[] all) { Conn? c = new Conn(); if (b) c = all[0]; if (c.State == ConnState.Closed) Console.Write(1); }")]
    [InlineData("void M(Door d) { d.Lock(); d.Break(); if (d.State == DoorState.Open) Console.Write(1); }")]
    [InlineData("void M() { var d = new Door(); d.Lock(); if (d.CanUnlock) Console.Write(1); if (d.TryUnlock()) Console.Write(1); }")]
    [InlineData("void M(Conn? c) { c?.Connect(); if (c?.State == ConnState.SynSent) Console.Write(1); }")]
    [InlineData("void M() { var c = new Conn(); try { c.Connect(); } catch { if (c.State == ConnState.Closed) Console.Write(1); } }")]
    [InlineData("void M() { var c = new Conn(); try { c.Connect(); } finally { if (c.State == ConnState.Closed) Console.Write(1); } }")]
    [InlineData("void M(Action<Conn> use) { var c = new Conn(); use(c); if (c.State == ConnState.Closed) Console.Write(1); }")]
    public void Comes_out_either_way(string members) => UsageTest.Verify(members, "PDSL3008");

    [Theory]
    [InlineData("void M() { var c = new Conn(); System.Diagnostics.Debug.Assert(c.State == ConnState.Closed); }")]
    [InlineData("void M(bool b) { var c = new Conn(); System.Diagnostics.Debug.Assert(b && c.State == ConnState.Closed); }")]
    [InlineData("void M() { var c = new Conn(); var ok = c.TryConnect(); System.Diagnostics.Debug.Assert(ok); }")]
    [InlineData("void M() { var c = new Conn(); if (c.State != ConnState.Closed) throw new Exception(); }")]
    [InlineData("void M() { var c = new Conn(); if (!c.TryConnect()) { throw new Exception(); } }")]
    [InlineData("void M() { var c = new Conn(); var ok = c.TryConnect(); if (!ok) throw new Exception(); }")]
    [InlineData("int M() { var c = new Conn(); return c.CanConnect ? 1 : throw new Exception(); }")]
    [InlineData("bool M() { var c = new Conn(); return c.State == ConnState.Closed; }")]
    [InlineData("void M() { var c = new Conn(); Console.Write(c.CanConnect); Console.Write($\"{c.CanSend}\"); }")]
    [InlineData("void M() { var c = new Conn(); _ = c.TryConnect(); }")]
    public void Documents(string members) => UsageTest.Verify(members, "PDSL3008");

    [Theory]
    [InlineData(
        """
        void M(Conn c) { c.Receive(new SynAck()); switch (c.State) {
            case ConnState.Established: Console.Write(1); break;
            default: throw new Exception(); } }
        """)]
    [InlineData(
        """
        void M(Door d) { switch (d.State) {
            case DoorState.Closed: break;
            case DoorState.Open: break;
            case DoorState.Locked: break;
            default: throw new Exception(); } }
        """)]
    [InlineData(
        """
        void M() { var d = new Door(); switch (d.State) {
            case DoorState.Open: break;
            case DoorState.Closed: break;
            case DoorState.Locked: break;
            default: throw new Exception(); } }
        """)]
    [InlineData("int M() { var d = new Door(); return d.State switch { DoorState.Open => 1, DoorState.Closed => 2, DoorState.Locked => 3 }; }")]
    [InlineData("int M() { var d = new Door(); return d.State switch { DoorState.Open => throw new Exception(), _ => 3 }; }")]
    [InlineData("void M(Door d) { if (d.State == DoorState.Closed) { } else if (d.State == DoorState.Open) { } else if (d.State == DoorState.Locked) { } else { } }")]
    [InlineData("int M(Door d) => d.State == DoorState.Closed ? 1 : d.State == DoorState.Open ? 2 : d.State == DoorState.Locked ? 3 : 4;")]
    public void Lists_states_for_completeness(string members) => UsageTest.Verify(members, "PDSL3008");

    [Theory]
    [InlineData("void M() { var c = new SharedConn(); if (c.State == SharedConnState.Closed) Console.Write(1); }")]
    [InlineData("void M() { var c = new Conn(); var up = false; if (up) c.Close(); }")]
    [InlineData("void M() { const bool On = true; var c = new Conn(); if (On) c.Connect(); }")]
    [InlineData("void M(Conn? c) { if (c == null) return; if (c != null) c.Connect(); }")]
    [InlineData("private readonly Conn _c = new(); bool IsUp() { if (_c.State == ConnState.Established) return true; return false; }")]
    [InlineData("private readonly Conn _c = new(); void Up() { if (_c.State == ConnState.Closed) { _c.Connect(); _c.Close(); } }")]
    [InlineData("void M(object o, Conn c) { lock (o) { if (c.State == ConnState.Closed) c.Connect(); } }")]
    [InlineData("void M() { var c = new Conn(); var other = c.ToString(); if (other == null) Console.Write(1); }")]
    public void Is_no_test_of_what_this_body_did(string members) => UsageTest.Verify(members, "PDSL3008");

    [Theory]
    [InlineData("void M() { var c = new Conn(); c.Connect(); /*!PDSL3001*/c.Connect(); if (c.State == ConnState.SynSent) Console.Write(1); }")]
    [InlineData("void M(bool b) { var c = new Conn(); if (b) { c.Connect(); /*!PDSL3001*/c.Connect(); } if (c.State == ConnState.Closed) Console.Write(1); }")]
    public void Stands_behind_a_mistake(string members) => UsageTest.Verify(members, "PDSL3008");

    [Fact]
    public void Is_generated() => Assert.Empty(UsageTest.Analyze(
        "// <auto-generated/>\nusing Acme; class Code { int M() { var c = new Conn(); if (c.State == ConnState.Closed) return 1; return 2; } }"));
}
