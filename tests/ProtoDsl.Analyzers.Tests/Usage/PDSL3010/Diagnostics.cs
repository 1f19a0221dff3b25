using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3010;

/// <summary>What a method needs and does not say, where callers are not looked at: they may be in another compilation, or call an override.</summary>
public sealed class Diagnostics
{
    [Fact]
    public void Fires_where_others_call() => UsageTest.Verify("""
        public Code(/*!PDSL3010*/Door d) { d.Lock(); }
        public void A(/*!PDSL3010*/Door d) { d.Lock(); }
        protected void B(int n, /*!PDSL3010*/Door d) { d.Open(); d.Close(); }
        internal virtual void C(/*!PDSL3010*/Door d) => d.Lock();
        public void D(/*!PDSL3010*/Door d) { Helper(d); }
        void Helper(Door d) { d.Lock(); }
        public async Task E(/*!PDSL3010*/AsyncDoor d) { await d.OpenAsync(); }
        public void F(/*!PDSL3010*/Door d, bool b) { if (b) d.Lock(); }
        """, "PDSL3010");

    [Fact]
    public void Stays_silent() => UsageTest.Verify("""
        public void Marked(/*!PDSL3010*/Door d) { d.Lock(); }
        void A(Door d) { d.Lock(); }
        internal void B(Door d) { d.Lock(); }
        public void C([InState(DoorState.Closed)] Door d) { d.Lock(); }
        public void D(Door d) { if (d.State == DoorState.Closed) d.Lock(); }
        public void E(Door d) { _ = d.TryOpen(); }
        public void G(Action<Door> f, Door d) { f(d); }
        sealed class Inner { public void H(Door d) { d.Lock(); } }
        public abstract class Base { public abstract void Use(Door d); }
        public sealed class Heir : Base { public override void Use(Door d) { d.Lock(); } }
        """, "PDSL3010");

    [Fact]
    public void A_mistake_of_its_own_is_no_demand() => Assert.Equal("PDSL3001", UsageTest.Single("void M(Door d) { d.Close(); d.Lock(); d.Lock(); }").Id);

    [Fact]
    public void It_is_hidden_and_carries_what_the_fix_writes()
    {
        var finding = UsageTest.Single("public void Send2(Conn c) { c.Send(); }", "PDSL3010");

        Assert.Equal(("PDSL3010", DiagnosticSeverity.Hidden), (finding.Id, finding.Severity));
        Assert.Equal(
            "'Send2' needs 'c' in Listening or Established: say so with [InState(ConnState.Listening, ConnState.Established)].",
            finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(("Acme.ConnState", "Listening,Established"), (finding.Properties["StateType"], finding.Properties["States"]));
        Assert.Equal("c", finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan));
    }
}
