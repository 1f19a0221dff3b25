using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3005;

public sealed class Diagnostics
{
    [Fact]
    public void Where_no_state_expects_the_message() => UsageTest.Verify(
        """
        void M() { var c = new Conn(); /*!PDSL3005*/c.Receive(new Fin()); }
        void N() { var c = new Conn(); c.Connect(); c.Receive(new SynAck()); /*!PDSL3005*/c.Receive(new SynAck()); }
        void T() {
            var c = new Conn(); c.Connect(); c.Receive(new SynAck()); c.Close();
            c.Receive(new Ack(AckOf.Syn)); c.Receive(new Ack(AckOf.Fin)); /*!PDSL3005*/c.Receive(new Ack(AckOf.Fin));
        }
        void R(Conn c) { if (c.Receive(new SynAck()) is ConnState.Established) { c.Send(); /*!PDSL3001*/c.Connect(); } }
        async Task A() { var d = new AsyncDoor(); await d.OpenAsync(); /*!PDSL3005*/await d.ReceiveAsync(default); }
        """);

    [Fact]
    public void It_is_a_warning() => Assert.Equal(DiagnosticSeverity.Warning, UsageTest.Single("void M() { var c = new Conn(); c.Receive(new Fin()); }").Severity);

    [Fact]
    public void Its_message_names_the_message() => Assert.Equal(
        "'Receive(Fin)' is not expected here: 'c' is in SynSent (entered by Connect at line 3). Expected in Established, FinWait2; legal here: Close, Abort, Receive(SynAck).",
        UsageTest.Message("void M() { var c = new Conn(); c.Connect(); c.Receive(new Fin()); }"));
}

public sealed class Valid
{
    [Theory]
    [InlineData("void M() { var c = new Conn(); if (c.TryReceive(new Fin())) { } }")]
    [InlineData("void M(Conn c) { c.Receive(new Fin()); c.Receive(new Fin()); }")]
    [InlineData("void M() { var s = new Scope(); s.Start(); s.Receive(new Poke()); s.Receive(new Poke()); }")]
    [InlineData("void M() { var s = new Stream(); s.Receive(new Data(DataEnd.Es)); }")]
    public void Says_nothing(string members) => UsageTest.Verify(members);
}
