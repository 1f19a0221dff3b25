using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.Assume;

/// <summary>Behind <c>AssumeState</c> a machine is in the states it names, whatever was known before.</summary>
public sealed class Believed
{
    public static TheoryData<string> Members { get; } = new(
    [
        "void M(Door d) { d.AssumeState(DoorState.Open); /*!PDSL3001*/d.Lock(); }",
        "void M(Door d) { d.AssumeState(DoorState.Open, DoorState.Closed); /*!PDSL3001*/d.Unlock(); }",
        "void M(Door d) { d.AssumeState(DoorState.Open, DoorState.Locked); /*!PDSL3002*/d.Unlock(); }",
        "void M(Door d) { d.AssumeState(DoorState.Open, [DoorState.Closed]); /*!PDSL3001*/d.Unlock(); }",
        "void M(Door d) { d.AssumeState(state: DoorState.Locked, new DoorState[0]); /*!PDSL3001*/d.Open(); }",
        "void M(Door d) { /*!PDSL3001*/d.AssumeState(DoorState.Open).Lock(); }",
        "void M() { /*!PDSL3001*/Find().AssumeState(DoorState.Open).Lock(); } Door Find() => Kept!; public Door? Kept;",
        "void M(Door[] all) { var d = all[0].AssumeState(DoorState.Open); d.Close(); /*!PDSL3001*/d.Unlock(); }",
        "void M() { var d = new Door(); d.Open(); d.AssumeState(DoorState.Locked); d.Unlock(); /*!PDSL3001*/d.Unlock(); }",
        "void M(Door d, Action<Door> f) { f(d); d.AssumeState(DoorState.Locked); /*!PDSL3001*/d.Open(); }",
        "void M(Door d) { var s = d.State; d.AssumeState(DoorState.Open); if (s == DoorState.Open) /*!PDSL3001*/d.Lock(); }",
        "void M(Door d) { var can = d.CanLock; d.AssumeState(DoorState.Open); if (can) d.Lock(); else /*!PDSL3001*/d.Lock(); }",
        "void M(Door d) { try { d.AssumeState(DoorState.Open); } catch (StateAssumptionException) { d.Lock(); return; } /*!PDSL3001*/d.Lock(); }",
        "void M() { var d = new Door(); try { d.AssumeState(DoorState.Open); } catch (StateAssumptionException) { /*!PDSL3001*/d.Unlock(); } }",
        "void M(Door d) { Assert(d); /*!PDSL3001*/d.Lock(); } static void Assert(Door d) => d.AssumeState(DoorState.Open);",
        "private readonly Door _d = new(); public void Open() => _d.Open(); public void M() { _d.AssumeState(DoorState.Open); /*!PDSL3001*/_d.Lock(); }",
        "async Task M(AsyncDoor d) { d.AssumeState(AsyncDoorState.Open); await /*!PDSL3001*/d.OpenAsync(); }",
    ]);

    [Theory]
    [MemberData(nameof(Members))]
    public void Against_what_was_known(string members) => UsageTest.Verify(members);

    [Fact]
    public void The_message_says_where() => Assert.Equal(
        "'Lock' is illegal here: 'd' is in Open (as assumed at line 3). Legal in Closed; legal here: Close. Call Close first?",
        UsageTest.Message("void M(Door d) { d.AssumeState(DoorState.Open); d.Lock(); }"));
}
