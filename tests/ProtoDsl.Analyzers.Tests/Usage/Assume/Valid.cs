using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.Assume;

/// <summary>What <c>AssumeState</c> silences, and where it says nothing.</summary>
public sealed class Valid
{
    [Theory]
    [InlineData("void M() { var d = new Door(); d.AssumeState(DoorState.Open); d.Close(); }")]
    [InlineData("void M(bool b) { var d = new Door(); if (b) d.Open(); d.AssumeState(DoorState.Open).Close(); }")]
    [InlineData("void M(Door d, DoorState s) { d.AssumeState(s); d.Lock(); d.Unlock(); }")]
    [InlineData("void M(Door d, DoorState s) { d.AssumeState(DoorState.Open, s); d.Lock(); }")]
    [InlineData("void M(Door d, DoorState[] s) { d.AssumeState(DoorState.Open, s); d.Lock(); }")]
    [InlineData("void M(Door d, DoorState s) { d.AssumeState(DoorState.Open, new[] { s }); d.Lock(); }")]
    [InlineData("void M(Door d, int n) { d.AssumeState(DoorState.Open, new DoorState[n]); d.Lock(); }")]
    [InlineData("void M(Door d) { d.AssumeState((DoorState)99); d.Lock(); }")]
    [InlineData("void M(Door d) { d.Lock(); try { d.AssumeState(DoorState.Open); } catch (StateAssumptionException) { d.Unlock(); } }")]
    [InlineData("void M(Door? d) { d?.AssumeState(DoorState.Open); d?.Close(); }")]
    [InlineData("void M(SharedConn c) { c.AssumeState(SharedConnState.SynSent); c.Send(); }")]
    [InlineData("void M(Door d, Action<Door> f) { d.AssumeState(DoorState.Open); f(d); d.Lock(); }")]
    public void Says_nothing(string members) => UsageTest.Verify(members);
}
