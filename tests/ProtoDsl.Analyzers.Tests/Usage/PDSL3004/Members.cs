using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3004;

/// <summary>Fields and properties: <c>[InState]</c>, which always holds between calls, and <c>[MemberInState]</c>, which holds where a member is called.</summary>
public sealed class Members
{
    [Fact]
    public void A_field_that_is_always_in_a_state() => UsageTest.Verify("""
        sealed class Good
        {
            [InState(DoorState.Open)] private Door _door;
            public Good() { var d = new Door(); d.Open(); _door = d; }
            public void Use() { /*!PDSL3001*/_door.Lock(); }
            public void Cycle() { _door.Close(); _door.Open(); }
            public void Replace([InState(DoorState.Open)] Door d) { _door = d; }
        }
        sealed class Bad
        {
            [InState(DoorState.Open)] private Door _door;
            public Bad() { _door = new Door(); /*!PDSL3004*/ }
            public void Leave() { _door.Close(); /*!PDSL3004*/ }
            public void Replace([InState(DoorState.Closed)] Door d) { _door = d; /*!PDSL3004*/ }
        }
        sealed class Auto
        {
            [InState(DoorState.Open)] public Door Door { get; set; } = null!;
            public void Use() { /*!PDSL3001*/Door.Lock(); }
        }
        void M(Auto a) { var d = new Door(); a.Door = d; /*!PDSL3004*/ }
        void N(Auto a) { /*!PDSL3001*/a.Door.Lock(); }
        """);

    [Fact]
    public void A_member_that_must_be_in_a_state_at_a_call() => UsageTest.Verify("""
        sealed class Client
        {
            private Door _door = new Door();
            private static Door s_door = new Door();
            [MemberInState(nameof(_door), DoorState.Open)] public void Ask() { _door.Close(); }
            [MemberInState(nameof(_door), DoorState.Open)] public void Wrong() { /*!PDSL3001*/_door.Lock(); }
            [MemberInState(nameof(_door), DoorState.Open)] public int Count { get { /*!PDSL3001*/_door.Lock(); return 1; } }
            [MemberInState(nameof(s_door), DoorState.Open)] public static void Shared() { s_door.Close(); }
            public void A() { _door = new Door(); /*!PDSL3004*/Ask(); }
            public void B() { _door = new Door(); _door.Open(); Ask(); }
            public void C() { Ask(); }
            public int D() { _door = new Door(); return /*!PDSL3004*/Count; }
            public void E() { if (_door.State == DoorState.Open) Ask(); }
            public void F() { if (_door.State != DoorState.Open) /*!PDSL3004*/Ask(); }
            public void G(Client other) { _door = new Door(); other.Ask(); }
            public static void H() { s_door = new Door(); /*!PDSL3004*/Shared(); }
        }
        void M(Client c) { c.Ask(); }
        """);

    /// <summary>It holds between calls: inside the class it may be otherwise for a while.</summary>
    [Fact]
    public void In_between_a_field_may_be_in_any_state() => UsageTest.Verify("""
        sealed class Swap : IDisposable
        {
            [InState(DoorState.Open)] private Door _door = new Door();
            public Swap() { _door.Open(); }
            public Swap(int n) : this() { }
            public void Cycle() { _door.Close(); Reopen(); }
            private void Reopen() { _door.Open(); }
            public void Half() { _door.Close(); Count(); _door.Open(); }
            public void Count() { }
            public void Later(Action<Action> run) { _door.Close(); run(() => _door.Open()); }
            public void Dispose() { _door.Close(); }
        }
        sealed class Bad
        {
            [InState(DoorState.Open)] private Door _door = new Door(); /*!PDSL3004*/
            public void Cycle() { _door.Close(); Shut(); /*!PDSL3004*/ }
            private void Shut() { if (_door.State == DoorState.Closed) { } }
        }
        """);

}
