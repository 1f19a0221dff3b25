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

    [Fact(Skip = Pending.Contracts)]
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

    [Fact(Skip = Pending.Contracts)]
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
}
