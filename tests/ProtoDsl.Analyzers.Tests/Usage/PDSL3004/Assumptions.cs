using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3004;

/// <summary><c>AssumeState</c> is believed, and gives back the machine it was called on.</summary>
public sealed class Assumptions
{
    [Fact(Skip = Pending.Assumptions)]
    public void Are_believed() => UsageTest.Verify("""
        void A(Door d) { d.AssumeState(DoorState.Open); /*!PDSL3001*/d.Lock(); }
        void B(Door d) { d.AssumeState(DoorState.Open, DoorState.Locked); /*!PDSL3001*/d.Lock(); }
        void C(Door d) { /*!PDSL3001*/d.AssumeState(DoorState.Open).Lock(); }
        void D(Door d) { var e = d.AssumeState(DoorState.Open); e.Close(); /*!PDSL3001*/d.Unlock(); }
        async Task E(AsyncDoor d) { /*!PDSL3001*/await d.AssumeState(AsyncDoorState.Open).OpenAsync(); }
        void F(Func<Door> make) { /*!PDSL3001*/make().AssumeState(DoorState.Open).Lock(); }
        void G(Generic<int> g) { /*!PDSL3001*/g.AssumeState(GenericState.Open).Lock(); }
        void H(Door? d) { d?.AssumeState(DoorState.Open); d?.Close(); }
        void I(SharedConn c) { /*!PDSL3001*/c.AssumeState(SharedConnState.Broken).Connect(); }
        void J(bool b) { var d = new Door(); if (b) d.Open(); d.AssumeState(DoorState.Open); d.Close(); }
        """);

    [Fact(Skip = Pending.Assumptions)]
    public void Silence_what_is_not_so() => UsageTest.Verify("""
        void A(Door d, Action<Door> f) { f(d); d.AssumeState(DoorState.Closed).Lock(); }
        void B(bool b) { var d = new Door(); if (b) d.Open(); d.AssumeState(DoorState.Closed); d.Lock(); }
        void C(Door d, DoorState s) { d.AssumeState(s); d.Lock(); d.Unlock(); }
        void D(Door d, DoorState[] all) { d.AssumeState(DoorState.Open, all); d.Lock(); }
        void E(Door d) { try { d.AssumeState(DoorState.Open); } catch (StateAssumptionException) { d.Lock(); } }
        void F(SharedConn c) { c.AssumeState(SharedConnState.SynSent).Send(); }
        """);
}
