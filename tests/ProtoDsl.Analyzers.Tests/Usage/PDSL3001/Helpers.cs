using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3001;

/// <summary>Methods that are handed a machine.</summary>
public sealed class Helpers
{
    [Theory]
    [InlineData("void Use(Conn c) => c.Connect(); void M() { var c = new Conn(); Use(c); /*!PDSL3001*/c.Connect(); }")]
    [InlineData("void Use(Conn c) => c.Connect(); void M() { var c = new Conn(); c.Listen(); /*!PDSL3001*/Use(c); }")]
    [InlineData("static void Deep(Conn c) => Use(c); static void Use(Conn c) => c.Send(); void M() { var c = new Conn(); /*!PDSL3001*/Deep(c); }")]
    [InlineData("Conn Make() => new(); void M() { var c = Make(); /*!PDSL3001*/c.Abort(); }")]
    [InlineData("Conn Same(Conn c) => c; void M() { var c = new Conn(); Same(c).Connect(); /*!PDSL3001*/c.Connect(); }")]
    [InlineData("static bool IsUp(Conn c) => c.State == ConnState.SynSent; void M(bool b) { var c = new Conn(); if (b) c.Connect(); if (IsUp(c)) c.Close(); else /*!PDSL3001*/c.Close(); }")]
    [InlineData("static bool Try(Conn c) { if (c.State != ConnState.Closed) return false; c.Connect(); return true; } void M(Conn c) { if (Try(c)) /*!PDSL3001*/c.Listen(); }")]
    [InlineData("static void Rec(Conn c, int n) { if (n > 0) Rec(c, n - 1); else c.Connect(); } void M() { var c = new Conn(); Rec(c, 3); /*!PDSL3001*/c.Connect(); }")]
    [InlineData("static void H(Conn p) { p.Receive(new SynAck()); } void M(bool b) { var c = new Conn(); if (b) /*!PDSL3001*/H(c); }")]
    [InlineData("static void H(Conn p) { p.Close(); /*!PDSL3001*/p.Close(); } void M() { var c = new Conn(); /*!PDSL3001*/H(c); }")]
    [InlineData("void Log(Conn c) { } Conn? _f; void M() { var c = new Conn(); _f = c; Log(c); /*!PDSL3001*/c.Close(); }")]
    [InlineData("static async System.Threading.Tasks.Task Use(Conn c) { await System.Threading.Tasks.Task.Yield(); c.Connect(); } async System.Threading.Tasks.Task M() { var c = new Conn(); await Use(c); /*!PDSL3001*/c.Connect(); }")]
    [InlineData("bool Find(out Conn c) { c = new(); return true; } void M() { if (Find(out var c)) /*!PDSL3001*/c.Send(); }")]
    [InlineData("void M(ref Conn c) { c.Connect(); Other(); /*!PDSL3001*/c.Connect(); } void Other() { }")]
    [InlineData("static void Set(ref Conn c) { c = new Conn(); c.Listen(); } void M() { var c = new Conn(); Set(ref c); /*!PDSL3001*/c.Listen(); }")]
    [InlineData("static void Use(in Conn c) => c.Connect(); void M() { var c = new Conn(); Use(in c); /*!PDSL3001*/c.Connect(); }")]
    [InlineData("void M() { var c = new Conn(); Open(); /*!PDSL3001*/c.Connect(); void Open() => c.Connect(); }")]
    [InlineData("void M(Conn c) { bool Up() => c.State == ConnState.SynSent; if (Up()) /*!PDSL3001*/c.Listen(); }")]
    public void Do_what_their_body_does(string members) => UsageTest.Verify(members);

    [Theory]
    [InlineData("void Use(Conn c) => c.Connect(); void M() { var c = new Conn(); Use(c); c.Close(); }")]
    [InlineData("void Use(Conn c) => c.Connect(); void M(Conn c) { Use(c); }")]
    [InlineData("static void Rec(Conn c) { Rec(c); } void M() { var c = new Conn(); Rec(c); c.Send(); }")]
    [InlineData("static void Use(Conn a, Conn b) { a.Connect(); b.Connect(); } void M() { var c = new Conn(); Use(c, c); }")]
    [InlineData("public virtual void Use(Conn c) => c.Connect(); void M() { var c = new Conn(); Use(c); c.Close(); c.Listen(); }")]
    [InlineData("static async System.Threading.Tasks.Task Use(Conn c) { await System.Threading.Tasks.Task.Yield(); c.Connect(); } void M() { var c = new Conn(); var t = Use(c); c.Send(); }")]
    public void Say_nothing_where_it_is_right_or_unknown(string members) => UsageTest.Verify(members);
}
