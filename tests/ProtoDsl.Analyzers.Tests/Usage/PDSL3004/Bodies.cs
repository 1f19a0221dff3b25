using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3004;

/// <summary>What a body may rely on, and what it must keep. The report stands on the line of the way out that breaks it.</summary>
public sealed class Bodies
{
    [Fact]
    public void May_rely_on_what_is_demanded() => UsageTest.Verify("""
        void A([InState(DoorState.Open)] Door d) { /*!PDSL3001*/d.Lock(); }
        void B([InState(DoorState.Open, DoorState.Locked)] Door d) { /*!PDSL3001*/d.Lock(); }
        void C([InState(DoorState.Open, DoorState.Closed)] Door d) { /*!PDSL3002*/d.Lock(); }
        void D([InState(DoorState.Open)] Door d) { d.Close(); d.Lock(); }
        void E(Door d) { d.Lock(); }
        void F([InState(DoorState.Open)] Door? d) { d?.Close(); }
        void G(Door e) { void Local([InState(DoorState.Open)] Door d) { /*!PDSL3001*/d.Lock(); } Local(e.AssumeState(DoorState.Open)); }
        void H() { Action<Door> f = ([InState(DoorState.Open)] Door d) => /*!PDSL3001*/d.Lock(); }
        void I([InState(SharedConnState.Established)] SharedConn c) { c.Send(); }
        void J([InState(SharedConnState.Established)] SharedConn c) { /*!PDSL3001*/c.Connect(); }
        async Task K([InState(AsyncDoorState.Open)] AsyncDoor d) { /*!PDSL3001*/await d.OpenAsync(); }
        Door L { get => null!; [param: InState(DoorState.Open)] set { /*!PDSL3001*/value.Lock(); } }
        """);

    [Fact]
    public void Must_keep_EnsuresState() => UsageTest.Verify("""
        void A([EnsuresState(DoorState.Open)] Door d) { d.Close(); /*!PDSL3004*/ }
        void B([EnsuresState(DoorState.Open)] Door d) { d.Open(); }
        void C([EnsuresState(DoorState.Open)] Door d) { if (d.State != DoorState.Open) throw new Exception(); }
        void D([InState(DoorState.Closed), EnsuresState(DoorState.Open)] Door d, bool b) { if (b) d.Open(); /*!PDSL3004*/ }
        void E([EnsuresState(DoorState.Open)] Door d) { throw new Exception(); }
        void G([EnsuresState(DoorState.Open)] ref Door d) { d = new Door(); /*!PDSL3004*/ }
        void H([InState(DoorState.Open)] out Door d) { d = new Door(); /*!PDSL3004*/ }
        void I([InState(DoorState.Open)] out Door d) { d = new Door(); d.Open(); }
        async Task J([EnsuresState(AsyncDoorState.Open)] AsyncDoor d) { await d.OpenAsync(); }
        async Task K([EnsuresState(AsyncDoorState.Open)] AsyncDoor d) { await d.OpenAsync(); await d.CloseAsync(); /*!PDSL3004*/ }
        void L([EnsuresState(DoorState.Closed)] Door d) { d.Open(); try { d.ToString(); } finally { d.Close(); } }
        """);

    [Fact(Skip = Pending.Assumptions)]
    public void What_is_assumed_is_kept() => UsageTest.Verify("""
        void A([EnsuresState(DoorState.Open)] Door d) { d.AssumeState(DoorState.Open); }
        void B([EnsuresState(DoorState.Open)] Door d) { d.AssumeState(DoorState.Closed); /*!PDSL3004*/ }
        """);

    /// <summary>Who promises something without demanding anything promises it for whatever comes.</summary>
    [Fact]
    public void A_promise_without_a_demand_holds_for_every_state() => UsageTest.Verify("""
        void A([EnsuresState(DoorState.Open)] Door d) { /*!PDSL3004*/ }
        void B([EnsuresState(DoorState.Open, DoorState.Closed, DoorState.Locked)] Door d) { }
        """);

    [Fact]
    public void Must_keep_EnsuresStateWhen() => UsageTest.Verify("""
        bool A([EnsuresStateWhen(true, DoorState.Open)] Door d) { d.Close(); return true; /*!PDSL3004*/ }
        bool B([EnsuresStateWhen(true, DoorState.Open)] Door d) { d.Close(); return false; }
        bool C([EnsuresStateWhen(true, DoorState.Open)] Door d) => d.TryOpen();
        bool D([EnsuresStateWhen(true, DoorState.Open)] Door d) => d.State == DoorState.Open;
        bool E([EnsuresStateWhen(true, DoorState.Open)] Door d) => /*!PDSL3004*/d.State == DoorState.Closed;
        bool F([EnsuresStateWhen(false, DoorState.Closed, DoorState.Locked)] Door d) => d.State is DoorState.Open;
        bool G([EnsuresStateWhen(true, DoorState.Open)] Door d) { if (!d.TryOpen()) return false; return true; }
        async Task<bool> H([EnsuresStateWhen(true, AsyncDoorState.Open)] AsyncDoor d) => await d.TryOpenAsync();
        async Task<bool> I([EnsuresStateWhen(true, AsyncDoorState.Open)] AsyncDoor d) { await d.OpenAsync(); await d.CloseAsync(); return true; /*!PDSL3004*/ }
        """);

    [Fact]
    public void Must_keep_StateUnchanged() => UsageTest.Verify("""
        interface ILook { void Look([StateUnchanged] Door d); void Touch(Door d); }
        void A([StateUnchanged] Door d) { Console.WriteLine(d.State); }
        void B([StateUnchanged, InState(DoorState.Closed)] Door d) { d.Open(); /*!PDSL3004*/ }
        void C([StateUnchanged, InState(DoorState.Closed)] Door d) { d.Open(); d.Close(); }
        void D([StateUnchanged] Door d, ILook l) { l.Look(d); }
        bool E([StateUnchanged, EnsuresStateWhen(true, DoorState.Open)] Door d) => d.State == DoorState.Open;
        void F([StateUnchanged] Door d) { d.Open(); throw new Exception(); }
        """);

    [Fact]
    public void Must_return_what_is_promised() => UsageTest.Verify("""
        [return: InState(DoorState.Open)] Door A() { var d = new Door(); return d; /*!PDSL3004*/ }
        [return: InState(DoorState.Open)] Door B() { var d = new Door(); d.Open(); return d; }
        [return: InState(DoorState.Open)] Door? C() => null;
        [return: InState(DoorState.Open)] Door D() => /*!PDSL3004*/new Door();
        [return: InState(AsyncDoorState.Open)] async Task<AsyncDoor> E() { var d = new AsyncDoor(); await d.OpenAsync(); return d; }
        [return: InState(AsyncDoorState.Open)] async Task<AsyncDoor> F() { var d = new AsyncDoor(); await Task.Yield(); return d; /*!PDSL3004*/ }
        [return: InState(DoorState.Open)] Door G(Door d) => d;
        [return: InState(DoorState.Open)] Door H([InState(DoorState.Open)] Door d) => d;
        [return: InState(DoorState.Open)] Door I([InState(DoorState.Closed)] Door d) => /*!PDSL3004*/d;
        [InState(DoorState.Open)] Door J { get { var d = new Door(); return d; /*!PDSL3004*/ } }
        [InState(DoorState.Open)] Door K => B();
        """);

    [Fact]
    public void An_implementation_must_keep_what_its_interface_promises() => UsageTest.Verify("""
        interface IOpen { void Open([EnsuresState(DoorState.Open)] Door d); [return: InState(DoorState.Open)] Door Make(); }
        sealed class Good : IOpen { public void Open(Door d) { d.Open(); } Door IOpen.Make() { var d = new Door(); d.Open(); return d; } }
        sealed class Bad : IOpen { public void Open(Door d) { d.Close(); /*!PDSL3004*/ }
            Door IOpen.Make() => /*!PDSL3004*/new Door(); }
        """);

    [Theory]
    [InlineData("void M([EnsuresState(DoorState.Open)] Door d) { d.Close(); }", DiagnosticSeverity.Error)]
    [InlineData("void M([InState(DoorState.Closed), EnsuresState(DoorState.Open)] Door d, bool b) { if (b) d.Open(); }", DiagnosticSeverity.Warning)]
    public void It_is_an_error_only_where_it_is_certain(string members, DiagnosticSeverity severity)
    {
        var finding = UsageTest.Single(members);
        Assert.Equal("PDSL3004", finding.Id);
        Assert.Equal(severity, finding.Severity);
    }

    /// <summary>Where others have had the machine, nobody knows; where a mistake stands before, it is said there.</summary>
    [Fact]
    public void Stays_silent_about_what_it_does_not_know() => UsageTest.Verify("""
        void A([EnsuresState(DoorState.Open)] Door d, Action<Door> f) { f(d); }
        void B([StateUnchanged] Door d, Action<Door> f) { f(d); }
        IEnumerable<int> C([EnsuresState(DoorState.Open)] Door d) { yield return 1; }
        void D([EnsuresState(DoorState.Open)] Door d) { d.Open(); /*!PDSL3001*/d.Lock(); }
        bool E([EnsuresStateWhen(true, DoorState.Open)] Door d, bool b) { return b; }
        void F([EnsuresState(DoorState.Open)] ref Door d, Func<Door> f) { d = f(); }
        """);

    [Fact]
    public void Local_functions_and_lambdas_must_keep_theirs() => UsageTest.Verify("""
        void A(Door e)
        {
            void Shut([EnsuresState(DoorState.Open)] Door d) { d.Close(); /*!PDSL3004*/ }
            Shut(e); /*!PDSL3001*/e.Lock();
        }
        void B() { Action<Door> f = ([EnsuresState(DoorState.Open)] Door d) => { d.Close(); /*!PDSL3004*/ }; }
        """);

    [Fact]
    public void A_way_out_that_may_break_it_is_named_on_its_own() => UsageTest.Verify("""
        bool A([EnsuresStateWhen(false, DoorState.Closed)] Door d, bool b)
        {
            if (b) { return /*!PDSL3004*/d.TryOpen(); }
            d.AssumeState(DoorState.Open); d.Close();
            return false;
        }
        void B([StateUnchanged] Door d) { d.Break(); /*!PDSL3004*/ }
        """);

}
