using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.Summaries;

/// <summary>Methods that hand back one machine or another: each way is followed.</summary>
public sealed class HandedBack
{
    [Theory]
    [InlineData("static void Maybe(ref Door p, bool b) { if (b) p = new Door(); } void M(bool b) { var d = new Door(); d.Open(); Maybe(ref d, b); /*!PDSL3002*/d.Open(); }")]
    [InlineData("static void Maybe(ref Door p, bool b) { if (b) { p = new Door(); p.Lock(); } } void M(bool b) { var d = new Door(); d.Open(); var e = d; Maybe(ref d, b); /*!PDSL3001*/e.Lock(); }")]
    [InlineData("static bool Get(out Door p, bool b) { p = new Door(); if (b) { p.Open(); return true; } return false; } void M(bool b) { if (Get(out var d, b)) /*!PDSL3001*/d.Open(); }")]
    [InlineData("static bool Get(out Door? p, bool b) { if (b) { p = new Door(); return true; } p = null; return false; } void M(bool b) { if (Get(out var d, b)) /*!PDSL3001*/d!.Unlock(); }")]
    [InlineData("static Door Either(Door p, bool b) => b ? p : new Door(); void M(bool b) { var d = new Door(); d.Open(); /*!PDSL3002*/Either(d, b).Lock(); }")]
    [InlineData("static void Swap(ref Door p) { p.Open(); p = new Door(); } void M() { var d = new Door(); var e = d; Swap(ref d); /*!PDSL3001*/e.Open(); }")]
    public void Are_told_apart(string members) => UsageTest.Verify(members);

    [Theory]
    [InlineData("static bool Get(out Door p, bool b) { p = new Door(); if (b) { p.Open(); return true; } return false; } void M(bool b) { if (Get(out var d, b)) d.Close(); else d.Open(); }")]
    [InlineData("static void Maybe(ref Door p, bool b) { if (b) p = new Door(); } void M(bool b) { var d = new Door(); d.Open(); Maybe(ref d, b); if (d.State == DoorState.Open) d.Close(); d.Lock(); }")]
    [InlineData("static void To(ref Door p, Door q) { p = q; } void M(Door q) { var d = new Door(); d.Open(); To(ref d, q); d.Lock(); }")]
    [InlineData("static void Set(ref Door p) { p = new Door(); throw new Exception(); } void M() { var d = new Door(); d.Open(); try { Set(ref d); } catch { d.Open(); } }")]
    [InlineData("Door _f = new(); static void Set(ref Door p) => p = new Door(); void M() { _f.Open(); Set(ref _f); _f.Open(); }")]
    [InlineData("void M(bool b) { var d = new Door(); var open = false; Go(); if (open) d.Close(); else d.Open(); void Go() { if (b) { d.Open(); open = true; } } }")]
    public void Say_nothing_where_one_is_right_or_unknown(string members) => UsageTest.Verify(members);
}
