using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3001;

/// <summary>Where nothing is said. Every case would be a mistake if the analysis did not see the reason for silence.</summary>
public sealed class Valid
{
    /// <summary>Code that is right, or about whose machines nothing is known.</summary>
    public static TheoryData<string> Members { get; } = new(
    [
        // Legal.
        "void M() { var c = new Conn(); c.Connect(); c.Receive(new SynAck()); c.Send(); c.Close(); c.Receive(new Ack(AckOf.Fin)); c.Receive(new Fin()); c.Listen(); }",
        "void M(bool b) { var c = new Conn(); if (b) c.Connect(); else c.Listen(); c.Close(); }",
        "void M(bool b) { var d = new Door(); while (b) { d.Open(); d.Close(); } d.Lock(); }",
        "void M() { var c = new Conn(); if (c.TryConnect()) { c.Close(); } }",

        // Legal on one path only: a warning's business, not an error's.

        // A guard decides.
        "void M() { var c = new Conn(); c.Listen(); c.Send(); }",
        "void M() { var d = new Door(); d.Lock(); d.Unlock(); d.Open(); }",

        // A tag that is not seen.
        "void M(AckOf of) { var c = new Conn(); c.Connect(); c.Receive(new SynAck()); c.Close(); c.Receive(new Ack(of)); c.Receive(new Fin()); }",
        "void M(Ack ack) { var c = new Conn(); c.Connect(); c.Receive(new SynAck()); c.Close(); c.Receive(ack); c.Receive(new Fin()); }",
        "void M() { var s = new Stream(); s.SendData(SendDataEnd.More); s.SendData(SendDataEnd.More); }",

        // Unknown machines.
        "void M(Conn c) { c.Send(); }",
        "void M(Conn c) { if (c.State == ConnState.Established) { c.Send(); c.Close(); } }",
        "void M(Conn[] a) { a[0].Connect(); a[0].Connect(); }",
        "void M() { var c = Conn.Restore(1); c.Send(); }",
        "void M(List<Conn> l) { foreach (var c in l) { c.Connect(); } foreach (var c in l) c.Send(); }",
        "class P(Conn c) { void M() { c.Connect(); N(); c.Connect(); } void N() => c.Abort(); }",

        // Passed to code of the same compilation.
        "void Use(Conn c) => c.Connect(); void M() { var c = new Conn(); Use(c); c.Close(); }",
        "static void Use(object c) => ((Conn)c).Connect(); void M() { var c = new Conn(); Use(c); c.Close(); }",
        "class W { public W(Conn c) => c.Connect(); } void M() { var c = new Conn(); new W(c); c.Close(); }",
        "Conn P { set => value.Connect(); } void M() { var c = new Conn(); P = c; c.Close(); }",
        "Conn this[Conn i] { get { i.Connect(); return i; } } void M() { var c = new Conn(); _ = this[c]; c.Close(); }",
        "interface I { void Use(Conn c); } void M(I i) { var c = new Conn(); i.Use(c); c.Close(); }",
        "void M(Action<Conn> use) { var c = new Conn(); use(c); c.Close(); }",
        "void M(dynamic use) { var c = new Conn(); use.Use(c); c.Close(); }",
        "unsafe void M(delegate*<Conn, void> use) { var c = new Conn(); use(c); c.Close(); }",
        "class W { public static W operator +(W w, Conn c) { c.Connect(); return w; } } void M(W w) { var c = new Conn(); _ = w + c; c.Close(); }",
        "class W { public static implicit operator W(Conn c) { c.Connect(); return new(); } } void M() { var c = new Conn(); W w = c; c.Close(); }",

        // Kept by code of the same compilation, which moves it later.
        "Conn? _f; void Later() => _f?.Connect(); void M() { var c = new Conn(); _f = c; Later(); c.Close(); }",
        "Conn? _f; void M() { var c = new Conn(); _f = c; _f.Connect(); c.Close(); }",
        "Conn[] _f = new Conn[1]; void M() { var c = new Conn(); _f[0] = c; _f[0].Connect(); c.Close(); }",
        "void M() { var c = new Conn(); var t = (c, 1); t.c.Connect(); c.Close(); }",
        "void M() { var c = new Conn(); var t = new { c }; t.c.Connect(); c.Close(); }",
        "void M() { var c = new Conn(); Conn[] a = [c]; a[0].Connect(); c.Close(); }",
        "IEnumerable<Conn> M() { var c = new Conn(); yield return c; c.Close(); }",
        "void M(Wire w) { var a = new Conn(w); var b = new Conn(w); w.Other = b; a.Connect(); b.Close(); } class Wire { public Conn? Other; }",

        // Read back from a container.
        "void M() { var l = new List<Conn>(); var c = new Conn(); l.Add(c); l[0].Connect(); c.Close(); }",
        "void M() { var l = new List<Conn>(); var c = new Conn(); l.Add(c); var d = l[0]; d.Connect(); c.Close(); }",
        "void M() { var l = new List<Conn>(); var c = new Conn(); l.Add(c); l.ForEach(x => x.Connect()); c.Close(); }",
        "void M() { var l = new List<Conn>(); var c = new Conn(); l.Add(c); Use(l); c.Close(); } void Use(List<Conn> l) => l[0].Connect();",
        "void M(IObserver<Conn> o) { var c = new Conn(); o.OnNext(c); c.Close(); }",

        // Captured.
        "void M() { var c = new Conn(); Action a = () => c.Connect(); a(); c.Close(); }",
        "void M() { var c = new Conn(); Action a = () => { Action b = () => c.Connect(); b(); }; a(); c.Close(); }",
        "void M() { var c = new Conn(); void L() => c.Connect(); L(); c.Close(); }",
        "void M() { var c = new Conn(); L(); c.Close(); void L() => c.Connect(); }",
        "void M() { var c = new Conn(); Run(L); c.Close(); void L() => c.Connect(); } void Run(Action a) => a();",
        "void M() { var c = new Conn(); Func<ConnState> a = c.Connect; a(); c.Close(); }",
        "void M() { var c = new Conn(); Action a = () => c = Other(); a(); c.Close(); } Conn Other() => new();",
        "void M() { Conn c = new(); var q = from x in new[] { 1 } select c.Connect(); q.ToList(); c.Close(); }",

        // By reference.
        "void Use(ref Conn c) => c.Connect(); void M() { var c = new Conn(); Use(ref c); c.Close(); }",
        "void Use(out Conn c) { c = new(); c.Connect(); } void M() { var c = new Conn(); Use(out c); c.Close(); }",
        "void M() { var c = new Conn(); ref var r = ref c; r = Other(); c.Close(); } Conn Other() => new();",
        "ref Conn Same(ref Conn c) => ref c; void M() { var c = new Conn(); ref var r = ref Same(ref c); r = Other(); c.Close(); } Conn Other() => new();",

        // Aliases that are one machine or another.
        "void M(bool b) { Conn? old = null; while (b) { var c = new Conn(); old?.Close(); c.Connect(); old = c; } }",
        "void M(Conn a) { var c = a; a.Connect(); a = Other(); c.Close(); a.Connect(); } Conn Other() => new();",
        "void M(Conn a, Conn b) { (a, b) = (b, a); a.Connect(); b.Connect(); }",
        "void M() { var c = new Conn(); c.Connect(); (c, _) = (new Conn(), 1); c.Connect(); }",
        "void M() { Conn? c = null; c ??= new Conn(); c.Connect(); }",

        // Its own members that the generator did not write.

        // Another thread may have helped.
        "void M() { var c = new SharedConn(); c.Connect(); c.Send(); }",
        "void M(SharedConn c) { if (c.State == SharedConnState.SynSent) c.Send(); }",
        "void M(SharedConn c) { if (c.State == SharedConnState.SynSent && c.State == SharedConnState.Established) c.Send(); c.Reset(); }",
        "void M(SharedConn c) { if (c is { State: SharedConnState.SynSent } and { CanReset: true }) { } else return; c.Reset(); }",
        "void M(SharedConn c) { var s = c.State; if (c.State == SharedConnState.Established && s == SharedConnState.SynSent) c.Send(); }",

        // A deferred message moved it.

        // The state of something else, or an old one.
        "void M(Door d, Door e) { if (e.State == DoorState.Open) d.Open(); }",
        "void M(Door d, DoorState s) { if (s == DoorState.Open) d.Open(); }",
        "void M(Door d, bool b) { DoorState? s = null; if (b) s = d.State; if (s != DoorState.Closed) d.Open(); }",
        "void M(Door d, bool b) { DoorState? s = null; if (b) s = d.State; if (s is not DoorState.Closed) d.Open(); }",
        "void M(Door? d) { if (d?.State == DoorState.Open) return; d ??= new Door(); d.Open(); }",
        "void M(bool b) { var d = new Door(); var f = false; if (b) { d.Open(); f = true; } f ^= true; if (f) d.Open(); }",
        "void M(bool b) { var d = new Door(); var f = false; if (b) { d.Open(); f = true; } f = !b; if (f) d.Open(); }",

        // Dead code.
        "void M() { var d = new Door(); if (d.State == DoorState.Open) d.Unlock(); }",
        "void M() { var d = new Door(); if (d is null) d!.Unlock(); }",
        "void M() { var d = new Door(); return; d.Unlock(); }",
        "void M() { var d = new Door(); if (false) d.Unlock(); }",

        // Exceptions: an event may have happened or not.
        "void M() { var c = new Conn(); try { c.Connect(); } catch { c.Connect(); } }",
        "void M() { var e = new Entry(); try { e.Go(); } catch { e.Back(); } }",
        "void M() { var c = new Conn(); try { Other(); c.Connect(); Other(); } catch when (c.State != ConnState.Closed) { c.Close(); } } void Other() { }",
        "void M() { var d = new Door(); try { try { Other(); } finally { d.Open(); } } catch when (d.State == DoorState.Closed) { d.Close(); } } void Other() { }",
        "void M() { var d = new Door(); try { Other(); } catch (ArgumentException) { d.Open(); } catch (Exception) { } d.Close(); } void Other() { }",
        "void M() { var o = new Observed(); try { o.Go(); } catch { o.Back(); } }",
        "void M(bool b) { var d = new Door(); try { if (b) return; } finally { d.Open(); d.Close(); } d.Open(); }",

        // A task that nobody has awaited yet.
        "async Task M() { var d = new AsyncDoor(); var t = d.OpenAsync(); if (t.IsCompleted) await d.CloseAsync(); await t; }",
        "async Task M() { var d = new AsyncDoor(); await d.OpenAsync().AsTask(); await d.CloseAsync(); }",
        "async Task M(AsyncDoor d) { await Task.WhenAll(d.OpenAsync().AsTask()); await d.OpenAsync(); await d.CloseAsync(); }",

        // Stored where nobody knows what it is: nothing is lost, and nothing is wrong here.
        "void M() { var c = new Conn(); new List<Conn>().Add(c); Console.WriteLine(c); c.Connect(); c.Close(); }",

        // A handler of what cannot be thrown.
        "void M() { var d = new Door(); try { d.Lock(); } catch { d.Close(); } }",

        // A timer.
        "void M() { var c = new Conn(); c.Connect(); c.Receive(new SynAck()); c.Close(); c.Receive(new Ack(AckOf.Fin)); c.Elapsed(1); c.Receive(new Fin()); }",
    ]);

    [Theory]
    [MemberData(nameof(Members))]
    public void Says_nothing(string members) => UsageTest.Verify(members);

    [Fact]
    public void What_is_stored_in_metadata_only_stays_known() => UsageTest.Verify(
        """
        void M() { var c = new Conn(); var l = new List<Conn>(); l.Add(c); /*!PDSL3001*/c.Send(); }
        void N() { var c = new Conn(); Console.WriteLine(c); _ = $"{c}" + c; string.Format("{0}", c); /*!PDSL3001*/c.Send(); }
        void P() { var c = new Conn(); Action a = () => Console.WriteLine(c.State); a(); /*!PDSL3001*/c.Send(); }
        void Q() { var c = new Conn(); IList<Conn> l = new List<Conn>(); l.Add(c); c.Connect(); _ = l.Count; /*!PDSL3001*/c.Connect(); }
        """);
}
