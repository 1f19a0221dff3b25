using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3004;

/// <summary>What callers know after a call that promises something.</summary>
public sealed class Results
{
    private const string Promises = """
        interface IWork
        {
            void Open([EnsuresState(DoorState.Open)] Door d);
            bool TryOpen([EnsuresStateWhen(true, DoorState.Open), EnsuresStateWhen(false, DoorState.Locked)] Door d);
            bool IsOpen([StateUnchanged, EnsuresStateWhen(true, DoorState.Open)] Door d);
            void Require([StateUnchanged, EnsuresState(DoorState.Open)] Door d);
            void Look([StateUnchanged] Door d);
            void Show([StateUnchanged] object d);
            void Touch(Door d);
            void Make([InState(DoorState.Open)] out Door d);
            [return: InState(DoorState.Open)] Door Make();
            [return: InState(DoorState.Open)] Door? Find();
            [return: InState(DoorState.Open)] Task<Door> MakeAsync();
            Task<bool> TryOpenAsync([EnsuresStateWhen(true, DoorState.Open)] Door d);
            [InState(DoorState.Open)] Door Kept { get; }
        }

        """;

    [Fact]
    public void A_promise_is_believed() => UsageTest.Verify(Promises + """
        void A(IWork w, Door d) { w.Open(d); /*!PDSL3001*/d.Lock(); }
        void B(IWork w, Door d) { if (w.TryOpen(d)) /*!PDSL3001*/d.Lock(); else /*!PDSL3001*/d.Close(); }
        void C(IWork w) { var d = new Door(); if (w.IsOpen(d)) d.Close(); else d.Open(); }
        void D(IWork w, Door d) { w.Require(d); /*!PDSL3001*/d.Lock(); }
        void E(IWork w) { var d = new Door(); w.Look(d); /*!PDSL3001*/d.Unlock(); }
        void F(IWork w) { var d = new Door(); w.Show(d); /*!PDSL3001*/d.Unlock(); }
        void G(IWork w) { w.Make(out var d); /*!PDSL3001*/d.Lock(); }
        void H(IWork w) { var d = w.Make(); /*!PDSL3001*/d.Lock(); }
        void I(IWork w) { if (w.Find() is { } d) /*!PDSL3001*/d.Lock(); }
        async Task J(IWork w) { var d = await w.MakeAsync(); /*!PDSL3001*/d.Lock(); }
        async Task K(IWork w, Door d) { if (await w.TryOpenAsync(d)) /*!PDSL3001*/d.Lock(); }
        void L(IWork w) { var d = w.Kept; /*!PDSL3001*/d.Lock(); }
        void M(IWork w, Door d) { var isOpen = w.TryOpen(d); if (isOpen) /*!PDSL3001*/d.Lock(); }
        """);

    [Fact]
    public void And_no_more_than_it_says() => UsageTest.Verify(Promises + """
        void A(IWork w, Door d) { w.Open(d); d.Close(); d.Lock(); }
        void B(IWork w, Door d) { if (!w.TryOpen(d)) d.Unlock(); }
        void C(IWork w, Door d) { if (!w.IsOpen(d)) d.Lock(); }
        void D(IWork w) { var d = new Door(); w.Touch(d); d.Unlock(); }
        void E(IWork w) { var d = new Door(); try { w.Open(d); } catch (Exception) { d.Lock(); } }
        async Task F(IWork w, Door d) { if (!await w.TryOpenAsync(d)) d.Lock(); }
        async Task G(IWork w) { var task = w.MakeAsync(); (await task).Close(); }
        void H(IWork w, Door d) { w.Open(d); w.Touch(d); d.Lock(); }
        void I(IWork w) { w.Find()?.Close(); }
        """);

    [Fact]
    public void Tasks_helpers_and_several_machines() => UsageTest.Verify(Promises + """
        interface IPair { bool Both([EnsuresStateWhen(true, DoorState.Open)] Door a, [EnsuresStateWhen(true, DoorState.Locked)] Door b); }
        static Door Get(IWork w) => w.Make();
        static void Pass(IWork w, [EnsuresState(DoorState.Open)] Door d) { w.Touch(d); }
        readonly Door _door = new();
        public void Shut() => _door.Lock();
        async Task A(IWork w) { var d = await w.MakeAsync().ConfigureAwait(false); /*!PDSL3001*/d.Lock(); }
        async Task B(IWork w, Door d) { if (await w.TryOpenAsync(d).ConfigureAwait(false)) /*!PDSL3001*/d.Lock(); }
        void C(IPair p, Door a, Door b) { if (p.Both(a, b)) { a.Close(); /*!PDSL3001*/b.Open(); } }
        void D(IWork w) { var d = Get(w); /*!PDSL3001*/d.Lock(); }
        void E(IWork w, Door d) { Pass(w, d); /*!PDSL3001*/d.Lock(); }
        void F(IWork w) { if (_door.State == DoorState.Closed) { w.Look(_door); /*!PDSL3001*/_door.Unlock(); } }
        """);

    [Fact]
    public void What_another_object_holds_is_as_declared_until_it_is_moved() => UsageTest.Verify("""
        sealed class Auto { [InState(DoorState.Open)] public Door Door = new(); public Auto() { Door.Open(); } }
        void A(Auto a) { a.Door.Close(); a.Door.Open(); }
        void B(Auto a, bool b) { if (b) a.Door.Close(); a.Door.Open(); }
        void C(Auto a, Auto b) { a.Door.Close(); b.Door.Close(); }
        void D(Auto a) { var d = a.Door; d.Close(); d.Open(); /*!PDSL3001*/d.Lock(); }
        void E(Auto a, bool b) { if (b) /*!PDSL3001*/a.Door.Lock(); else /*!PDSL3001*/a.Door.Open(); }
        void F(Auto a) { while (a.Door.State == DoorState.Open) { a.Door.Close(); a.Door.Open(); } }
        """);

    [Fact]
    public void Who_takes_a_machine_may_move_it_later() => UsageTest.Verify("""
        interface IKeep { void Keep([TakesOwnership, StateUnchanged] Door d); void Go(); }
        void A(IKeep k) { var d = new Door(); k.Keep(d); /*!PDSL3001*/d.Unlock(); }
        void B(IKeep k) { var d = new Door(); k.Keep(d); k.Go(); d.Unlock(); }
        """);

}
