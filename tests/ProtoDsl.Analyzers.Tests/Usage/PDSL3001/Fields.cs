using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3001;

/// <summary>Machines in fields and automatic properties.</summary>
public sealed class Fields
{
    [Theory]
    [InlineData("readonly Conn _c = new(); public void Start() { _c.Connect(); /*!PDSL3001*/_c.Connect(); } public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); public void Stop() => /*!PDSL3001*/_c.Close();")]
    [InlineData("Conn _c = new(); public void M() { _c = new Conn(); /*!PDSL3001*/_c.Close(); }")]
    [InlineData("static readonly Conn s = new(); public static void M() { s.Listen(); /*!PDSL3001*/s.Connect(); } public static void End() { s.Close(); }")]
    [InlineData("Conn P { get; } = new(); public void M() { P.Listen(); /*!PDSL3001*/P.Listen(); } public void End() => P.Close();")]
    [InlineData("readonly Conn _c; public Code() { _c = new Conn(); /*!PDSL3001*/_c.Abort(); _c.Connect(); }")]
    [InlineData("readonly Conn _c = new(); void Open() => _c.Connect(); public void M() { if (_c.State == ConnState.Closed) { Open(); /*!PDSL3001*/Open(); } } public void End() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); bool Up() => _c.State == ConnState.SynSent; public void Go() => _c.Connect(); public void M() { if (!Up()) return; _c.Close(); /*!PDSL3001*/_c.Abort(); }")]
    [InlineData("readonly Conn _c = new(); void Open() => _c.Connect(); public void M() { Open(); /*!PDSL3001*/Open(); }")]
    [InlineData("static Conn s = new(); static void Open() => s.Connect(); static void M() { Open(); /*!PDSL3001*/Open(); }")]
    [InlineData("static Conn s = new(); void M() { s.Listen(); /*!PDSL3001*/s.Listen(); }")]
    [InlineData("Conn P { get; set; } = new(); void M() { P.Connect(); /*!PDSL3001*/P.Connect(); }")]
    [InlineData("Conn? _f; async Task M() { var c = new Conn(); _f = c; await Task.Delay(1); /*!PDSL3001*/c.Close(); }")]
    [InlineData("Conn _f = new(); void M() { _f.Connect(); /*!PDSL3001*/_f.Connect(); }")]
    public void Are_followed(string members) => UsageTest.Verify(members);

    [Theory]
    [InlineData("readonly Conn _c = new(); public void M() { /*!PDSL3001*/_c.Close(); _c.Listen(); }")]
    [InlineData("readonly Conn _c = new(); public void M() { _c.Listen(); _c.Close(); } public void Stop() => /*!PDSL3001*/_c.Close();")]
    [InlineData("readonly Conn _c = new(); public void M() { Go(); _c.Close(); } void Go() => _c.Listen(); public void Stop() => /*!PDSL3001*/_c.Close();")]
    [InlineData("readonly Conn _c; public Code() { _c = new Conn(); _c.Listen(); _c.Close(); } public void Stop() => /*!PDSL3001*/_c.Close();")]
    [InlineData("Conn _c = new(); public void M() { _c = new Conn(); _c.Listen(); _c.Close(); } public void Stop() => /*!PDSL3001*/_c.Close();")]
    [InlineData("readonly Conn _c = new(); bool Up => _c.State == ConnState.Listening; public void M() { _c.Listen(); if (Up) _c.Close(); } public void Stop() => /*!PDSL3001*/_c.Close();")]
    public void Are_in_the_states_that_members_leave(string members) => UsageTest.Verify(members);

    [Theory]
    [InlineData("readonly Conn _c = new(); void H(Conn c) => c.Close(); public void M() { /*!PDSL3001*/H(_c); }")]
    [InlineData("readonly Conn _c = new(); void H(Conn c) => c.Listen(); public void M() { H(_c); /*!PDSL3001*/H(_c); }")]
    [InlineData("Conn _c = new(); void H(Conn c) => c.Listen(); public void M() { _c = new Conn(); H(_c); /*!PDSL3001*/_c.Listen(); }")]
    [InlineData("readonly Conn _c = new(); bool H(Conn c) { c.Close(); Make(out c); return c.CanClose; } static void Make(out Conn c) => c = new Conn(); public void M() { /*!PDSL3001*/H(_c); }")]
    [InlineData("readonly Conn _c = new(); void H(Conn c) { Renew(ref c); } static void Renew(ref Conn c) { c.Close(); c = new Conn(); } public void M() { /*!PDSL3001*/H(_c); }")]
    [InlineData("readonly Conn _c = new(); int _n; public void M() { _c.Listen(); _n++; _n += 2; /*!PDSL3001*/_c.Listen(); } public void Stop() => _c.Close();")]
    public void Are_followed_where_they_are_handed_on(string members) => UsageTest.Verify(members);

    [Theory]
    [InlineData("readonly Conn _c = new(); void H(Conn c) { if (_c.State == ConnState.Listening) c.Close(); } public void M() { H(_c); } public void Go() => _c.Listen();")]
    [InlineData("readonly Conn _c = new(); bool Up() => _c.State == ConnState.Listening; void H(Conn c) { if (Up()) c.Close(); } public void M() { H(_c); } public void Go() => _c.Listen();")]
    [InlineData("readonly Conn _c = new(); void H(Conn c, Action a) { c.Listen(); a(); } public void M(Action a) { H(_c, a); _c.Listen(); } public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); async Task H(Conn c) { c.Listen(); await Task.Yield(); } public async Task M() { await H(_c); _c.Listen(); } public void Stop() => _c.Close();")]
    [InlineData("Conn _c = new(); void H(Conn c, Action a) { a(); c.Listen(); } public void M(Action a) { _c = new Conn(); H(_c, a); _c.Listen(); } public void Again() => _c = new Conn();")]
    [InlineData("readonly Conn _c = new(); public string? P { get; set; } public void M(Code other) { _c.Listen(); other.P += 1; _c.Listen(); } public void Stop() => _c.Close();")]
    public void Say_nothing_where_others_may_have_moved_what_is_handed_on(string members) => UsageTest.Verify(members);

    [Fact]
    public void Are_moved_by_others_only_with_the_tags_that_these_give() => UsageTest.VerifyAlone(
        """
        protocol Lights
        namespace Acme
        tag Color = Red | Green
        call Set(Color color), Off
        machine Lamp
        initial state Dark
            Set(Red) -> Warm
            Set(Green) -> Cold
        state Warm
            Off -> Dark
        state Cold
            Set -> Cold
        """,
        """
        using System.Threading.Tasks; using Acme;
        class Code
        {
            private readonly Lamp _lamp = new();
            public async Task M() { if (_lamp.State == LampState.Warm || _lamp.State == LampState.Cold) { await Task.Yield(); _lamp.Off(); } }
            public void N() { if (_lamp.State == LampState.Dark) _lamp.Set(Lights.Color.Red); }
        }
        """);

    [Theory]
    [InlineData("readonly Conn _c = new(); public void Start() => _c.Connect(); public void Stop() => _c.Close();")]
    [InlineData("public Conn C = new(); public void Stop() => C.Close();")]
    [InlineData("Conn _c = new(); public Conn Get() => _c; public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); public void Start() => _c.Connect(); public async System.Threading.Tasks.Task M() { if (_c.State == ConnState.Closed) { await System.Threading.Tasks.Task.Yield(); _c.Close(); } }")]
    [InlineData("readonly Conn _c = new(); public void Start() => _c.Connect(); public void M(Action a) { if (_c.State == ConnState.Closed) { a(); _c.Close(); } }")]
    [InlineData("Conn? _c; public void Start() => _c = new Conn(); public void M() { _c?.Connect(); Start(); _c?.Connect(); }")]
    [InlineData("readonly Conn _c = new(); public void M(Code other) { _c.Connect(); other._c.Connect(); _c.Close(); }")]
    public void Say_nothing_where_it_is_right_or_unknown(string members) => UsageTest.Verify(members);

    [Theory]
    [InlineData("readonly Conn _c = new(); public void M(Action a) { _c.Listen(); a(); _c.Close(); } public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); public void M(List<int> l) { _c.Listen(); Console.WriteLine(l[0]); _c.Close(); } public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); public async Task M() { _c.Listen(); await Task.Yield(); _c.Close(); } public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); public IEnumerable<int> M() { _c.Listen(); yield return 1; _c.Close(); } public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); public void M() { try { _c.Listen(); throw new Exception(); } catch (Exception) { } } public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); public void M(string? s) { _c.Listen(); if (s is null) throw new Exception(); _c.Close(); } public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); public Action Later() => () => _c.Listen(); public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); void Unused() => _c.Listen(); public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); void Go() => _c.Listen(); public Code() { AppDomain.CurrentDomain.ProcessExit += (_, _) => Go(); } public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); public void Start(Code other) => other._c.Listen(); public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); class Inner { public void Go(Code code) => code._c.Listen(); } public void Stop() => _c.Close();")]
    [InlineData("Conn _c = new(); public void M() { _c = new Conn(); _c.Listen(); } public void Stop() => _c.Close();")]
    [InlineData("Conn _c = new(); void Go(int[] all) { _c = new Conn(); _c.Listen(); Console.WriteLine(all[0]); } public void M(int[] all) { Go(all); _c.Close(); } public void Stop() => _c.Close();")]
    [InlineData("Conn _c = Make(); static Conn Make() { var c = new Conn(); c.Listen(); return c; } public Code() { } public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); public Code() { _c.Listen(); Register(this); _c.Close(); } static void Register(Code code) => code.Stop(); public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); public Code(int i) : this() { } public Code() { _c.Listen(); } public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); public void M() { _c.Listen(); Stop(); } public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); public event Action? Went; public void M() { _c.Listen(); Went?.Invoke(); _c.Close(); } public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); protected virtual void On() { } public void M() { _c.Listen(); On(); _c.Close(); } public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); int Size => throw new Exception(); public void M() { _c.Listen(); _ = Size; _c.Close(); } public void Stop() => _c.Close();")]
    [InlineData("readonly Conn _c = new(); static void Help(Conn c, Action a) { c.Listen(); a(); c.Close(); } public void M(Action a) => Help(_c, a); public void Stop() => _c.Close();")]
    public void Count_what_members_leave_on_every_way(string members) => UsageTest.Verify(members);
}
