using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3002;

/// <summary>Events that are illegal on some path.</summary>
public sealed class Diagnostics
{
    /// <summary>Each with what makes it so.</summary>
    public static TheoryData<string> Members { get; } = new(
    [
        "void M(bool b) { var c = new Conn(); var d = new Conn(); var e = b ? c : d; e.Connect(); /*!PDSL3002*/c.Close(); }",
        "void M(bool b) { var c = new Conn(); while (b) { /*!PDSL3002*/c.Connect(); } }",
        "void M(SendDataEnd end) { var s = new Stream(); s.SendData(end); /*!PDSL3002*/s.SendData(end); }",
        "void M(Conn a, Conn b) { a.Connect(); b.Close(); /*!PDSL3001*/a.Connect(); }",
        "unsafe void M() { var b = false; var c = new Conn(); var p = &b; if (!b) c.Connect(); *p = true; if (b) /*!PDSL3002*/c.Close(); }",
        "void M() { var c = new Conn(); c.Connect(); c.Receive(new SynAck()); c.Close(); c.Receive(new Ack(AckOf.Fin)); c.Elapsed(1); /*!PDSL3002*/c.Connect(); }",
        "void M(bool b) { var c = new Conn(); var d = new Conn(); var e = c; if (b) e = d; e.Connect(); /*!PDSL3002*/d.Close(); }",
        "void M(Conn? c) { c ??= new Conn(); /*!PDSL3002*/c.Close(); }",
        "void M() { var l = new Long(); for (var i = 0; i < 99; i++) /*!PDSL3002*/l.Next(); }",
        "void M(Door d) { var can = d.CanOpen; d.Break(); if (!can) d.Close(); else /*!PDSL3002*/d.Close(); }",
        "void M() { var s = new Scope(); s.Start(); s.Receive(new Poke()); s.Stop(); /*!PDSL3002*/s.Start(); }",
        "void M(bool b) { var c = new Conn(); if (b) c.Connect(); /*!PDSL3002*/c.Connect(); }",
        "void M(Door d) { var s = d.State; d.Break(); if (s == DoorState.Open) /*!PDSL3002*/d.Close(); }",
        "void M() { var c = new Conn(); try { c.Connect(); Other(); } catch { /*!PDSL3002*/c.Close(); } } void Other() { }",
        "void M(bool b) { var c = new Conn(); Action a = () => b = true; if (!b) c.Connect(); a(); if (b) /*!PDSL3002*/c.Close(); }",
        "void M() { var d = new Door(); d.Lock(); d.Break(); /*!PDSL3002*/d.Close(); }",
        "void M() { var c = new Conn(); try { Other(); c.Connect(); Other(); } finally { /*!PDSL3002*/c.Close(); } } void Other() { }",
        "void M() { var c = new Conn(); var a = new[] { c }; foreach (var x in a) x.Connect(); /*!PDSL3002*/c.Close(); }",
    ]);

    [Theory]
    [MemberData(nameof(Members))]
    public void Are_warned_of(string members) => UsageTest.Verify(members);
}
