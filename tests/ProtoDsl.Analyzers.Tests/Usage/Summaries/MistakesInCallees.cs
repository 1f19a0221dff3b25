using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.Summaries;

/// <summary>What callers find where a method has a mistake of its own: the ways through it that have none.</summary>
public sealed class MistakesInCallees
{
    [Theory]
    [InlineData("static void H(Door p) { if (p.State == DoorState.Open) { /*!PDSL3001*/p.Unlock(); p.Open(); } } void M() { var d = new Door(); H(d); d.Lock(); }")]
    [InlineData("static bool O(out Door p, bool b) { p = new Door(); if (b) { p.Open(); /*!PDSL3001*/p.Open(); } return true; } void M(bool b) { var d = new Door(); O(out d, b); /*!PDSL3001*/d.Unlock(); }")]
    [InlineData("static bool O(out Door p) { p = new Door(); /*!PDSL3001*/p.Unlock(); return true; } void M(bool b) { var d = new Door(); if (b) d.Open(); else O(out d); /*!PDSL3001*/d.Open(); }")]
    [InlineData("static Door F() { var p = new Door(); /*!PDSL3001*/p.Unlock(); return p; } void M() { var d = F(); d.Open(); d.Close(); }")]
    [InlineData("static void Bad() { var x = new Door(); /*!PDSL3001*/x.Unlock(); } void M() { var d = new Door(); Bad(); /*!PDSL3001*/d.Unlock(); }")]
    public void Are_those_without_it(string members) => UsageTest.Verify(members);

    [Theory]
    [InlineData("static void H(Door p) { p.Open(); /*!PDSL3001*/H(p); } void M() { var d = new Door(); H(d); }")]
    [InlineData("static void H(Door p, bool b) { p.Open(); if (b) { p.Close(); H(p, !b); } } void M(bool b) { var d = new Door(); H(d, b); /*!PDSL3001*/d.Open(); }")]
    public void A_recursion_that_fails_at_last_is_one(string members) => UsageTest.Verify(members);

    [Theory]
    [InlineData("static void Use(ref Door p) => p.Open(); void M() { var d = new Door(); Use(ref d); /*!PDSL3001*/Use(ref d); }")]
    [InlineData("static void Use(ref Door p) => p.Open(); static void Twice(ref Door p) { Use(ref p); p.Close(); Use(ref p); } void M() { var d = new Door(); Twice(ref d); /*!PDSL3001*/d.Open(); }")]
    [InlineData("static void Make(out Door p) => p = new Door(); static void Again(ref Door p) => Make(out p); void M() { var d = new Door(); d.Open(); Again(ref d); d.Open(); /*!PDSL3001*/d.Open(); }")]
    public void A_reference_that_is_not_assigned_holds_what_it_held(string members) => UsageTest.Verify(members);
}
