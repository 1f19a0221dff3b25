using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage;

/// <summary>Messages stand alone: the build prints one line and no additional location.</summary>
public sealed class MessageTests
{
    [Fact]
    public void Names_event_variable_state_path_reason_and_what_is_legal() => Assert.Equal(
        "'Send' is illegal here: 'conn' is in FinWait2 (entered by Receive(Ack) at line 8, after Close at line 7): our FIN is already sent. Legal in Listening, Established; legal here: Abort, Receive(Fin).",
        UsageTest.Message(
            """
            void M() {
                var conn = new Conn();
                conn.Connect();
                conn.Receive(new SynAck());
                conn.Close();
                conn.Receive(new Ack(AckOf.Fin));
                conn.Send();
            }
            """));

    [Theory]
    [InlineData(
        "void M() { var d = new Door(); d.Unlock(); }",
        "'Unlock' is illegal here: 'd' is in Closed (new at line 3). Legal in Locked; legal here: Open, Close, Lock. Call Lock first?")]
    [InlineData(
        "void M(Door d) { if (d.State == DoorState.Open) d.Lock(); }",
        "'Lock' is illegal here: 'd' is in Open (as tested at line 3). Legal in Closed; legal here: Close. Call Close first?")]
    [InlineData(
        "void M(bool b) { var c = new Conn(); if (b) c.Connect(); else c.Listen(); c.Listen(); }",
        "'Listen' is illegal here: 'c' is in Listening (entered by Listen at line 3) or SynSent (entered by Connect at line 3). Legal in Closed; legal here: Close, Abort.")]
    [InlineData(
        "void M() { new Conn().Send(); }",
        "'Send' is illegal here: 'Conn' is in Closed (new at line 3): connection does not exist. Legal in Listening, Established; legal here: Listen, Connect. Call Listen first?")]
    [InlineData(
        "void M() { var a = new AsyncDoor(); a.CloseAsync().AsTask().Wait(); }",
        "'Close' is illegal here: 'a' is in Closed (new at line 3). Legal in Open; legal here: Open, Receive(Push). Call Open first?")]
    [InlineData(
        "void M(Long l) { if (l.State < LongState.S3 || l.State > LongState.S97) return; l.First(); }",
        "'First' is illegal here: 'l' is in S3 (as tested at line 3), S4 (as tested at line 3), S5 (as tested at line 3) or one of 92 more states. Legal in S0; legal here: Next.")]
    [InlineData(
        "void M() { var l = new Long(); l.Next(); l.First(); }",
        "'First' is illegal here: 'l' is in S1 (entered by Next at line 3). Legal in S0; legal here: Next.")]
    public void Of_other_paths(string members, string expected) => Assert.Equal(expected, UsageTest.Message(members));

    [Fact]
    public void Reasons_of_two_states_stand_side_by_side() => Assert.Contains(
        ": connection does not exist; our FIN is already sent. Legal in",
        UsageTest.Message("void M(Conn c) { if (c.State is ConnState.Closed or ConnState.FinWait1) c.Send(); }"));

    [Fact]
    public void Points_at_the_name_and_carries_the_path_and_what_a_fix_needs()
    {
        var finding = UsageTest.Single("void M() {\nvar d = new Door();\nd.Open();\nd\n  .Open(\n);\n}");
        var text = finding.Location.SourceTree!.GetText();

        Assert.Equal("PDSL3001", finding.Id);
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
        Assert.Equal("Open", text.ToString(finding.Location.SourceSpan));
        Assert.Equal(["new Door()", "Open"], finding.AdditionalLocations.Select(location => text.ToString(location.SourceSpan)));
        Assert.Equal("Door", finding.Properties["Machine"]);
        Assert.Equal("Open", finding.Properties["Event"]);
        Assert.Equal("Open", finding.Properties["States"]);
        Assert.Equal("Close", finding.Properties["LeadingCalls"]);
    }
}
